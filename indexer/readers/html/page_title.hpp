// Which heading of a page is the title of its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// The titles that the metadata of a page give, to compare lines with.
class KnownTitles {
  public:
    explicit KnownTitles(const std::vector<std::string_view>& titles);
    // How much of one of them `line` says: 2 all, 1 its beginning or end, or all before the name of
    // the site, 0 nothing. Quotes, dashes and capitals do not count.
    int likeness(std::string_view line) const;

  private:
    std::vector<std::string> titles_;
    std::vector<std::string> heads_;
};

// Marks the lines of the title in `roles`, where the lines of the text are marked, and drops what
// was taken for text before it unless it may be the date. A line is the title that says what the
// metadata's titles say; else the highest heading before the text, nearest to it; else the first
// line of the text when it is set in bold type and no sentence.
void mark_title(const Tree& tree, const std::vector<Line>& lines, const std::vector<bool>& excluded,
                const KnownPlaces& known, std::vector<LineRole>& roles);

}  // namespace vigyapti::html
