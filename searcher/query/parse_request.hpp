// All that a request demands of a release as one tree: its query and its filters.
#pragma once

#include "searcher/query/ast.hpp"
#include "searcher/request.hpp"

namespace vigyapti {

// The parsed query, with the filters as further clauses of the root that must hold. Throws as
// parse_query.
ParsedQuery parse_request(const Request& request);

}  // namespace vigyapti
