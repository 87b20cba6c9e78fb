#include "common/index/one_byte.hpp"

#include <cstddef>

namespace vigyapti {
namespace {

// U+0900 to U+097F, the block of Devanagari, is E0 A4 80 to E0 A5 BF in UTF-8. In the packed form
// its 128 code points are the bytes 80 to FF, bytes below 80 are themselves, and any other byte
// stands behind `escape`, as does `escape` itself.
constexpr unsigned first_lead = 0xE0;
constexpr unsigned second_lead = 0xA4;  // A5 for the second half of the block
constexpr unsigned packed_bit = 0x80;
constexpr unsigned half_bit = 0x40;  // in the packed byte: the second half of the block
constexpr unsigned low_bits = 0x3F;  // of the last byte of UTF-8 and of the packed byte
constexpr char escape = '\x10';      // "data link escape", which text does not hold

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool is_devanagari(std::string_view bytes, std::size_t at) {
    return bytes.size() - at >= 3 && byte_at(bytes, at) == first_lead &&
           (byte_at(bytes, at + 1) & ~1U) == second_lead &&
           (byte_at(bytes, at + 2) & ~low_bits) == packed_bit;
}

}  // namespace

std::string to_one_byte(std::string_view bytes) {
    std::string packed(2 * bytes.size(), '\0');
    char* out = packed.data();
    for (std::size_t at = 0; at < bytes.size();) {
        const char byte = bytes[at];
        if (byte_at(bytes, at) < packed_bit && byte != escape) {
            *out++ = byte;
            ++at;
        } else if (is_devanagari(bytes, at)) {
            const unsigned half = (byte_at(bytes, at + 1) & 1U) != 0 ? half_bit : 0;
            *out++ = static_cast<char>(packed_bit | half | (byte_at(bytes, at + 2) & low_bits));
            at += 3;
        } else {
            *out++ = escape;
            *out++ = byte;
            ++at;
        }
    }
    packed.resize(static_cast<std::size_t>(out - packed.data()));
    return packed;
}

std::optional<std::string> from_one_byte(std::string_view packed) {
    std::string bytes(3 * packed.size(), '\0');
    char* out = bytes.data();
    for (std::size_t at = 0; at < packed.size(); ++at) {
        const unsigned byte = byte_at(packed, at);
        if (packed[at] == escape) {
            if (++at == packed.size()) return std::nullopt;
            *out++ = packed[at];
        } else if (byte < packed_bit) {
            *out++ = packed[at];
        } else {
            *out++ = static_cast<char>(first_lead);
            *out++ = static_cast<char>(second_lead | ((byte & half_bit) != 0 ? 1U : 0U));
            *out++ = static_cast<char>(packed_bit | (byte & low_bits));
        }
    }
    bytes.resize(static_cast<std::size_t>(out - bytes.data()));
    return bytes;
}

}  // namespace vigyapti
