#include "searcher/render/registry.hpp"

#include <array>

#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

constexpr std::array all_renderers{
    Renderer{"terminal", render_terminal},
    Renderer{"json", render_json, true, false, "application/json"},
    Renderer{"jsonl", render_jsonl, true, false, "application/jsonl"},
    Renderer{"csv", render_csv, true, false, "text/csv; charset=utf-8; header=present"},
    Renderer{"atom", render_atom, false, false, "application/atom+xml"},
    Renderer{"html", render_html, true, false, "text/html; charset=utf-8"},
    // Each document is judged by itself.
    Renderer{"trec", render_trec, true, true},
};

}  // namespace

std::span<const Renderer> renderers() {
    return all_renderers;
}

const Renderer* find_renderer(std::string_view format) {
    for (const Renderer& renderer : all_renderers) {
        if (renderer.format == format) return &renderer;
    }
    return nullptr;
}

}  // namespace vigyapti
