// Any bytes may be called an archive: those behind the first, which tells the name.
#include <array>
#include <string_view>

#include "indexer/readers/archive.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    constexpr std::array<std::string_view, 8> names{"a.zip",      "a.tar.gz", "a.7z",
                                                    "a.jsonl.gz", "a.txt.xz", "a.zip.zst",
                                                    "a.warc.gz",  "a.arc.gz"};
    if (text.empty()) return;
    const std::size_t chosen = static_cast<unsigned char>(text[0]) % names.size();
    ArchiveLimits limits;
    limits.unpacked = 4'000'000;
    limits.file = 1'000'000;
    limits.chunk = 100;
    limits.longest_line = 1000;
    const auto read = [&limits](const Input& input, DraftSink& sink) {
        read_archive(input, sink, limits);
    };
    fuzz_reader(read, text.substr(1), names[chosen]);
}

}  // namespace vigyapti
