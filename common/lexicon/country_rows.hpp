// What compile_countries makes of countries.tsv and the lexicon is compiled with: words with
// numbers, and names as runs of these numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/ascii.hpp"
#include "common/text/token.hpp"

namespace vigyapti {

// What a name is; the order is that of preference where one word is two things.
enum class CountryWord : std::uint8_t { name, demonym, capital, seat, rival, cue, other };

// When a name counts, after the signs of countries.tsv.
enum class CountryCaveat : std::uint8_t {
    none,
    weak,           // ~ beside another word for the same country
    beside_others,  // & beside another country
    personal_name,  // @ between capitals as weak
};

struct CountryRow {
    std::string_view code;
    std::string_view english;
    std::string_view hindi;
};

// A word is known by its exact form (of Devanagari words as Term::exact has it, in WX) or, for
// Devanagari words that are long enough to be nothing else, by its key, so that other forms and
// spellings are found too.
struct CountryWordRow {
    std::string_view form;  // a key has country_key_marker before it
    std::uint16_t number;   // from 1 on
};

inline constexpr char country_key_marker = '+';

// How a Latin word of a name must be written in a text to be one: "us" is no country.
enum class Capitals : std::uint8_t { none, initial, all };

struct CountryNameRow {
    std::uint16_t first_part;  // index into the parts
    std::uint8_t size;         // number of words
    std::uint8_t country;      // index into the countries; 255: none
    CountryWord kind;
    CountryCaveat caveat;
};

// A word of a name: its number, and its Capitals in the two highest bits.
using CountryPart = std::uint16_t;
inline constexpr unsigned capitals_shift = 14;
inline constexpr CountryPart word_mask = (1U << capitals_shift) - 1;
inline constexpr std::uint8_t no_country = 255;

// From this length of the key, with its marker, a Devanagari word is known by it.
inline constexpr std::size_t least_country_key = 6;

// Shared by the compiler and the finder: how `word`, as it stands in a text, is capitalised.
constexpr Capitals capitals_of(std::string_view word, TokenKind kind) {
    if (kind != TokenKind::latin || word.empty()) return Capitals::none;
    const bool beyond_ascii = static_cast<unsigned char>(word.front()) >= 0x80;
    if (!is_upper(word.front()) && !beyond_ascii) return Capitals::none;
    std::size_t letters = 0;
    for (const char c : word) {
        if (is_lower(c)) return Capitals::initial;
        letters += c != '.' && c != ' ' ? 1 : 0;
    }
    return letters > 1 ? Capitals::all : Capitals::initial;
}

}  // namespace vigyapti
