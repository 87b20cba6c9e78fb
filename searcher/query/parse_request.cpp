#include "searcher/query/parse_request.hpp"

#include <utility>

#include "searcher/query/parse.hpp"

namespace vigyapti {
namespace {

Node filter_of(FieldId field, const std::string& value) {
    Node node;
    node.kind = NodeKind::filter;
    node.field = field;
    node.text = value;
    return node;
}

void require(ParsedQuery& parsed, Node node) {
    node.occurrence = Occurrence::required;
    parsed.root.children.push_back(std::move(node));
}

// One of the values must hold. Plain filters in the list would be alternatives of the query's own.
void require_any(ParsedQuery& parsed, FieldId field, const std::vector<std::string>& values) {
    if (values.empty()) return;
    Node any = filter_of(field, values.front());
    if (values.size() > 1) {
        any = Node{};
        any.kind = NodeKind::disjunction;
        for (const std::string& value : values)
            any.children.push_back(filter_of(field, value));
    }
    require(parsed, std::move(any));
}

}  // namespace

ParsedQuery parse_request(const Request& request) {
    ParsedQuery parsed = parse_query(request.query, request.today);
    require_any(parsed, FieldId::lang, request.filters.langs);
    require_any(parsed, FieldId::whole_source, request.filters.sources);
    for (const std::string& country : request.filters.countries)
        require(parsed, filter_of(FieldId::country, country));
    if (request.filters.dates != DateRange{}) {
        Node dates;
        dates.kind = NodeKind::date;
        dates.field = FieldId::date;
        dates.dates = request.filters.dates;
        require(parsed, std::move(dates));
    }
    return parsed;
}

}  // namespace vigyapti
