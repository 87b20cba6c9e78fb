#include <algorithm>
#include <array>
#include <vector>

#include "common/text/legacy_fonts/tables.hpp"

// Walkman Chanakya 901 to 905, of NCERT's books: Kruti Dev's layout in ASCII but for त्र, ध and
// the brackets, and other conjuncts beyond it.

namespace vigyapti::legacy {
namespace {

constexpr auto walkman = std::to_array<Glyph>({
    {"=", u"त्र्"}, {"/", u"ध"},  {"Ë", u"त्र"},  {"(", u"("},  {")", u")"},  {"_", u";"},
    {"½", u"ऋ"},  {"Å", u"ऊ"},  {"Ä", u"ङ"},   {"Ö", u"झ्"},  {"×", u"ञ्"},  {"è", u"ध्"},
    {"Õ", u"य्"},  {"Ç", u"ल"},  {"‘", u"श्"},   {"’", u"श्"},  {"“", u"ष्"},  {"”", u"ष्"},
    {"À", u"श्"},  {"Ü", u"श्"},  {"Þ", u"ह्"},   {"Ý", u"फ्"},  {"Ñ", u"कृ"},  {"—", u"कृ"},
    {"Ø", u"क्र"}, {"Ù", u"त्त्"}, {"–", u"दृ"},   {"å", u"द्ग"}, {"í", u"द्द"}, {"¼", u"द्ध"},
    {"ä", u"द्न"}, {"‰", u"द्भ"}, {"Á", u"द्म"},  {"æ", u"द्र"}, {"Â", u"न्न"}, {"™", u"न्न्"},
    {"ç", u"प्र"}, {"Ú", u"फ्र"}, {"Ð", u"स्त्र"}, {"Ï", u"स्र"}, {"Ê", u"ह्ण"}, {"É", u"ह्न"},
    {"ã", u"ह्म"}, {"á", u"ह्य"}, {"ß", u"ह्र"},  {"È", u"ह्ल"}, {"à", u"ह्व"}, {"â", u"हृ"},
    {"ê", u"ट"},  {"ë", u"ठ"},  {"î", u"ड"},   {"ì", u"ढ"},  {"ª", u"्र"},  {"ï", u"्क"},
    {"õ", u"्ग"},  {"Ó", u"्च"},  {"ð", u"्ट"},   {"ò", u"्ठ"},  {"ó", u"्ड"},  {"ô", u"्ढ"},
    {"Ô", u"्य"},  {"Ò", u"्व"},  {"±", u"र्ं"},   {"£", u"िर्"}, {"¯", u"िं"},  {"²", u"िर्ं"},
    {"¡", u"ँ"},   {"¢", u"ः"},  {"‚", u"ॉ"},   {"ú", u"०"},  {"û", u"१"},  {"ü", u"२"},
    {"ý", u"३"},  {"þ", u"४"},  {"ÿ", u"५"},   {"ö", u"६"},  {"÷", u"७"},  {"ø", u"८"},
    {"ù", u"९"},  {"•", u"ऽ"},  {"¿", u"ऽ"},   {"ñ", u"॰"},  {"Œ", u"॰"},  {"µ", u"–"},
    {"³", u"‘"},  {"´", u"’"},  {"¶", u"“"},   {"¸", u"”"},  {"·", u"*"},  {"¹", u"["},
    {"º", u"]"},  {"»", u"%"},  {"¾", u"="},
});

std::vector<Glyph> with_ascii_of_kruti_dev() {
    std::vector<Glyph> glyphs(walkman.begin(), walkman.end());
    for (const Glyph& each : kruti_dev_glyphs()) {
        const bool ascii = static_cast<unsigned char>(each.typed.front()) < 0x80;
        const bool known = std::any_of(walkman.begin(), walkman.end(),
                                       [&](const Glyph& o) { return o.typed == each.typed; });
        if (ascii && !known) glyphs.push_back(each);
    }
    return glyphs;
}

}  // namespace

std::span<const Glyph> walkman_chanakya_glyphs() {
    static const std::vector<Glyph> glyphs = with_ascii_of_kruti_dev();
    return glyphs;
}

}  // namespace vigyapti::legacy
