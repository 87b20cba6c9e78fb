// How many releases fall into each stretch of time, for charts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/facets.hpp"

namespace vigyapti {

struct TimelineBar {
    std::string label;  // "2023-10", "2023 Q4", "2023" or "2020-2029"
    std::string first;  // month, "2023-10"
    std::string last;
    std::size_t count = 0;
};

struct Timeline {
    std::string_view step;  // "month", "quarter", "year", "decade" or "century"
    std::vector<TimelineBar> bars;
};

// A bar a month, also for months without any between the first and the last; for a long span a bar
// a quarter, year, decade or century, so that there are at most 40 (the centuries of nine millennia
// apart). `months` are "2023-10" in any order; what is none is passed over. Nothing when none is
// left.
std::optional<Timeline> make_timeline(const std::vector<FacetValue>& months);

}  // namespace vigyapti
