// The terminal program's command line as a plain struct, checked before any work is done.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "common/base/options.hpp"
#include "searcher/render/registry.hpp"
#include "searcher/request.hpp"

namespace vigyapti {

struct SearchOptions {
    std::filesystem::path index;
    Request request;
    std::string batch;         // a file of "qid<TAB>query" lines, or "-"; empty for a single query
    std::string saved_search;  // the name under which what is new is asked for; else empty
    std::string list_values;   // the field whose values are asked for; else empty
    std::string explain_document;  // the id of the release to be explained; else empty
    bool interactive = false;
    bool pager = true;  // where standard output is a terminal
    const Renderer* renderer = nullptr;
    RenderOptions render;
    bool timing = false;
    bool explain = false;
    bool analyse = false;  // show the chain for the query's words
    bool help = false;
    bool version = false;
};

// Every flag of vigyapti-search.
std::span<const Option> search_flags();

// Throws Error(usage) or Error(configuration).
SearchOptions parse_search_options(int argc, const char* const* argv);

// What --help prints.
std::string search_help();

}  // namespace vigyapti
