#include "searcher/render/json_hit.hpp"

#include <algorithm>
#include <string_view>

#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using Json = nlohmann::ordered_json;

void add_roads(const std::string& text, const std::vector<Highlight>& highlights, Json& out) {
    for (const Highlight& each : highlights) {
        const Json word{{"text", text.substr(each.begin, each.end - each.begin)},
                        {"road", road_name(each.road)}};
        if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(word);
    }
}

Json json_of(const std::vector<OtherLanguage>& counterparts) {
    Json out = Json::array();
    for (const OtherLanguage& each : counterparts) {
        out.push_back({{"id", each.id},
                       {"title", each.title},
                       {"lang", each.lang},
                       {"url", or_null(each.url)}});
    }
    return out;
}

// The words that are lit, each once, and why.
Json matched(const Hit& hit) {
    Json out = Json::array();
    add_roads(hit.title, hit.title_highlights, out);
    add_roads(hit.snippet.text, hit.snippet.highlights, out);
    return out;
}

}  // namespace

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

nlohmann::ordered_json json_of(const std::string& text, const std::vector<Highlight>& highlights) {
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

nlohmann::ordered_json json_of(const Hit& hit) {
    return {
        {"rank", hit.rank},
        {"id", hit.id},
        {"score", hit.score},
        {"title", hit.title},
        {"title_highlights", json_of(hit.title, hit.title_highlights)},
        {"date", or_null(hit.date)},
        {"lang", hit.lang},
        {"source", or_null(hit.source)},
        {"url", or_null(hit.url)},
        {"countries", hit.countries},
        {"versions", hit.versions},
        {"counterparts", json_of(hit.counterparts)},
        {"matched", matched(hit)},
        {"snippet",
         {{"field", block_name(hit.snippet.field)},
          {"text", hit.snippet.text},
          {"highlights", json_of(hit.snippet.text, hit.snippet.highlights)},
          {"cut_before", hit.snippet.cut_before},
          {"cut_after", hit.snippet.cut_after}}},
    };
}

std::string json_line(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace vigyapti
