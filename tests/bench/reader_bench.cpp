// How fast a reader makes drafts of a file, without the rest of the pipeline: from memory, by the
// time of the CPU, the best of some rounds.
#include <algorithm>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>

#include "common/base/file.hpp"
#include "indexer/reader.hpp"

namespace {

class Counter : public vigyapti::DraftSink {
  public:
    void add(vigyapti::Draft draft, std::string) override {
        ++releases;
        for (const vigyapti::Part& part : draft.parts)
            text += part.text.size();
    }
    void problem(std::uint64_t, const std::string&) override { ++problems; }
    void nothing(const std::string&) override {}

    std::size_t releases = 0;
    std::size_t problems = 0;
    std::size_t text = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const vigyapti::Reader* reader = argc > 2 ? vigyapti::find_reader(argv[1]) : nullptr;
    if (reader == nullptr) {
        std::fprintf(stderr, "usage: reader_bench FORMAT FILE [ROUNDS]\n");
        return 64;
    }
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 5;
    const vigyapti::PaddedBytes bytes(vigyapti::read_file(argv[2], 2'000'000'000));
    double best = std::numeric_limits<double>::infinity();
    Counter counter;
    for (int round = 0; round < rounds; ++round) {
        counter = {};
        const std::clock_t begin = std::clock();
        reader->read({bytes.text(), argv[2]}, counter);
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    const double megabytes = static_cast<double>(bytes.text().size()) / 1e6;
    std::printf("%s: %.0f MB/s (%.1f MB, %zu releases with %.1f MB of text, %zu problems)\n",
                argv[1], megabytes / best, megabytes, counter.releases,
                static_cast<double>(counter.text) / 1e6, counter.problems);
    return 0;
}
