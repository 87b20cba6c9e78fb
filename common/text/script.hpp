// What a code point can do in a word: the classes on which the tokeniser's rules are written.
#pragma once

#include <cstdint>

namespace vigyapti {

enum class CharClass : std::uint8_t {
    separator,         // ends a word
    devanagari,        // a Devanagari letter or sign other than a digit or danda
    devanagari_digit,  // ० to ९
    latin,             // a letter of the Latin script
    digit,             // 0 to 9
    other_letter,      // a letter or digit of any other script
    ideograph,         // Han and the like: each is a word of its own
    extend,            // marks, joiners and format characters: belong to what they follow
};

// Sources: Unicode character properties Script, Alphabetic, Ideographic and Word_Break (UAX #29).
CharClass char_class(char32_t code_point);

// The first and last code point of the Devanagari block.
inline constexpr char32_t devanagari_first = 0x0900;
inline constexpr char32_t devanagari_last = 0x097F;

}  // namespace vigyapti
