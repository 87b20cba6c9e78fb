// What the index cannot tell, the stored text does: whether a word stands in a release in this very
// form, since the index keeps words by their keys only. (Terms for all forms took a quarter of the
// index and almost half of the time to build it.)
#pragma once

#include "common/base/xapian.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/match.hpp"

namespace vigyapti {

// So many releases are looked at, which takes about half a second.
inline constexpr Xapian::doccount most_checked = 5000;

// A query that finds nothing: an empty one would stand for no condition where it is joined to
// others.
Xapian::Query find_nothing();

struct CheckedQuery {
    Xapian::Query query;   // finds those of the candidates that hold the match, and ranks as before
    bool is_whole = true;  // false: there were more candidates, which stay in unchecked
};

// `candidates` must find all releases that hold `match`. The analyser's earlier terms end. Throws
// Xapian::Error and Error(corrupt).
CheckedQuery check_text(const Xapian::Database& database, Analyser& analyser,
                        const Xapian::Query& candidates, const Match& match);

}  // namespace vigyapti
