#include "indexer/readers/html/text_counts.hpp"

#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::html {
namespace {

constexpr bool ends_sentence(char32_t c) {
    return c == '.' || c == '?' || c == '!' || c == 0x061F || c == 0x06D4;
}

// Ends one wherever it stands: danda, double danda, the ideographic full stop and the full-width
// signs of Chinese and Japanese, behind which no space stands.
constexpr bool always_ends_sentence(char32_t c) {
    return c == 0x0964 || c == 0x0965 || c == 0x3002 || c == 0xFF01 || c == 0xFF0E || c == 0xFF1F ||
           c == 0xFF61;
}

// Ideographs, kana and syllables of Hangul say about as much as two or three letters.
constexpr std::uint32_t letters_worth(char32_t c, CharClass kind) {
    return kind == CharClass::ideograph || (c >= 0xAC00 && c <= 0xD7AF) ? 2 : 1;
}

}  // namespace

TextCounts count_text(std::string_view text) {
    TextCounts counts;
    std::uint32_t run = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        const CharClass kind = char_class(c);
        if (kind == CharClass::extend) continue;
        if (kind != CharClass::separator) {
            const std::uint32_t letters = letters_worth(c, kind);
            counts.letters += letters;
            run += letters;
            continue;
        }
        if (always_ends_sentence(c)) {
            if (run > 0) ++counts.sentences;
        } else if (ends_sentence(c) && run >= 3 &&
                   (i == text.size() || text[i] == ' ' || text[i] == '"' || text[i] == '\xE2' ||
                    text[i] == '\xC2')) {
            ++counts.sentences;
        }
        run = c == ')' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 ? run : 0;
    }
    return counts;
}

bool has_letter(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CharClass kind = char_class(next_code_point(text, i));
        if (kind != CharClass::separator && kind != CharClass::digit &&
            kind != CharClass::devanagari_digit) {
            return true;
        }
    }
    return false;
}

}  // namespace vigyapti::html
