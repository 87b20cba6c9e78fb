// Classes of ASCII characters, whatever the locale. A byte of a longer UTF-8 sequence is in none.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace vigyapti {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}

constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

inline void lower_ascii(std::string& text) {
    for (char& c : text)
        c = to_lower(c);
}

inline std::string lowered(std::string_view text) {
    std::string lower(text);
    lower_ascii(lower);
    return lower;
}

inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return to_lower(x) == to_lower(y); });
}

inline bool starts_ignoring_case(std::string_view text, std::string_view start) {
    return equals_ignoring_case(text.substr(0, start.size()), start);
}

}  // namespace vigyapti
