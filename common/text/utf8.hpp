// UTF-8 in and out of code points and UTF-16, for text that may be malformed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

inline constexpr char32_t replacement_character = 0xFFFD;

// The code point at `position`, which is moved behind it. A malformed sequence yields
// replacement_character and is passed over as Unicode recommends (maximal subparts).
char32_t next_code_point(std::string_view text, std::size_t& position);

// The code point before `position`, which is moved to its beginning. `position` > 0.
char32_t previous_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t code_point);

// Offset of the first malformed byte; nothing when the text is valid.
std::optional<std::size_t> find_malformed_utf8(std::string_view text);

// Code points in `text`, a malformed sequence counted as one.
std::size_t count_code_points(std::string_view text);

// Conversions that replace what is malformed. `out` keeps its capacity.
void to_utf16(std::string_view text, std::u16string& out);
void to_utf8(std::u16string_view text, std::string& out);

}  // namespace vigyapti
