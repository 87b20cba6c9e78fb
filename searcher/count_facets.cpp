#include "searcher/count_facets.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "common/index/facet_value.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

struct ViewHash : std::hash<std::string_view> {
    using is_transparent = void;
};

using Counts = std::unordered_map<std::string, std::size_t, ViewHash, std::equal_to<>>;

void add(Counts& counts, std::string_view value, std::size_t count) {
    if (value.empty()) return;
    const auto at = counts.find(value);
    if (at == counts.end()) {
        counts.emplace(value, count);
    } else {
        at->second += count;
    }
}

void add(Counts& counts, FacetKind kind, const FacetFields& fields, std::size_t count) {
    constexpr std::size_t year_length = 4;
    switch (kind) {
        case FacetKind::country:
            for (const std::string_view country : fields.countries)
                add(counts, country, count);
            return;
        case FacetKind::source:
            return add(counts, fields.source, count);
        case FacetKind::lang:
            return add(counts, fields.lang, count);
        case FacetKind::year:
            return add(counts, fields.month.substr(0, year_length), count);
        case FacetKind::month:
            if (fields.month.size() > year_length) add(counts, fields.month, count);
            return;
    }
}

Facet facet_of(FacetKind kind, const Counts& counts) {
    Facet facet;
    facet.kind = kind;
    for (const auto& [value, count] : counts)
        facet.values.push_back({value, count});
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
    if (kind == FacetKind::year || kind == FacetKind::month) return facet;
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    return facet;
}

}  // namespace

FacetSpy::FacetSpy() : Xapian::ValueCountMatchSpy(field(FieldId::facets).slot) {}

void FacetSpy::operator()(const Xapian::Document& document, double) {
    const std::string value = document.get_value(field(FieldId::facets).slot);
    if (!value.empty()) ++counts_[value];
}

std::vector<Facet> count_facets(const FacetSpy& spy, const std::vector<FacetKind>& kinds) {
    std::vector<Counts> counts(kinds.size());
    spy.for_each_value([&](const std::string& value, Xapian::doccount count) {
        const FacetFields fields = decode_facets(value);
        for (std::size_t i = 0; i < kinds.size(); ++i)
            add(counts[i], kinds[i], fields, count);
    });
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        facets.push_back(facet_of(kinds[i], counts[i]));
    return facets;
}

}  // namespace vigyapti
