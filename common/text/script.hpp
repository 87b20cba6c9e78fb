// What a code point can do in a word: the classes on which the tokeniser's rules are written.
#pragma once

#include <array>
#include <cstdint>

namespace vigyapti {

enum class CharClass : std::uint8_t {
    separator,         // ends a word
    devanagari,        // a Devanagari letter or sign other than a digit or danda
    devanagari_digit,  // ० to ९
    latin,             // a letter of the Latin script
    digit,             // 0 to 9
    other_letter,      // a letter or digit of any other script
    ideograph,         // Han and kana: each is a word of its own
    extend,            // marks, joiners and format characters: belong to what they follow
};

// The first and last code point of the Devanagari block.
inline constexpr char32_t devanagari_first = 0x0900;
inline constexpr char32_t devanagari_last = 0x097F;

// char_class of the two ranges that nearly all text is made of, known when compiled.
namespace script_tables {

constexpr CharClass class_of_ascii(unsigned c) {
    if (c >= '0' && c <= '9') return CharClass::digit;
    const unsigned lower = c | 0x20U;
    return lower >= 'a' && lower <= 'z' ? CharClass::latin : CharClass::separator;
}

constexpr CharClass class_of_devanagari(unsigned c) {
    const auto between = [c](unsigned low, unsigned high) { return c >= low && c <= high; };
    if (c == 0x64 || c == 0x65 || c == 0x70) return CharClass::separator;
    if (between(0x66, 0x6F)) return CharClass::devanagari_digit;
    // A sign that follows no letter is no word; UAX #29 treats it so too.
    const bool sign = between(0x00, 0x03) || between(0x3A, 0x3C) || between(0x3E, 0x4F) ||
                      between(0x51, 0x57) || between(0x62, 0x63);
    return sign ? CharClass::extend : CharClass::devanagari;
}

constexpr std::array<CharClass, 0x80> make_table(CharClass (*class_of)(unsigned)) {
    std::array<CharClass, 0x80> table{};
    for (unsigned c = 0; c < table.size(); ++c)
        table[c] = class_of(c);
    return table;
}

inline constexpr auto ascii = make_table(class_of_ascii);
inline constexpr auto devanagari = make_table(class_of_devanagari);

}  // namespace script_tables

// char_class beyond the tables; call that one.
CharClass other_char_class(char32_t code_point);

// Sources: Unicode character properties Script, Alphabetic, Ideographic and Word_Break (UAX #29).
inline CharClass char_class(char32_t code_point) {
    if (code_point < 0x80) return script_tables::ascii[code_point];
    if (code_point >= devanagari_first && code_point <= devanagari_last) {
        return script_tables::devanagari[code_point - devanagari_first];
    }
    return other_char_class(code_point);
}

}  // namespace vigyapti
