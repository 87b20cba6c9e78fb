// A whole release as its paragraphs, for those who show it.
#pragma once

#include <string>
#include <vector>

#include "searcher/results.hpp"

namespace vigyapti {

struct Paragraph {
    BlockKind kind = BlockKind::body;
    std::string text;                   // one line, never empty
    std::vector<Highlight> highlights;  // within `text`
};

// In the order of the text; a block holds a paragraph a line.
std::vector<Paragraph> paragraphs_of(const ReadRelease& read);

}  // namespace vigyapti
