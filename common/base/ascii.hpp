// Classes of ASCII characters, whatever the locale. A byte of a longer UTF-8 sequence is in none.
#pragma once

#include <string>

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

inline void lower_ascii(std::string& text) {
    for (char& c : text)
        c = to_lower(c);
}

}  // namespace vigyapti
