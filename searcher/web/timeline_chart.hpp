// The timeline as inline SVG: a bar that is chosen limits the search to its months.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "searcher/facets.hpp"
#include "searcher/web/frame.hpp"

namespace vigyapti {

// Adds a copy of `pattern`, the part "timeline" of search.html, filled with `months`; nothing where
// they make less than two bars.
void add_timeline(pugi::xml_node parent, pugi::xml_node pattern,
                  const std::vector<FacetValue>& months, const PageContext& context);

}  // namespace vigyapti
