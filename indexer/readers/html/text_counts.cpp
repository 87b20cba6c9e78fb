#include "indexer/readers/html/text_counts.hpp"

#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::html {
namespace {

constexpr bool ends_sentence(char32_t c) {
    return c == '.' || c == '?' || c == '!' || c == 0x0964 || c == 0x0965;
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
            ++counts.letters;
            ++run;
            continue;
        }
        if (ends_sentence(c) && (run >= 3 || c == 0x0964) &&
            (i == text.size() || text[i] == ' ' || text[i] == '"' || text[i] == '\xE2')) {
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
