#include "common/text/script.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace vigyapti {
namespace {

bool is_extend(UChar32 c) {
    const auto word_break =
        static_cast<UWordBreakValues>(u_getIntPropertyValue(c, UCHAR_WORD_BREAK));
    return word_break == U_WB_EXTEND || word_break == U_WB_FORMAT || word_break == U_WB_ZWJ;
}

CharClass devanagari_class(UChar32 c) {
    if (c == 0x0964 || c == 0x0965 || c == 0x0970) return CharClass::separator;
    if (c >= 0x0966 && c <= 0x096F) return CharClass::devanagari_digit;
    // A sign that follows no letter is no word; UAX #29 treats it so too.
    return is_extend(c) ? CharClass::extend : CharClass::devanagari;
}

CharClass compute_class(UChar32 c) {
    if (c >= static_cast<UChar32>(devanagari_first) && c <= static_cast<UChar32>(devanagari_last)) {
        return devanagari_class(c);
    }
    if (c >= '0' && c <= '9') return CharClass::digit;
    if (is_extend(c)) return CharClass::extend;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return CharClass::ideograph;
    if (u_isalpha(c) || u_isdigit(c)) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        if (script == USCRIPT_LATIN) return CharClass::latin;
        if (script == USCRIPT_HIRAGANA) return CharClass::ideograph;
        return CharClass::other_letter;
    }
    return CharClass::separator;
}

// Everything that Hindi and English text is made of comes from this table.
constexpr UChar32 table_size = 0x2070;

std::array<CharClass, table_size> build_table() {
    std::array<CharClass, table_size> table{};
    for (UChar32 c = 0; c < table_size; ++c)
        table[static_cast<std::size_t>(c)] = compute_class(c);
    return table;
}

}  // namespace

CharClass char_class(char32_t code_point) {
    static const auto table = build_table();
    if (code_point < table_size) return table[code_point];
    return compute_class(static_cast<UChar32>(code_point));
}

}  // namespace vigyapti
