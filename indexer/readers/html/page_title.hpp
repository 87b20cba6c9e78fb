// Which heading of a page is the title of its text.
#pragma once

#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Marks the lines of the title in `roles`, where the lines of the text are marked, and drops what
// was taken for text before it unless it may be the date. A line is the title that says what the
// metadata's titles say; else the highest heading before the text, nearest to it.
void mark_title(const Tree& tree, const std::vector<Line>& lines, const std::vector<bool>& excluded,
                const KnownPlaces& known, std::vector<LineRole>& roles);

}  // namespace vigyapti::html
