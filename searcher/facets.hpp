// Facets: how many of the releases that match have which country, source, language, year or month.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

enum class FacetKind : std::uint8_t { country, source, lang, year, month };

// As --facet and JSON name them, in the order of the kinds.
inline constexpr std::array<std::string_view, 5> facet_names{"country", "source", "lang", "year",
                                                             "month"};

constexpr std::string_view facet_name(FacetKind kind) {
    return facet_names.at(static_cast<std::size_t>(kind));
}

// Nothing when no facet has this name.
constexpr std::optional<FacetKind> find_facet(std::string_view name) {
    for (std::size_t i = 0; i < facet_names.size(); ++i) {
        if (facet_names.at(i) == name) return static_cast<FacetKind>(i);
    }
    return std::nullopt;
}

struct FacetValue {
    std::string value;  // "RU", "hi", "2023", "2023-10" or a source's name
    std::size_t count = 0;

    bool operator==(const FacetValue&) const = default;
};

struct Facet {
    FacetKind kind = FacetKind::country;
    // Years and months in their order, others by count, the greatest first, then by value. Releases
    // without a value are not counted.
    std::vector<FacetValue> values;
};

}  // namespace vigyapti
