#include <nlohmann/json.hpp>

#include "common/text/utf8.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json highlights_of(const std::string& text, const std::vector<Highlight>& highlights) {
    Json out = Json::array();
    const std::string_view view = text;
    for (const Highlight& each : highlights) {
        const std::size_t begin = count_code_points(view.substr(0, each.begin));
        const std::size_t length =
            count_code_points(view.substr(each.begin, each.end - each.begin));
        out.push_back({begin, begin + length});
    }
    return out;
}

std::string_view field_name(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return "caption";
        case BlockKind::credit:
            return "credit";
        case BlockKind::body:
            break;
    }
    return "body";
}

Json hit_of(const Hit& hit) {
    return {
        {"rank", hit.rank},
        {"id", hit.id},
        {"score", hit.score},
        {"title", hit.title},
        {"title_highlights", highlights_of(hit.title, hit.title_highlights)},
        {"date", or_null(hit.date)},
        {"lang", hit.lang},
        {"source", or_null(hit.source)},
        {"url", or_null(hit.url)},
        {"countries", hit.countries},
        {"snippet",
         {{"field", field_name(hit.snippet.field)},
          {"text", hit.snippet.text},
          {"highlights", highlights_of(hit.snippet.text, hit.snippet.highlights)},
          {"cut_before", hit.snippet.cut_before},
          {"cut_after", hit.snippet.cut_after}}},
    };
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
            {{"query", each.query}, {"changed", highlights_of(each.query, each.changed)}});
    }
    json["notices"] = results.notices;
    json["hits"] = Json::array();
    for (const Hit& hit : results.hits)
        json["hits"].push_back(hit_of(hit));
    json["facets"] = Json::object();
    // A query may hold any bytes; JSON may not.
    out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
}

}  // namespace vigyapti
