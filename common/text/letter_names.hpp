// How the letters of the Latin alphabet are called in Hindi: the pieces of abbreviations such as
// यू.एन. and एनडीए.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vigyapti {

struct LetterName {
    char letter;
    std::string_view name;
};

// The usual name of a letter comes before its others.
inline constexpr std::array<LetterName, 29> letter_names{{
    {'a', "ए"},   {'b', "बी"}, {'c', "सी"},  {'d', "डी"}, {'e', "ई"},    {'f', "एफ"},
    {'g', "जी"},  {'h', "एच"}, {'i', "आई"},  {'j', "जे"},  {'k', "के"},    {'l', "एल"},
    {'m', "एम"},  {'n', "एन"}, {'o', "ओ"},   {'p', "पी"}, {'q', "क्यू"},   {'r', "आर"},
    {'s', "एस"},  {'t', "टी"}, {'u', "यू"},   {'v', "वी"}, {'w', "डब्ल्यू"}, {'x', "एक्स"},
    {'y', "वाई"}, {'z', "जेड"}, {'w', "डब्लू"}, {'z', "ज़ेड"}, {'z', "ज़ेड"},
}};

// `piece`: Devanagari in UTF-8, with or without nukta.
constexpr bool is_letter_name(std::string_view piece) {
    return std::any_of(letter_names.begin(), letter_names.end(),
                       [piece](const LetterName& each) { return each.name == piece; });
}

inline constexpr std::size_t longest_acronym = 6;

// An acronym of two to six small letters as Hindi writes it: bbc → बीबीसी. Empty for anything else.
std::string name_letters(std::string_view acronym);

// The inverse, for a Hindi word in its exact form (Term::exact): the letters, small, whose names it
// is made of. Empty when it is not.
std::string letters_named(std::string_view exact);

}  // namespace vigyapti
