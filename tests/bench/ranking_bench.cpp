// What re-ranking costs: every query of a file is run with and without it, in turn, over one index.
//
//     ranking_bench INDEX QUERIES.tsv [ROUNDS]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/vocabulary.hpp"
#include "common/lexicon/lexicon.hpp"
#include "searcher/query/parse.hpp"
#include "searcher/ranking.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double percentile(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void report(const char* name, const std::vector<double>& times) {
    std::printf("%-22s p50 %.3f ms  p95 %.3f ms  p99 %.3f ms\n", name, percentile(times, 0.50),
                percentile(times, 0.95), percentile(times, 0.99));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: ranking_bench INDEX QUERIES.tsv [ROUNDS]\n");
        return 64;
    }
    const Xapian::Database database = vigyapti::open_index(argv[1]);
    const auto vocabulary = vigyapti::Vocabulary::open(vigyapti::vocabulary_path(argv[1]));
    vigyapti::Analyser analyser(vigyapti::canonical_key);
    std::vector<std::string> queries;
    std::ifstream file(argv[2]);
    for (std::string line; std::getline(file, line);)
        queries.push_back(line.substr(line.find('\t') + 1));
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;

    std::vector<double> first_stage;
    std::vector<double> both;
    for (int round = 0; round < rounds; ++round) {
        first_stage.clear();
        both.clear();
        for (const std::string& query : queries) {
            const auto start = Clock::now();
            const vigyapti::CompiledQuery compiled = vigyapti::compile_query(
                vigyapti::parse_query(query), {.database = database,
                                               .vocabulary = vocabulary ? &*vocabulary : nullptr,
                                               .analyser = analyser});
            Xapian::Enquire enquire(database);
            enquire.set_query(compiled.query);
            enquire.set_weighting_scheme(vigyapti::ranking_weight());
            const Xapian::MSet matches = enquire.get_mset(0, vigyapti::reranked);
            first_stage.push_back(milliseconds_since(start));
            vigyapti::rerank(database, matches, compiled.words);
            both.push_back(milliseconds_since(start));
        }
    }
    std::printf("%zu queries, 50 results, round %d of %d\n", queries.size(), rounds, rounds);
    report("without re-ranking", first_stage);
    report("with re-ranking", both);
    std::printf("ratio of the medians   %.2f\n",
                percentile(both, 0.5) / percentile(first_stage, 0.5));
    return 0;
}
