// The output formats: one file a format beside this one, and one line in registry.cpp. A renderer
// gets finished results and only escapes and lays out.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "searcher/results.hpp"

namespace vigyapti {

struct RenderOptions {
    bool color = false;
    std::size_t width = 80;  // columns of the terminal
};

// Appends the results to `out`.
using RenderFunction = void (*)(const Results& results, const RenderOptions& options,
                                std::string& out);

struct Renderer {
    std::string_view format;  // as --format names it
    RenderFunction render;
};

std::span<const Renderer> renderers();

// nullptr when there is none of this name.
const Renderer* find_renderer(std::string_view format);

}  // namespace vigyapti
