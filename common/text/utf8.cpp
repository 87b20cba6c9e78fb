#include "common/text/utf8.hpp"

#include <fmt/core.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

// ICU's macros cast in the old style.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace vigyapti {
namespace {

// GCC's and clang's vectors: sixteen bytes at once on any machine.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using Truths [[gnu::vector_size(16)]] = std::int8_t;

constexpr std::size_t block_size = 64;
constexpr std::size_t look_back = 3;

Bytes bytes_at(const std::uint8_t* from) {
    Bytes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
}

template <typename Vector>
bool any_set(Vector vector) {
    std::array<std::uint64_t, 2> words{};
    static_assert(sizeof words == sizeof vector);
    std::memcpy(words.data(), &vector, sizeof words);
    return (words[0] | words[1]) != 0;
}

// Where the sixteen bytes at `from` may not stand behind the three before them, by table 3-7 of
// the Unicode Standard.
Truths misplaced(const std::uint8_t* from) {
    const Bytes byte = bytes_at(from);
    const Bytes before = bytes_at(from - 1);
    const Truths wanted =
        (before >= 0xC0) | (bytes_at(from - 2) >= 0xE0) | (bytes_at(from - 3) >= 0xF0);
    const Truths never = ((byte & 0xFE) == 0xC0) | (byte > 0xF4);
    const Truths too_long = ((before == 0xE0) & (byte < 0xA0)) | ((before == 0xF0) & (byte < 0x90));
    const Truths surrogate = (before == 0xED) & (byte > 0x9F);
    const Truths too_great = (before == 0xF4) & (byte > 0x8F);
    return (wanted ^ ((byte & 0xC0) == 0x80)) | never | too_long | surrogate | too_great;
}

// Whether each byte of `block` may stand behind the three before it. A sequence that the end of
// the block cuts off is looked at with the next.
bool is_valid_block(const std::uint8_t* block) {
    Bytes all = bytes_at(block - look_back);
    for (std::size_t i = 0; i < block_size; i += sizeof(Bytes))
        all |= bytes_at(block + i);
    if (!any_set(all & 0x80)) return true;
    Truths bad{};
    for (std::size_t i = 0; i < block_size; i += sizeof(Bytes))
        bad |= misplaced(block + i);
    return !any_set(bad);
}

// Where the sequence that `end` may stand in begins, whose bytes before `end` are valid; `end` when
// it stands behind one.
std::size_t begin_of_sequence(const std::uint8_t* bytes, std::size_t end) {
    if (bytes[end - 1] >= 0xC0) return end - 1;
    if (bytes[end - 2] >= 0xE0) return end - 2;
    return bytes[end - 3] >= 0xF0 ? end - 3 : end;
}

}  // namespace

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
        if (i >= look_back) {
            while (text.size() - i >= block_size && is_valid_block(bytes + i))
                i += block_size;
            // A sequence may reach beyond the last of them.
            i = begin_of_sequence(bytes, i);
        }
        // The beginning of the text, its end, or a block with something malformed.
        const std::size_t stop = std::min(i + block_size + look_back, text.size());
        while (i < stop) {
            const std::size_t begin = i;
            UChar32 c = 0;
            U8_NEXT(bytes, i, text.size(), c);
            if (c < 0) return begin;
        }
    }
    return std::nullopt;
}

std::string in_utf8(std::string_view name) {
    std::string out;
    for (auto bad = find_malformed_utf8(name); bad; bad = find_malformed_utf8(name)) {
        out += name.substr(0, *bad);
        out += fmt::format("%{:02X}", static_cast<unsigned char>(name[*bad]));
        name.remove_prefix(*bad + 1);
    }
    return out += name;
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
