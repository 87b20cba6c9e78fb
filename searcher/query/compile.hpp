// ParsedQuery → Xapian query. The vocabulary decides which fields a word is looked for in, so the
// database is asked; nothing is searched yet.
#pragma once

#include <cstdint>
#include <optional>
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

// In which texts a query is to be looked for: decides which of its words are foreign.
enum class Target : std::uint8_t { hindi, english };

class Crossing;

struct CompiledQuery {
    Xapian::Query query;
    std::vector<RankedWord> words;  // the plain words, in the order of the query
    bool ranked = false;            // false: only filters, so that all scores are alike
    bool crossed = false;           // a word of the other language is looked for by other words
    std::vector<std::string> understood;  // exact forms of such words whose counterparts are sure
    std::optional<Target> limited_to;     // finds releases of this language only
    std::vector<Match> matches;
    std::vector<std::string> notices;
};

// What a query is compiled for. All that is pointed to must outlive the compiling.
struct QueryContext {
    const Xapian::Database& database;
    // nullptr: words that the index does not hold are not led to others.
    const Vocabulary* vocabulary = nullptr;
    Analyser& analyser;
    bool all = false;  // every plain word is required
    // nullptr: words are looked for as they are, whatever the language of the texts.
    const Crossing* crossing = nullptr;
    Target target = Target::english;  // with `crossing`
};

// Throws Xapian::Error and Error(corrupt).
CompiledQuery compile_query(const ParsedQuery& parsed, const QueryContext& context);

}  // namespace vigyapti
