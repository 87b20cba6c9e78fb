// Splits the running text of a saved release into body, photo captions and credits, and finds a
// title where none was given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/release.hpp"

namespace vigyapti {

// A line that begins with © (or "Photo credit:", "फोटो साभार:") is a credit. The line before
// it is its caption when it is written in the other script than the release, or has no sentence end
// and is not the first line. All else is body, a line a paragraph. Blank lines are dropped.
std::vector<Block> split_blocks(std::string_view text);

// Takes the title from the first body line: a line of at most `longest_title` grapheme clusters is
// taken out of the body when more follows; of a longer one, which is a paragraph, the beginning is
// the title and the paragraph stays.
std::string take_title(std::vector<Block>& blocks);

inline constexpr std::size_t longest_title = 160;

}  // namespace vigyapti
