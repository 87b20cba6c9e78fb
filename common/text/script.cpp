#include "common/text/script.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace vigyapti {
namespace {

bool is_extend(UChar32 c) {
    const auto word_break =
        static_cast<UWordBreakValues>(u_getIntPropertyValue(c, UCHAR_WORD_BREAK));
    return word_break == U_WB_EXTEND || word_break == U_WB_FORMAT || word_break == U_WB_ZWJ;
}

}  // namespace

CharClass other_char_class(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    if (is_extend(c)) return CharClass::extend;
    const bool katakana = u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_KATAKANA;
    if (katakana || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return CharClass::ideograph;
    if (u_isalpha(c) || u_isdigit(c)) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        if (script == USCRIPT_LATIN) return CharClass::latin;
        if (script == USCRIPT_HIRAGANA) return CharClass::ideograph;
        return CharClass::other_letter;
    }
    return CharClass::separator;
}

}  // namespace vigyapti
