// The compressed form of a stored release: zstd with a dictionary, since a release is too short to
// learn from itself.
//
// The dictionary, dictionary.zstd, is part of the index format: what was compressed with it can be
// read with nothing else, so whoever changes it raises format_version. It was made once from the
// bundled corpus: each paragraph of its encoded releases in the form of to_one_byte a file, and
//     zstd --train-fastcover=k=293,d=8 -6 --maxdict=112640 -r FOLDER -o dictionary.zstd
// (110 KiB is zstd's own choice; 64 KiB gave 2 to 6 % more, the whole corpus 1 % less.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

// The document data for an encoded release. Any bytes will do; the same bytes give the same data.
// Threads may call it at the same time. Throws std::bad_alloc.
std::string compress_release(std::string_view encoded);

// The inverse. Nothing when `data` is of an unknown form or so damaged that it cannot be read. What
// is allocated is bounded by what `data` of that size can hold.
std::optional<std::string> decompress_release(std::string_view data);

// The bytes of dictionary.zstd.
std::string_view compression_dictionary();

}  // namespace vigyapti
