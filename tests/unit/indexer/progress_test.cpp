#include "indexer/progress.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {

TEST_CASE("the progress line shows share, files, speed and time left") {
    struct ProgressCase {
        std::uint64_t bytes;
        std::uint64_t total_bytes;
        std::uint64_t files;
        std::uint64_t total_files;
        double seconds;
        std::string_view line;
    };
    const std::vector<ProgressCase> cases{
        {0, 1000, 0, 4, 0, "[                    ]   0%  0/4 files  0 B/s  0:00 left"},
        {500'000'000, 1'000'000'000, 120, 226, 25,
         "[##########          ]  50%  120/226 files  20.0 MB/s  0:25 left"},
        {1000, 1000, 4, 4, 1, "[####################] 100%  4/4 files  1.0 kB/s  0:00 left"},
        {100, 1000, 1, 10, 10, "[##                  ]  10%  1/10 files  10 B/s  1:30 left"},
        {1, 4000, 0, 1, 1, "[                    ]   0%  0/1 files  1 B/s  66:39 left"},
        // A file that grew meanwhile does not overrun the bar.
        {1500, 1000, 1, 1, 1, "[####################] 100%  1/1 files  1.5 kB/s  0:00 left"},
    };
    for (const ProgressCase& each : cases) {
        CAPTURE(each.bytes);
        CHECK(progress_line(each.bytes, each.total_bytes, each.files, each.total_files,
                            each.seconds) == each.line);
    }
}

TEST_CASE("of an input of unknown size only what was read is shown") {
    CHECK(progress_line(0, 0, 0, 1, 0) == "0 B read  0 B/s");
    CHECK(progress_line(12'300'000, 0, 0, 1, 2) == "12.3 MB read  6.2 MB/s");
}

TEST_CASE("a hundred per cent is not shown before the end") {
    const std::string line = progress_line(999, 1000, 1, 2, 1);
    CAPTURE(line);
    CHECK(line.find("100%") == std::string::npos);
}

}  // namespace vigyapti
