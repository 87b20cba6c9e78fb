// What a user asks, however it was asked: the argument of Searcher::search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/relative_date.hpp"
#include "searcher/facets.hpp"

namespace vigyapti {

enum class Sort : std::uint8_t { relevance, date, date_ascending };

// What a saved search has shown already: asks for releases indexed at `time` or later, but for
// those of `seen` that have not been indexed again after `until`. Times are in seconds since 1970.
struct Since {
    double time = 0;
    double until = 0;
    std::vector<std::string> seen;  // ids

    bool operator==(const Since&) const = default;
};

// Whether a question finds releases in the language that it is not written in.
enum class Cross : std::uint8_t {
    off,
    automatic,  // those too
    only,       // those and no others
};

// What all releases that are asked for have in common, whatever the query says. None is empty.
struct Filters {
    std::vector<std::string> langs;      // one of these codes
    std::vector<std::string> countries;  // all of these codes
    std::vector<std::string> sources;    // one of these names, each as a facet gives it
    DateRange dates;

    bool empty() const { return *this == Filters{}; }
    bool operator==(const Filters&) const = default;
};

struct Request {
    std::string query;  // in the query language; any bytes
    Filters filters;
    std::size_t offset = 0;
    std::size_t limit = 10;
    Sort sort = Sort::relevance;
    bool all = false;  // every plain word is required
    Cross cross = Cross::automatic;
    std::size_t snippet_graphemes = 240;
    Date today = current_day();     // from which ages and "last week" are counted
    double half_life_days = 0;      // of the weight of a release by relevance; 0: age is no matter
    std::vector<FacetKind> facets;  // to be counted over all releases that match
    bool all_versions = false;      // near duplicates and both of a pair are shown one by one
    std::string like;               // the id of a release: ask for others of its matter, of those
                                    // that match `query` and `filters`, where there are any
    std::string pair;  // the id of a release: ask for its counterparts in the other language, and
                       // for nothing else
    std::optional<Since> since;
};

}  // namespace vigyapti
