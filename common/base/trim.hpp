// Text without the white space around it.
#pragma once

#include <string_view>

namespace vigyapti {

// A view of `text` without the ASCII white space at its ends.
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace vigyapti
