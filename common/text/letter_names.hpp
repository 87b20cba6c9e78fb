// How the letters of the Latin alphabet are called in Hindi: the pieces of abbreviations such as
// यू.एन. and एन. डी. ए.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace vigyapti {

// `piece`: Devanagari in UTF-8, with or without nukta.
constexpr bool is_letter_name(std::string_view piece) {
    constexpr std::array<std::string_view, 29> names{
        "ए", "बी", "सी",   "डी",  "ई",   "एफ",  "जी", "एच", "आई", "जे",
        "के", "एल", "एम",   "एन",  "ओ",   "पी",  "क्यू", "आर", "एस", "टी",
        "यू", "वी", "डब्ल्यू", "डब्लू", "एक्स", "वाई", "ज़ेड", "ज़ेड", "जेड"};
    return std::find(names.begin(), names.end(), piece) != names.end();
}

}  // namespace vigyapti
