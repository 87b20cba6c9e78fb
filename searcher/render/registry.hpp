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
    bool unicode = true;     // bars, dots and dashes may be others than ASCII
    bool links = false;      // the terminal is told where a title leads (OSC 8); with color only
    bool timeline = false;   // months are drawn, not listed
    // Of a feed that is on the web, and not only printed; else empty.
    std::string feed_name = {};        // what tells it from others
    std::string feed_address = {};     // where it is
    std::string search_address = {};   // of the page with the same results
    std::string release_address = {};  // of a page on a release, but for its id at the end
    bool header = true;                // of a table: false from the second query of a batch on
};

// Appends the results to `out`.
using RenderFunction = void (*)(const Results& results, const RenderOptions& options,
                                std::string& out);

struct Renderer {
    std::string_view format;  // as --format names it
    RenderFunction render;
    bool batch = true;                 // the answers to several queries may follow each other
    bool versions = false;             // near duplicates and pairs are always listed one by one
    std::string_view media_type = {};  // for HTTP; empty: nothing for others than this terminal
};

std::span<const Renderer> renderers();

// nullptr when there is none of this name.
const Renderer* find_renderer(std::string_view format);

}  // namespace vigyapti
