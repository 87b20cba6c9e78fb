#include "searcher/find_document.hpp"

#include <fmt/core.h>

#include "common/base/error.hpp"
#include "common/index/database.hpp"

namespace vigyapti {

Xapian::docid find_document(const Xapian::Database& database, const std::string& id) {
    const std::string term = id_term(id);
    const auto found = database.postlist_begin(term);
    if (found != database.postlist_end(term)) return *found;
    throw Error(ErrorCode::not_found, fmt::format("no release has the id \"{}\"", printable(id)),
                "ids are shown below each result");
}

}  // namespace vigyapti
