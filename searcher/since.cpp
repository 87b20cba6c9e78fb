#include "searcher/since.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "searcher/query/leaves.hpp"

namespace vigyapti {

Xapian::Query limit_to_new(const Xapian::Query& query, const Since& since) {
    const Xapian::valueno slot = field(FieldId::indexed_at).slot;
    const Xapian::Query later(Xapian::Query::OP_VALUE_GE, slot,
                              Xapian::sortable_serialise(since.time));
    Xapian::Query limited(Xapian::Query::OP_FILTER, query, later);
    if (since.seen.empty()) return limited;
    Queries seen;
    for (const std::string& id : since.seen)
        seen.emplace_back(id_term(id));
    const Xapian::Query unchanged(Xapian::Query::OP_VALUE_LE, slot,
                                  Xapian::sortable_serialise(since.until));
    return {Xapian::Query::OP_AND_NOT,
            limited,
            {Xapian::Query::OP_FILTER, combine(Xapian::Query::OP_OR, seen), unchanged}};
}

Since advance(const Since& since, const Page& page, const Xapian::Database& database) {
    struct Shown {
        double time;
        std::string id;
    };
    std::vector<Shown> shown;
    Since next = since;
    for (const Xapian::docid number : page.passed) {
        const Xapian::Document document = database.get_document(number);
        const double time =
            Xapian::sortable_unserialise(document.get_value(field(FieldId::indexed_at).slot));
        next.until = std::max(next.until, time);
        shown.push_back({time, decode_release(document.get_data()).id});
    }
    // While some remain to be shown, all that were shown have to be remembered; then only those of
    // the last run.
    if (page.is_last) next.time = next.until;
    if (page.is_last && next.until > since.until) next.seen.clear();
    for (Shown& each : shown) {
        if (each.time >= next.time) next.seen.push_back(std::move(each.id));
    }
    std::sort(next.seen.begin(), next.seen.end());
    // One of a pair may have been passed in the place of the other and in its own.
    next.seen.erase(std::unique(next.seen.begin(), next.seen.end()), next.seen.end());
    return next;
}

}  // namespace vigyapti
