// From a compiled query to the documents of one page, in their order.
#pragma once

#include <span>
#include <vector>

#include "common/base/xapian.hpp"
#include "searcher/pairs.hpp"
#include "searcher/query/compile.hpp"
#include "searcher/ranking.hpp"
#include "searcher/request.hpp"
#include "searcher/versions.hpp"

namespace vigyapti {

struct Page {
    std::vector<RankedDocument> documents;
    // All documents up to the end of the page, with the versions that it does not show.
    std::vector<Xapian::docid> passed;
    bool is_last = false;
    std::size_t total = 0;
    bool total_is_exact = false;
};

// Ranks, looks at the best again, weighs their age, and passes over versions of what is shown
// before. The order does not depend on the page that is asked for. Scores beyond the first thousand
// are not weighed by age. `queries`: one, or one a language, each of which finds documents that the
// others do not; the scores of each are made shares of its best, and the first one's stand where
// they are equal. `versions`: knows what is to count as shown before the first page. `pairs`: of
// two releases of a pair one stands for both. `spy`: sees all documents that match, or is nullptr.
// Throws Xapian::Error.
Page find_page(const Xapian::Database& database, std::span<const CompiledQuery> queries,
               const Request& request, const Versions& versions, Pairs& pairs,
               Xapian::MatchSpy* spy);

}  // namespace vigyapti
