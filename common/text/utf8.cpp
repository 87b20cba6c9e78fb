#include "common/text/utf8.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>

// ICU's macros cast in the old style.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace vigyapti {

char32_t next_code_point_slowly(std::string_view text, std::size_t& position) {
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT_OR_FFFD(bytes, position, text.size(), c);
    return static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& position) {
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto index = static_cast<std::int32_t>(position);
    U8_PREV_OR_FFFD(bytes, 0, index, c);
    position = static_cast<std::size_t>(index);
    return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t code_point) {
    char buffer[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
    out.append(buffer, length);
}

std::optional<std::size_t> find_malformed_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (c < 0) return begin;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count)
        next_code_point(text, i);
    return count;
}

void to_utf16(std::string_view text, std::u16string& out) {
    out.clear();
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (c > 0xFFFF) {
            out += U16_LEAD(static_cast<UChar32>(c));
            out += U16_TRAIL(static_cast<UChar32>(c));
        } else {
            out += static_cast<char16_t>(c);
        }
    }
}

void to_utf8(std::u16string_view text, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U16_NEXT_OR_FFFD(text.data(), i, text.size(), c);
        append_utf8(out, static_cast<char32_t>(c));
    }
}

}  // namespace vigyapti
