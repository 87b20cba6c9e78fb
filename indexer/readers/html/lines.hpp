// The visible text of a page as lines: what a reader sees as paragraphs, headings, items, rows of
// tables, each with what tells running text from the furniture of the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

enum class LineKind : std::uint8_t { text, heading, item, row, caption, credit, control };

// From `begin` of a line on its text is set in `font`.
struct FontRun {
    std::uint32_t begin;
    std::string font;  // empty: one of Unicode's
};

struct Line {
    std::string text;  // not empty, white space collapsed
    NodeId node = 0;   // the innermost element around it that begins a line
    LineKind kind = LineKind::text;
    std::uint32_t letters = 0;        // as text_counts.hpp counts them
    std::uint32_t link_letters = 0;   // of these, in links
    std::uint32_t bold_letters = 0;   // of these, in bold type
    std::uint32_t sentences = 0;      // ends of sentences
    std::vector<FontRun> fonts = {};  // empty when all is Unicode
};

// What stands in elements that are hidden, or that hold no text to be seen, is left out. A row of a
// table of data is a line, its cells joined by " | "; cells of tables that only lay out a page
// are not rows.
std::vector<Line> read_lines(const Tree& tree);

}  // namespace vigyapti::html
