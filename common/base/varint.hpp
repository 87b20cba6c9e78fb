// Unsigned numbers in as few bytes as they need, seven bits a byte, the lowest first: the building
// block of what the index stores in binary form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

inline void append_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        out += static_cast<char>(0x80U | (value & 0x7FU));
    out += static_cast<char>(value);
}

// Takes a number off the front of `data`; nothing when there is none, or when it exceeds 63 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& data) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && !data.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(data.front());
        data.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) return value;
    }
    return std::nullopt;
}

}  // namespace vigyapti
