#include <array>

#include "common/text/legacy_fonts/tables.hpp"

// Shusha: letters by their sound. Most consonants are half letters, which "a" makes whole.

namespace vigyapti::legacy {
namespace {

constexpr auto shusha = std::to_array<Glyph>({
    // Vowels as letters. आ, ओ, औ and ऐ are अ and ए with signs.
    {"A", u"अ"},
    {"[", u"इ"},
    {"š", u"ई"},
    {"]", u"उ"},
    {"}", u"ऊ"},
    {"?", u"ऋ"},
    {"e", u"ए"},
    // Vowels as signs.
    {"a", u"ा"},
    {"i", u"ि"},
    {"I", u"ी"},
    {"u", u"ु"},
    {"U", u"ू"},
    {"R", u"ृ"},
    {"o", u"े"},
    {"O", u"ै"},
    {"Ý", u"ौ"},
    {"^", u"ॅ"},
    // Whole letters.
    {"k", u"क"},
    {"K", u"ख"},
    {"=", u"ङ"},
    {"C", u"छ"},
    {"T", u"ट"},
    {"z", u"ठ"},
    {"D", u"ड"},
    {"Z", u"ढ"},
    {"t", u"त"},
    {"d", u"द"},
    {"p", u"प"},
    {"f", u"फ"},
    {"r", u"र"},
    {"L", u"ळ"},
    {"h", u"ह"},
    {"Ó", u"ख़"},
    {"Ô", u"फ़"},
    // Half letters.
    {"@", u"क्"},
    {"#", u"ख्"},
    {"g", u"ग्"},
    {"G", u"घ्"},
    {"c", u"च्"},
    {"j", u"ज्"},
    {"J", u"झ्"},
    {"H", u"ञ्"},
    {"N", u"ण्"},
    {"%", u"त्"},
    {"q", u"थ्"},
    {"Q", u"ध्"},
    {"n", u"न्"},
    {"P", u"प्"},
    {"F", u"फ्"},
    {"b", u"ब्"},
    {"B", u"भ्"},
    {"m", u"म्"},
    {"y", u"य्"},
    {"l", u"ल्"},
    {"v", u"व्"},
    {"S", u"श्"},
    {"Y", u"ष्"},
    {"s", u"स्"},
    {"*", u"ह्"},
    // Conjuncts, and letters that are drawn together with a sign.
    {"x", u"क्ष्"},
    {"~", u"त्र"},
    {"&", u"ज्ञ"},
    {"E", u"श्र्"},
    {">", u"क्त"},
    {"Ë", u"क्र"},
    {"Ì", u"कृ"},
    {"Ÿ", u"िज"},
    {"+", u"ट्ट"},
    {"<", u"त्त्"},
    {"_", u"द्द"},
    {"w", u"द्ध"},
    {"V", u"द्य"},
    {"W", u"द्व"},
    {"Ù", u"न्न"},
    {"É", u"रु"},
    {"$", u"रू"},
    {")", u"हृ"},
    {"(", u"ह्य"},
    {"œ", u"ह्र"},
    {"!", u"ॐ"},
    // What joins a letter from below, above and behind.
    {"`", u"्र"},
    {"/", u"्र"},
    {"\\", u"्"},
    {",", u"़"},
    {"-", u"र्"},
    {"M", u"ं"},
    {"Ð", u"ँ"},
    {":", u"ः"},
    // Punctuation; digits are themselves.
    {".", u"।"},
    {"..", u"॥"},
    {"|", u"ऽ"},
    {"¸", u","},
    {"º", u"."},
    {"¹", u"-"},
    {"Æ", u"?"},
});

}  // namespace

std::span<const Glyph> shusha_glyphs() {
    return shusha;
}

}  // namespace vigyapti::legacy
