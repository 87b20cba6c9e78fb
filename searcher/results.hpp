// What a search found, ready to be laid out: renderers escape and arrange it and compute nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/release.hpp"

namespace vigyapti {

// A stretch of text to be lit, in bytes; always whole words.
struct Highlight {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Highlight&) const = default;
};

struct Snippet {
    BlockKind field = BlockKind::body;
    std::string text;
    std::vector<Highlight> highlights;
    bool cut_before = false;  // begins inside a sentence
    bool cut_after = false;
};

struct Hit {
    std::size_t rank = 0;  // from 1
    std::string id;
    double score = 0;
    std::string title;
    std::vector<Highlight> title_highlights;
    std::string date;
    std::string lang;
    std::string source;
    std::string url;
    std::vector<std::string> countries;
    Snippet snippet;
};

struct Results {
    std::string query_id;  // of a batch; else empty
    std::string query;
    std::size_t total = 0;  // matching releases; an estimate when `total_is_exact` is false
    bool total_is_exact = true;
    std::vector<Hit> hits;
    std::vector<std::string> notices;  // what of the query was not taken as written
};

}  // namespace vigyapti
