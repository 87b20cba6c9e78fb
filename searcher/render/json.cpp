#include "searcher/render/json_hit.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

using Json = nlohmann::ordered_json;

Json values_of(const Facet& facet) {
    Json out = Json::array();
    for (const FacetValue& each : facet.values)
        out.push_back({{"value", each.value}, {"count", each.count}});
    return out;
}

}  // namespace

void render_json(const Results& results, const RenderOptions&, std::string& out) {
    Json json;
    json["version"] = 1;
    if (!results.query_id.empty()) json["qid"] = results.query_id;
    json["query"] = results.query;
    json["total"] = results.total;
    json["total_is_exact"] = results.total_is_exact;
    json["suggestion"] =
        results.suggestions.empty() ? Json(nullptr) : Json(results.suggestions.front().query);
    json["suggestions"] = Json::array();
    for (const Suggestion& each : results.suggestions) {
        json["suggestions"].push_back(
            {{"query", each.query}, {"changed", json_of(each.query, each.changed)}});
    }
    json["notices"] = results.notices;
    json["hits"] = Json::array();
    for (const Hit& hit : results.hits)
        json["hits"].push_back(json_of(hit));
    json["facets"] = Json::object();
    for (const Facet& facet : results.facets)
        json["facets"][std::string(facet_name(facet.kind))] = values_of(facet);
    if (results.next) {
        json["next"] = {{"time", results.next->time},
                        {"until", results.next->until},
                        {"seen", results.next->seen}};
    }
    out += json_line(json);
}

}  // namespace vigyapti
