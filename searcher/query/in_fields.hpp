// The fields that a leaf is looked for in: what they hold, and a query once for each.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "searcher/query/leaves.hpp"

namespace vigyapti {

// Whether the index has a key in the field, or, without a field, in any that plain words are in.
// Throws Xapian::Error.
inline bool occurs_in(const Xapian::Database& database, std::optional<FieldId> in,
                      std::string_view key) {
    const auto has = [&](const Field& each) {
        return database.term_exists(fmt::format("{}{}", each.prefix, key));
    };
    if (in) return has(field(*in));
    return std::any_of(schema.begin(), schema.end(), [&](const Field& each) {
        return each.kind == FieldKind::text && each.weight > 0 && has(each);
    });
}

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
