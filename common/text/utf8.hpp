// UTF-8 in and out of code points and UTF-16, for text that may be malformed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

inline constexpr char32_t replacement_character = 0xFFFD;

// next_code_point for any sequence; call that one.
char32_t next_code_point_slowly(std::string_view text, std::size_t& position);

// The code point at `position`, which is moved behind it. A malformed sequence yields
// replacement_character and is passed over as Unicode recommends (maximal subparts). ASCII and
// Devanagari (E0 A4 xx and E0 A5 xx) are read without a call.
inline char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[position + i]));
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        ++position;
        return first;
    }
    if (first == 0xE0 && text.size() - position > 2 && (byte(1) & 0xFEU) == 0xA4 &&
        (byte(2) & 0xC0U) == 0x80) {
        const char32_t c = (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        position += 3;
        return c;
    }
    return next_code_point_slowly(text, position);
}

// The code point before `position`, which is moved to its beginning. `position` > 0.
char32_t previous_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t code_point);

// Offset of the first malformed byte; nothing when the text is valid.
std::optional<std::size_t> find_malformed_utf8(std::string_view text);

// Code points in `text`, a malformed sequence counted as one.
std::size_t count_code_points(std::string_view text);

// A name that may hold any bytes, of a file or an address, as text: malformed ones are written as
// %XX.
std::string in_utf8(std::string_view name);

// Conversions that replace what is malformed. `out` keeps its capacity.
void to_utf16(std::string_view text, std::u16string& out);
void to_utf8(std::u16string_view text, std::string& out);

}  // namespace vigyapti
