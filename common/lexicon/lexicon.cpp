#include "common/lexicon/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>

namespace vigyapti {
namespace {

struct Variant {
    std::string_view key;
    std::string_view canonical;
};

// Both sorted by key (of kept_apart: the exact form); made by compile_variants.
constexpr Variant variants[] = {
#include "common/lexicon/variants.inc"
};
constexpr Variant kept_apart[] = {
#include "common/lexicon/kept_apart.inc"
};

// Places in `variants`, sorted by the canonical key.
constexpr auto by_canonical = [] {
    std::array<std::uint16_t, std::size(variants)> places{};
    std::iota(places.begin(), places.end(), std::uint16_t{0});
    std::sort(places.begin(), places.end(), [](std::uint16_t a, std::uint16_t b) {
        return variants[a].canonical < variants[b].canonical;
    });
    return places;
}();

// Those of the spellings that stand for `key`.
std::span<const std::uint16_t> places_of(std::string_view key) {
    const auto canonical = [](std::uint16_t place) { return variants[place].canonical; };
    const auto begin = std::lower_bound(
        by_canonical.begin(), by_canonical.end(), key,
        [&](std::uint16_t place, std::string_view wanted) { return canonical(place) < wanted; });
    const auto end = std::find_if(begin, by_canonical.end(),
                                  [&](std::uint16_t place) { return canonical(place) != key; });
    return std::span(begin, end);
}

const Variant* find(std::span<const Variant> table, std::string_view key) {
    const auto found = std::lower_bound(
        table.begin(), table.end(), key,
        [](const Variant& variant, std::string_view wanted) { return variant.key < wanted; });
    return found != table.end() && found->key == key ? &*found : nullptr;
}

}  // namespace

std::string_view canonical_key(std::string_view exact, std::string_view key) {
    if (const Variant* own = find(kept_apart, exact)) key = own->canonical;
    if (const Variant* found = find(variants, key)) return found->canonical;
    return key;
}

Initials initials_of_key(std::string_view key) {
    Initials initials(initial_of_term(key));
    for (const std::uint16_t place : places_of(key))
        initials.add(initial_of_term(variants[place].key));
    for (const Variant& each : kept_apart) {
        if (canonical_key(each.key, each.canonical) == key) initials.add(initial_of_term(each.key));
    }
    return initials;
}

std::size_t count_variant_keys() {
    return std::size(variants) + std::size(kept_apart);
}

}  // namespace vigyapti
