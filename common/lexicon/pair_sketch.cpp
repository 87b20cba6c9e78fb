#include "common/lexicon/pair_sketch.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace vigyapti {
namespace {

constexpr std::size_t most_addresses = 2;

// What the first byte of a value says beside the number of addresses.
constexpr std::uint32_t hindi_bit = 0x80;
constexpr std::uint32_t day_bit = 0x40;

constexpr unsigned day_bytes = 3;
constexpr unsigned address_bytes = 4;
constexpr unsigned feature_bytes = 2;

// All years of four digits are positive then.
constexpr std::int64_t first_day_kept = 1'000'000;

void append_number(std::string& out, std::uint32_t number, unsigned bytes) {
    for (unsigned i = bytes; i > 0; --i)
        out += static_cast<char>(number >> (8 * (i - 1)) & 0xFFU);
}

// Takes it off the front of `bytes`, which has that many.
std::uint32_t take_number(std::string_view& bytes, unsigned count) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < count; ++i)
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    bytes.remove_prefix(count);
    return number;
}

struct Parts {
    bool hindi = false;
    std::optional<std::chrono::sys_days> day;
    std::string_view addresses;
    std::string_view features;
};

Parts parts_of(std::string_view value) {
    Parts parts;
    if (value.empty()) return parts;
    const std::uint32_t head = take_number(value, 1);
    parts.hindi = (head & hindi_bit) != 0;
    if ((head & day_bit) != 0 && value.size() >= day_bytes) {
        const std::int64_t day = take_number(value, day_bytes) - first_day_kept;
        parts.day = std::chrono::sys_days(std::chrono::days(day));
    }
    const std::size_t addresses =
        std::min<std::size_t>(head & ~(hindi_bit | day_bit), most_addresses);
    parts.addresses = value.substr(0, addresses * address_bytes);
    value.remove_prefix(parts.addresses.size());
    parts.features = value.substr(0, most_pair_features * feature_bytes);
    return parts;
}

char letter_of(bool hindi) {
    return hindi ? 'h' : 'e';
}

}  // namespace

std::string encode_pair_sketch(const PairSketch& sketch) {
    const std::size_t addresses = std::min(sketch.addresses.size(), most_addresses);
    const std::size_t features = std::min(sketch.features.size(), most_pair_features);
    std::string value;
    append_number(value,
                  static_cast<std::uint32_t>(addresses) | (sketch.hindi ? hindi_bit : 0) |
                      (sketch.day ? day_bit : 0),
                  1);
    if (sketch.day) {
        const std::int64_t day = sketch.day->time_since_epoch().count() + first_day_kept;
        append_number(value, static_cast<std::uint32_t>(day), day_bytes);
    }
    for (std::size_t i = 0; i < addresses; ++i)
        append_number(value, sketch.addresses[i], address_bytes);
    for (std::size_t i = 0; i < features; ++i)
        append_number(value, sketch.features[i], feature_bytes);
    return value;
}

PairSketch decode_pair_sketch(std::string_view value) {
    Parts parts = parts_of(value);
    PairSketch sketch{parts.hindi, parts.day, {}, {}};
    while (parts.addresses.size() >= address_bytes)
        sketch.addresses.push_back(take_number(parts.addresses, address_bytes));
    while (parts.features.size() >= feature_bytes)
        sketch.features.push_back(
            static_cast<std::uint16_t>(take_number(parts.features, feature_bytes)));
    return sketch;
}

std::optional<std::chrono::sys_days> pair_day(std::string_view value) {
    return parts_of(value).day;
}

std::vector<std::string> pair_terms(const PairSketch& sketch) {
    std::vector<std::string> terms = pair_address_terms(sketch, sketch.hindi);
    if (sketch.day) terms.push_back(pair_day_term(sketch.hindi, *sketch.day));
    return terms;
}

std::string pair_day_term(bool hindi, std::chrono::sys_days day) {
    return fmt::format("{}{}", letter_of(hindi), day.time_since_epoch().count());
}

std::vector<std::string> pair_address_terms(const PairSketch& sketch, bool hindi) {
    std::vector<std::string> terms;
    for (const std::uint32_t address : sketch.addresses)
        terms.push_back(fmt::format("{}={:08x}", letter_of(hindi), address));
    return terms;
}

PairComparer::PairComparer(const PairSketch& sketch)
    : has_(std::size_t{1} << 16U), count_(sketch.features.size()) {
    for (const std::uint16_t feature : sketch.features)
        has_[feature] = true;
}

double PairComparer::likeness(std::string_view value) const {
    const Parts parts = parts_of(value);
    std::string_view rest = parts.features;
    std::size_t shared = 0;
    while (rest.size() >= feature_bytes)
        shared += has_[take_number(rest, feature_bytes)] ? 1 : 0;
    // A few features are alike by chance in notes of a line.
    constexpr double doubt = 2;
    const std::size_t count = parts.features.size() / feature_bytes;
    const auto product = static_cast<double>(count_ * count);
    return static_cast<double>(shared) / (std::sqrt(product) + doubt);
}

}  // namespace vigyapti
