#include "common/text/legacy_fonts/read_word.hpp"

#include <algorithm>
#include <array>

#include "common/text/devanagari.hpp"
#include "common/text/legacy_fonts/evidence.hpp"
#include "common/text/legacy_fonts/glyphs.hpp"
#include "common/text/legacy_fonts/kept_word.hpp"
#include "common/text/legacy_fonts/syllables.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::legacy {
namespace {

using namespace devanagari;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

// Shusha draws letters and signs for punctuation that typists also strike for itself: after
// digits, as brackets around words, and as a dash at their beginning.
void keep_punctuation(std::u32string& typed) {
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool begins = i == 0;
        const bool ends = i + 1 == typed.size() || typed[i + 1] == U'.';
        const bool after_digit = !begins && is_digit(typed[i - 1]);
        const bool before_digit = i + 1 < typed.size() && is_digit(typed[i + 1]);
        bool itself = false;
        switch (typed[i]) {
            case U'(':
                itself = begins || after_digit;
                break;
            case U')':
                itself = ends;
                break;
            case U'-':
                itself = begins || after_digit;
                break;
            case U',':
            case U'/':
                itself = after_digit;
                break;
            case U'.':
                itself = after_digit && before_digit;
                break;
            default:
                break;
        }
        if (itself) typed[i] |= foreign;
    }
}

void add_itself(char32_t c, Syllables& syllables) {
    std::string utf8;
    append_utf8(utf8, c & ~foreign);
    std::u16string utf16;
    to_utf16(utf8, utf16);
    for (const char16_t unit : utf16)
        syllables.add_itself(unit);
}

bool is_letter_or_sign(char16_t c) {
    return c >= devanagari_first && c <= devanagari_last && c != u'।' && c != u'॥' &&
           !(c >= u'०' && c <= u'९') && c != u'॰';
}

// Whether Hindi writes a visarga behind `letters` at the end of a word: adverbs in -तः and -शः and
// a few more.
bool takes_visarga(std::u16string_view letters) {
    constexpr auto others = std::to_array<std::u16string_view>(
        {u"पुन", u"प्राय", u"छ", u"नम", u"दु", u"नि", u"भू", u"मन", u"तप", u"स्व", u"अ"});
    if (letters.ends_with(u'त') || letters.ends_with(u'श')) return true;
    return std::find(others.begin(), others.end(), letters) != others.end();
}

// The fonts draw one glyph for visarga and for the colon.
void tell_colons(std::u16string& text) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_letter_or_sign(text[i])) {
            begin = i + 1;
            continue;
        }
        if (text[i] != visarga) continue;
        const bool ends = i + 1 == text.size() || !is_letter_or_sign(text[i + 1]);
        const auto letters = std::u16string_view(text).substr(begin, i - begin);
        if (ends && !takes_visarga(letters)) text[i] = u':';
    }
}

void read_glyphs(std::u32string_view typed, const GlyphMap& map, Syllables& syllables) {
    for (std::size_t i = 0; i < typed.size();) {
        if (const std::u16string* drawn = map.find(typed, i)) {
            for (const char16_t c : *drawn)
                syllables.add(c);
        } else {
            add_itself(typed[i], syllables);
            ++i;
        }
    }
    syllables.finish();
}

}  // namespace

ReadWord read_word(std::string_view word, LegacyFont font) {
    ReadWord read;
    if (const auto kept = kept_word(word, font)) {
        to_utf16(*kept, read.text);
        return read;
    }
    std::u32string typed;
    append_typed(word, typed);
    if (font == LegacyFont::shusha) keep_punctuation(typed);
    Syllables syllables;
    read_glyphs(typed, GlyphMap::of(font), syllables);
    read.text = syllables.text();
    tell_colons(read.text);
    read.frequent = is_frequent_hindi(read.text);
    read.hindi = evidence(word, syllables, read.frequent);
    return read;
}

}  // namespace vigyapti::legacy
