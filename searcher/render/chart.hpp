// The timeline: a chart of how many releases fall into each month.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/facets.hpp"

namespace vigyapti {

// A line a bar of make_timeline (timeline.hpp), with its number. The longest bar takes what `width`
// columns leave. Empty when no month is among `months`.
std::string timeline_chart(const std::vector<FacetValue>& months, std::size_t width, bool unicode);

}  // namespace vigyapti
