// How releases are scored: BM25 first, then the best of them once more by how close together the
// words of the query stand. Parameters are chosen on development queries only (see
// tests/relevance/README.md).
#pragma once

#include <vector>

#include "common/base/xapian.hpp"
#include "searcher/query/compile.hpp"

namespace vigyapti {

// BM25, flat in term frequency, since releases repeat names by custom.
Xapian::BM25Weight ranking_weight();

// How many of the best are looked at again. What stands below them never reached the first ten on
// any collection when fifty were; the time goes with the number.
inline constexpr Xapian::doccount reranked = 13;

struct RankedDocument {
    Xapian::docid number = 0;
    double score = 0;
};

// The first documents of `matches`, a page that begins with the best of all, in their final order:
// each of the first `reranked` gains by the share of the query's weight in its best window of words
// and by pairs of words that follow each other as in the query. The order of equals is the index's.
std::vector<RankedDocument> rerank(const Xapian::Database& database, const Xapian::MSet& matches,
                                   const std::vector<RankedWord>& words);

}  // namespace vigyapti
