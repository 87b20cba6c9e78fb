// What a stretch of text is made of.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti::html {

struct TextCounts {
    std::uint32_t letters = 0;    // and digits; signs of scripts do not count
    std::uint32_t sentences = 0;  // ends of sentences
};

// A full stop ends a sentence where at least three letters stand before it, a danda always:
// initials, numbers of a list and "Dr." do not end one.
TextCounts count_text(std::string_view text);

// Whether there is a letter in `text`, not digits and signs only.
bool has_letter(std::string_view text);

}  // namespace vigyapti::html
