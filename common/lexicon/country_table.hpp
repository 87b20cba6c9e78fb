// The compiled form of countries.tsv, for find_country and CountryFinder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/lexicon/country_rows.hpp"
#include "common/text/token.hpp"

namespace vigyapti {

std::span<const CountryRow> country_rows();

// The number of a word that stands in some name; 0 for any other word.
std::uint16_t country_word(const Term& term, TokenKind kind);

// Whether `word` as it is written, in small ASCII letters, stands in some name; quicker than to
// analyse it.
bool is_small_country_word(std::string_view word);

// A word of a text that stands in some name.
struct CountryTextWord {
    std::uint16_t number = 0;
    std::uint32_t position = 0;  // among all words of the text
    Capitals capitals = Capitals::none;
    std::uint32_t begin = 0;  // bytes of the text
    std::uint32_t end = 0;
};

// The names that begin with the first of `words` and are the longest of those that do: several when
// one run of words has several meanings, none when it has no meaning. `as_written`: Latin words
// must be capitalised as in the table.
std::span<const CountryNameRow> longest_names(std::span<const CountryTextWord> words,
                                              bool as_written);

}  // namespace vigyapti
