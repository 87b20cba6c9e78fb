#include "common/index/facet_value.hpp"

#include <algorithm>

namespace vigyapti {
namespace {

constexpr char separator = '\t';

// Up to the next `end`, which is taken away too.
std::string_view take_until(std::string_view& text, char end) {
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return part;
}

}  // namespace

std::string encode_facets(const Release& release) {
    constexpr std::size_t month_length = 7;
    std::string out = release.lang + separator + release.date.substr(0, month_length) + separator;
    for (const std::string& country : release.countries) {
        if (out.back() != separator) out += ' ';
        out += country;
    }
    // Last: a source may have any characters.
    return out + separator + release.source;
}

FacetFields decode_facets(std::string_view value) {
    FacetFields fields;
    fields.lang = take_until(value, separator);
    fields.month = take_until(value, separator);
    std::string_view countries = take_until(value, separator);
    while (!countries.empty())
        fields.countries.push_back(take_until(countries, ' '));
    fields.source = value;
    return fields;
}

}  // namespace vigyapti
