#include "common/text/signature.hpp"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace vigyapti {
namespace {

constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

// Mixes the hashes of three successive words, of which the order counts.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = (a * multiplier + b) * multiplier + c;
    hash ^= hash >> 32U;
    hash *= multiplier;
    return hash ^ (hash >> 29U);
}

}  // namespace

void SignatureBuilder::clear() {
    least_.fill(none);
    words_ = 0;
}

void SignatureBuilder::add(std::string_view key) {
    const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
    if (++words_ > 2) {
        const std::uint64_t run = mixed(before_last_, last_, hash);
        std::uint64_t& place = least_.at(run % signature_size);
        place = std::min(place, run / signature_size);
    }
    before_last_ = last_;
    last_ = hash;
}

std::string SignatureBuilder::take() {
    std::string signature;
    if (words_ >= least_words) {
        for (std::size_t i = 0; i < signature_size; ++i) {
            std::size_t from = i;
            while (least_.at(from) == none)
                from = (from + 1) % signature_size;
            // Of how far away it is taken from, a byte of its own: not all empty places are alike.
            const std::uint64_t distance = (from + signature_size - i) % signature_size;
            signature += static_cast<char>(mixed(least_.at(from), distance, i) & 0xFFU);
        }
    }
    clear();
    return signature;
}

std::array<std::string, 3> signature_bands(std::string_view signature) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::size_t length = 3;
    std::array<std::string, 3> bands;
    if (signature.size() != signature_size) return bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        std::uint32_t bits = 0;
        for (const char c : signature.substr(i * length, length))
            bits = bits << 8U | static_cast<unsigned char>(c);
        bands.at(i) = std::to_string(i);
        for (int shift = 18; shift >= 0; shift -= 6)
            bands.at(i) += letters[bits >> static_cast<unsigned>(shift) & 63U];
    }
    return bands;
}

double signature_likeness(std::string_view a, std::string_view b) {
    if (a.size() != signature_size || b.size() != signature_size) return 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < signature_size; ++i)
        same += a[i] == b[i] ? 1 : 0;
    // One byte in 256 is the same by chance.
    constexpr double chance = 1.0 / 256;
    const double share = static_cast<double>(same) / static_cast<double>(signature_size);
    return std::max(0.0, (share - chance) / (1 - chance));
}

}  // namespace vigyapti
