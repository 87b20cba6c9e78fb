// What a search found, ready to be laid out: renderers escape and arrange it and compute nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/index/release.hpp"
#include "searcher/facets.hpp"
#include "searcher/request.hpp"
#include "searcher/road.hpp"

namespace vigyapti {

// A stretch of text to be lit, in bytes; always whole words.
struct Highlight {
    std::size_t begin = 0;
    std::size_t end = 0;
    Road road = Road::form;

    bool operator==(const Highlight&) const = default;
};

struct Snippet {
    BlockKind field = BlockKind::body;
    std::string text;
    std::vector<Highlight> highlights;
    bool cut_before = false;  // begins inside a sentence
    bool cut_after = false;
};

// The release on the same matter in the other language.
struct OtherLanguage {
    std::string id;
    std::string title;
    std::string lang;
    std::string url;
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
    std::vector<std::string> versions;        // ids of its near duplicates in the index
    std::vector<OtherLanguage> counterparts;  // the likest first; most often one or none
};

// Another way to write the query, which finds something.
struct Suggestion {
    std::string query;
    std::vector<Highlight> changed;  // the words that are not as they were, in bytes

    bool operator==(const Suggestion&) const = default;
};

// A whole release, with what of it a query looks for.
struct ReadRelease {
    Release release;
    std::string title;  // as results show it
    std::vector<Highlight> title_highlights;
    std::vector<std::vector<Highlight>> highlights;  // of each of the release's blocks
};

struct Results {
    std::string query_id;  // of a batch; else empty
    std::string query;
    std::size_t total = 0;  // matching releases; an estimate when `total_is_exact` is false
    bool total_is_exact = true;
    std::vector<Hit> hits;
    std::vector<Facet> facets;            // as they were asked for
    std::vector<Suggestion> suggestions;  // the best first
    std::optional<Since> next;         // with Request::since: what to ask for the next time, once
                                       // these have been shown
    std::vector<std::string> notices;  // what of the query was not taken as written
};

}  // namespace vigyapti
