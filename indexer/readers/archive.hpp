// Archives (zip, 7z, tar, compressed or not) and single compressed files (gzip, xz, zstd, bzip2).
// Web archives in them are read record by record; of a gzip file that is cut off, what is there is.
// Each file within whose extension a reader knows is read by that reader; others are passed over,
// and so are hidden ones, links and devices.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/reader.hpp"

namespace vigyapti {

// What an archive may cost. Where a limit is met, what was read before is kept.
struct ArchiveLimits {
    // Of all files in the archive, also those passed over, and in archives within it.
    std::uint64_t unpacked = 4'000'000'000;
    // More, as many bytes for each of the archive, where that is large: crawls come to 4 to 8.
    std::uint64_t unpacked_ratio = 10;
    // Bytes for each byte of the archive, beyond the first 10 MB. Text comes to 3 to 10, pages of
    // one site and logs to 50; deflate goes to 1032, and what reaches that holds no text.
    std::uint64_t ratio = 200;
    std::uint64_t ratio_counts_from = 10'000'000;
    // Of one file that must be in memory as a whole, or one record of a web archive. Three may be,
    // one within the other, beside the archive itself: less than the gigabyte that an isolated
    // process has.
    std::uint64_t file = 128'000'000;
    std::uint32_t files = 100'000;
    std::uint32_t depth = 3;  // of archives in archives, the first counted
    // Files of one record a line are read in parts of this size.
    std::size_t chunk = 4'000'000;
    std::size_t longest_line = 16'000'000;
};

// Yields the releases of all files within. Those of a compressed file are named as if it was not
// compressed: "releases.jsonl:3" in "releases.jsonl.gz"; those in archives by the path:
// "archive.zip/inner/path.txt". A file that is encrypted, damaged or beyond a limit is a problem.
// An archive of other things than documents of known formats holds no release. Throws
// Error(bad_input) when nothing can be unpacked, and for a compressed file whose name does not say
// what is in it.
void read_archive(const Input& input, DraftSink& sink);
void read_archive(const Input& input, DraftSink& sink, const ArchiveLimits& limits);

// Before the first archive is read, where files can still be opened: see prepare_unpacking.
void prepare_archive();

}  // namespace vigyapti
