// A text typed for a legacy font word by word, with its stretches of English found.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/legacy_fonts/read_word.hpp"

namespace vigyapti::legacy {

// White space and the word behind it, as views of the text. The last may have no word.
struct Piece {
    std::string_view space;
    std::string_view word;
    ReadWord read;
    bool english = false;  // of a stretch of English: not to be converted
};

// The first piece of `text` (UTF-8, not empty), taken off it; `font`: not none.
Piece take_piece(std::string_view& text, LegacyFont font);

// All of `text` (UTF-8) in pieces; `font`: not none.
std::vector<Piece> read_text(std::string_view text, LegacyFont font);

}  // namespace vigyapti::legacy
