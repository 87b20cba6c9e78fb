// One word of a text typed for a legacy font, and how much it looks like Hindi.
#pragma once

#include <string>
#include <string_view>

#include "common/text/legacy_font.hpp"

namespace vigyapti::legacy {

struct ReadWord {
    std::u16string text;  // in Unicode, NFC
    // Logarithm of the odds, in hundredths, that it was typed for the font and not as English or in
    // another language; 0 for what says nothing, such as numbers.
    int hindi = 0;
    bool frequent = false;  // one of the most frequent words of Hindi
};

// `word`: UTF-8 without white space, with the punctuation beside it; `font`: not none. Words that
// kept_word() knows are kept.
ReadWord read_word(std::string_view word, LegacyFont font);

}  // namespace vigyapti::legacy
