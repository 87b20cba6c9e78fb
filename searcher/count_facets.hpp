// Counts facets from the values that Xapian counted while it matched.
#pragma once

#include <vector>

#include "common/base/xapian.hpp"
#include "searcher/facets.hpp"

namespace vigyapti {

// To be given to an Enquire for the search, then to count_facets.
Xapian::ValueCountMatchSpy facet_spy();

// The facets that are asked for, of what `spy` has seen. Throws Xapian::Error.
std::vector<Facet> count_facets(const Xapian::ValueCountMatchSpy& spy,
                                const std::vector<FacetKind>& kinds);

}  // namespace vigyapti
