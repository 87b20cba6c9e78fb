// New since: what was indexed after a saved search was last shown. All releases of one run of the
// indexer have the same time, and runs do not overlap: of those with the last time that was seen
// some may still be on their way, so they are told by their ids.
#pragma once

#include "common/base/xapian.hpp"
#include "searcher/page.hpp"
#include "searcher/request.hpp"

namespace vigyapti {

// `query`, limited to what `since` has not seen.
Xapian::Query limit_to_new(const Xapian::Query& query, const Since& since);

// What `since` becomes once the page, and all before it, have been shown. Throws Xapian::Error, and
// Error(corrupt) for a document that is no release.
Since advance(const Since& since, const Page& page, const Xapian::Database& database);

}  // namespace vigyapti
