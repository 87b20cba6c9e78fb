// Counts facets from the values that Xapian counted while it matched.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/xapian.hpp"
#include "searcher/facets.hpp"

namespace vigyapti {

// To be given to an Enquire for the search, then to count_facets. Counts what Xapian's own spy
// does, by which shards on other machines count for it, but with a hash table: comparing values
// that begin alike was most of the work.
class FacetSpy final : public Xapian::ValueCountMatchSpy {
  public:
    FacetSpy();

    void operator()(const Xapian::Document& document, double weight) override;

    // Calls visit(value, count) for each value; for one that is also elsewhere several times.
    template <typename Visitor>
    void for_each_value(Visitor&& visit) const {
        for (const auto& [value, count] : counts_)
            visit(value, count);
        for (auto value = values_begin(); value != values_end(); ++value)
            visit(*value, value.get_termfreq());
    }

  private:
    std::unordered_map<std::string, Xapian::doccount> counts_;
};

// The facets that are asked for, of what `spy` has seen. Throws Xapian::Error.
std::vector<Facet> count_facets(const FacetSpy& spy, const std::vector<FacetKind>& kinds);

}  // namespace vigyapti
