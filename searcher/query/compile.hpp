// ParsedQuery → Xapian query. The vocabulary decides which fields a word is looked for in, so the
// database is asked; nothing is searched yet.
#pragma once

#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/ast.hpp"
#include "searcher/query/match.hpp"

namespace vigyapti {

inline constexpr unsigned most_expansions = 100;  // of a prefix*

// A plain word of the query, as the ranking knows it.
struct RankedWord {
    struct Alternative {
        std::string key;
        double factor = 1;  // of the word's weight
    };
    std::vector<Alternative> keys;  // its own, or those nearest to it
    double idf = 0;
    bool placed = true;  // the index knows where it stands
};

struct CompiledQuery {
    Xapian::Query query;
    std::vector<RankedWord> words;  // the plain words, in the order of the query
    bool ranked = false;            // false: only filters, so that all scores are alike
    std::vector<Match> matches;
    std::vector<std::string> notices;
};

// `all`: every plain word is required. `vocabulary` may be nullptr; then words that the index does
// not hold are not led to others.
CompiledQuery compile_query(const ParsedQuery& parsed, const Xapian::Database& database,
                            const Vocabulary* vocabulary, Analyser& analyser, bool all);

}  // namespace vigyapti
