#include <fmt/core.h>

#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

// White space and control characters (C1 too: U+0080 to U+009F, C2 80 to C2 9F) as %XX.
std::string encoded(const std::string& id) {
    std::string out;
    unsigned previous = 0;
    for (const char c : id) {
        const unsigned byte = static_cast<unsigned char>(c);
        const bool c1 = previous == 0xC2 && byte >= 0x80 && byte < 0xA0;
        if (byte <= 0x20 || byte == 0x7F || c1) {
            if (c1) out.replace(out.size() - 1, 1, "%C2");
            out += fmt::format("%{:02X}", byte);
        } else {
            out += c;
        }
        previous = byte;
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
