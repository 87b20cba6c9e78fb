#include "searcher/render/json_hit.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {

void render_jsonl(const Results& results, const RenderOptions&, std::string& out) {
    for (const Hit& hit : results.hits) {
        nlohmann::ordered_json json = nlohmann::ordered_json::object();
        if (!results.query_id.empty()) json["qid"] = results.query_id;
        json.update(json_of(hit));
        out += json_line(json);
    }
}

}  // namespace vigyapti
