// A query once for each field that a leaf is looked for in.
#pragma once

#include "searcher/query/leaves.hpp"

namespace vigyapti {

// Makes one query a field of `make(prefix)`: of the leaf's own field, else of each field that
// ranks plain words. `exists` tells whether a prefix can match at all.
template <typename Make, typename Exists>
Xapian::Query in_fields(const Node& leaf, const Make& make, const Exists& exists) {
    if (leaf.field) return make(field(*leaf.field).prefix);
    Queries queries;
    for (const Field& each : schema) {
        if (each.kind != FieldKind::text || each.weight <= 0 || !exists(each.prefix)) continue;
        Xapian::Query query = make(each.prefix);
        if (each.weight < 1) query = {Xapian::Query::OP_SCALE_WEIGHT, query, each.weight};
        queries.push_back(query);
    }
    if (queries.empty()) return make("");
    return combine(Xapian::Query::OP_OR, queries);
}

}  // namespace vigyapti
