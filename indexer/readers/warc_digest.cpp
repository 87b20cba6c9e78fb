#include "indexer/readers/warc_digest.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/base/ascii.hpp"

namespace vigyapti {
namespace {

struct Algorithm {
    std::string_view name;
    GChecksumType type;
};

constexpr std::array algorithms{
    Algorithm{"md5", G_CHECKSUM_MD5},        Algorithm{"sha1", G_CHECKSUM_SHA1},
    Algorithm{"sha-1", G_CHECKSUM_SHA1},     Algorithm{"sha256", G_CHECKSUM_SHA256},
    Algorithm{"sha-256", G_CHECKSUM_SHA256}, Algorithm{"sha512", G_CHECKSUM_SHA512},
    Algorithm{"sha-512", G_CHECKSUM_SHA512},
};

std::vector<std::uint8_t> digest_of(std::string_view bytes, GChecksumType type) {
    const std::unique_ptr<GChecksum, void (*)(GChecksum*)> checksum(::g_checksum_new(type),
                                                                    ::g_checksum_free);
    ::g_checksum_update(checksum.get(), reinterpret_cast<const guchar*>(bytes.data()),
                        static_cast<gssize>(bytes.size()));
    gsize size = static_cast<gsize>(::g_checksum_type_get_length(type));
    std::vector<std::uint8_t> digest(size);
    ::g_checksum_get_digest(checksum.get(), digest.data(), &size);
    return digest;
}

// `digest` as letters of `bits` bits each, without padding.
std::string written(const std::vector<std::uint8_t>& digest, unsigned bits,
                    std::string_view letters) {
    std::string out;
    unsigned held = 0;
    unsigned held_bits = 0;
    const auto flush = [&] { out += letters[(held >> held_bits) & ((1U << bits) - 1)]; };
    for (const std::uint8_t byte : digest) {
        held = (held << 8U) | byte;
        for (held_bits += 8; held_bits >= bits;) {
            held_bits -= bits;
            flush();
        }
    }
    if (held_bits > 0) {
        held <<= bits - held_bits;
        held_bits = 0;
        flush();
    }
    return out;
}

}  // namespace

std::optional<bool> agrees_with_digest(std::string_view bytes, std::string_view digest) {
    const auto colon = digest.find(':');
    if (colon == digest.npos) return std::nullopt;
    std::string_view value = digest.substr(colon + 1);
    while (value.ends_with('='))
        value.remove_suffix(1);
    const auto algorithm =
        std::find_if(algorithms.begin(), algorithms.end(), [&](const Algorithm& each) {
            return equals_ignoring_case(each.name, digest.substr(0, colon));
        });
    if (algorithm == algorithms.end()) return std::nullopt;
    const auto size = static_cast<std::size_t>(::g_checksum_type_get_length(algorithm->type));
    const bool base16 = value.size() == size * 2;
    if (!base16 && value.size() != (size * 8 + 4) / 5) return std::nullopt;
    const auto computed = digest_of(bytes, algorithm->type);
    return equals_ignoring_case(value,
                                base16 ? written(computed, 4, "0123456789abcdef")
                                       : written(computed, 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
}

}  // namespace vigyapti
