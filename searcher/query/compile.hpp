// ParsedQuery → Xapian query. The vocabulary decides which fields a word is looked for in, so the
// database is asked; nothing is searched yet.
#pragma once

#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/ast.hpp"
#include "searcher/query/match.hpp"

namespace vigyapti {

inline constexpr unsigned most_expansions = 100;  // of a prefix*

struct CompiledQuery {
    Xapian::Query query;
    bool ranked = false;  // false: only filters, so that all scores are alike
    std::vector<Match> matches;
    std::vector<std::string> notices;
};

// `all`: every plain word is required.
CompiledQuery compile_query(const ParsedQuery& parsed, const Xapian::Database& database,
                            Analyser& analyser, bool all);

}  // namespace vigyapti
