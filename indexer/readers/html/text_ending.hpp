// Where a text ends: what stands behind its last sentence in the same element and is not of it.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Takes out of the text in `roles` what closes it: boxes in which links outnumber sentences, behind
// the last paragraph of the element that holds most of the text, and among the last lines notices
// and what is said of the author; who else contributed becomes a credit (ending_phrases.hpp).
// Lines without a sentence stay, as do those behind them that say none of this: the place, the day
// and the initials that close a press release. `running`: letters of running text by line.
void mark_ending(const Tree& tree, const std::vector<Line>& lines,
                 const std::vector<std::uint32_t>& running, std::vector<LineRole>& roles);

}  // namespace vigyapti::html
