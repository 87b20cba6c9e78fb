// What countries are called where people read them; machines get codes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// The country's name in "hi" or, for any other language, in English; the code itself where it has
// none.
std::string country_label(const std::string& code, std::string_view language);

// The same for several, joined by commas: the first `most`, and how many more there are.
std::string country_labels(const std::vector<std::string>& codes, std::string_view language,
                           std::size_t most);

}  // namespace vigyapti
