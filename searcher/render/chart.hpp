// The timeline: a chart of how many releases fall into each month.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/facets.hpp"

namespace vigyapti {

// One line a month with its bar and its number, also for months without any between the first and
// the last. A long span is drawn by quarters, years, decades or centuries, so that it has at most
// 40 lines (the centuries of nine millennia apart). The longest bar takes what `width` columns
// leave. `months` are "2023-10" in any order; what is none is passed over. Empty when none is left.
std::string timeline_chart(const std::vector<FacetValue>& months, std::size_t width, bool unicode);

}  // namespace vigyapti
