// More like this: the search for releases on the matter of a given one.
#pragma once

#include <string>

#include "common/base/xapian.hpp"
#include "searcher/query/compile.hpp"

namespace vigyapti {

struct Likeness {
    CompiledQuery compiled;
    Xapian::docid original = 0;  // which the query does not find
};

// Looks for the words that set the release with this id apart from the rest of the index (by
// Xapian's expansion, without function words and fields). `filter`: what else must hold; its query
// may be empty. Throws Error(not_found) when no release has the id, and Xapian::Error.
Likeness like_release(const Xapian::Database& database, const std::string& id,
                      CompiledQuery filter);

}  // namespace vigyapti
