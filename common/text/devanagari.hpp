// Names for the Devanagari signs that the rules of the chain speak of.
#pragma once

#include <string_view>

namespace vigyapti::devanagari {

inline constexpr char16_t chandrabindu = u'\u0901';
inline constexpr char16_t anusvara = u'\u0902';
inline constexpr char16_t visarga = u'\u0903';
inline constexpr char16_t nukta = u'\u093C';
inline constexpr char16_t avagraha = u'\u093D';
inline constexpr char16_t aa_sign = u'\u093E';
inline constexpr char16_t virama = u'\u094D';
inline constexpr char16_t zwnj = u'\u200C';
inline constexpr char16_t zwj = u'\u200D';
inline constexpr char16_t soft_hyphen = u'\u00AD';

constexpr bool is_consonant(char16_t c) {
    return c >= u'क' && c <= u'ह';
}

// अ to औ, the vowels as letters of their own.
constexpr bool is_vowel_letter(char16_t c) {
    return (c >= u'\u0904' && c <= u'\u0914') || c == u'\u0960' || c == u'\u0961' || c == u'\u0972';
}

// ा to ौ, the vowels as signs on a consonant.
constexpr bool is_vowel_sign(char16_t c) {
    return c >= u'\u093E' && c <= u'\u094C';
}

}  // namespace vigyapti::devanagari
