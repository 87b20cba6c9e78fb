// The countries of ISO 3166-1 and what they are called in English and Hindi (countries.tsv).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace vigyapti {

// The ISO 3166-1 alpha-2 code of the country that `text` names and nothing else: a code (RU, or RUS
// in capitals), an English
// or Hindi name, an abbreviation, a people or a capital, in any spelling that the Analyser folds,
// upper or lower case. The view lives as long as the program.
std::optional<std::string_view> find_country(std::string_view text);

// The name of a country for display, in "hi" or, for any other language, in English. Empty for
// what is no code.
std::string_view country_name(std::string_view code, std::string_view language);

// All codes, in their order.
std::vector<std::string_view> country_codes();

}  // namespace vigyapti
