// What a stretch of text is made of.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti::html {

struct TextCounts {
    // And digits; signs of scripts do not count, ideographs and syllables of Hangul count as two.
    std::uint32_t letters = 0;
    std::uint32_t sentences = 0;  // ends of sentences
};

// A full stop, a question or exclamation mark, those of Arabic and Urdu too, ends a sentence where
// at least three letters stand before it and none behind it: initials, numbers of a list and "Dr."
// do not end one. A danda and the signs of Chinese and Japanese always do.
TextCounts count_text(std::string_view text);

// Whether there is a letter in `text`, not digits and signs only.
bool has_letter(std::string_view text);

}  // namespace vigyapti::html
