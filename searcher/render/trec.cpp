#include <fmt/core.h>

#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

std::string encoded(const std::string& id) {
    std::string out;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            out += fmt::format("%{:02X}", byte);
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

void render_trec(const Results& results, const RenderOptions&, std::string& out) {
    const std::string query = results.query_id.empty() ? "0" : encoded(results.query_id);
    for (const Hit& hit : results.hits)
        out += fmt::format("{} Q0 {} {} {:.6f} vigyapti\n", query, encoded(hit.id), hit.rank,
                           hit.score);
}

}  // namespace vigyapti
