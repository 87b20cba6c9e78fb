#include "searcher/render/release_json.hpp"

#include "searcher/render/json_hit.hpp"

namespace vigyapti {

std::string release_json(const ReadRelease& read) {
    const Release& release = read.release;
    nlohmann::ordered_json json{
        {"version", 1},
        {"id", release.id},
        {"title", read.title},
        {"title_highlights", json_of(read.title, read.title_highlights)},
        {"date", or_null(release.date)},
        {"lang", release.lang},
        {"source", or_null(release.source)},
        {"url", or_null(release.url)},
        {"countries", release.countries},
        {"blocks", nlohmann::ordered_json::array()},
    };
    for (std::size_t i = 0; i < release.blocks.size(); ++i) {
        const Block& block = release.blocks[i];
        json["blocks"].push_back({{"field", block_name(block.kind)},
                                  {"text", block.text},
                                  {"highlights", json_of(block.text, read.highlights.at(i))}});
    }
    return json_line(json);
}

}  // namespace vigyapti
