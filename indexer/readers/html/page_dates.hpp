// The day on which a page shows that its text was published.
#pragma once

#include <vector>

#include "indexer/draft.hpp"
#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Notes in `draft` the day that elements and lines around the title and the first paragraph of the
// text give: itemprop="datePublished", then what is called published or labelled so, then <time>
// and what is called a date, then a short line with a date. When the page was changed last is
// noted only where `draft` has no other date. Where an element gives a time of another zone in an
// attribute, the day that it shows is meant.
void read_shown_date(const Tree& tree, const std::vector<Line>& lines,
                     const std::vector<LineRole>& roles, Draft& draft);

}  // namespace vigyapti::html
