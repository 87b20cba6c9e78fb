// What is known of single sites: indexer/readers/sites.tsv, compiled in. The general rules come
// first; the table is for what they cannot know.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// The columns of a row as they are written; views of the table.
struct SiteRule {
    std::string_view host;
    std::string_view text;
    std::string_view title;
    std::string_view dropped;
};

// The row of `table` for the host of `url`, or one of empty columns. Lines that begin with # and
// rows of fewer than four columns are passed over; "-" is an empty column.
SiteRule site_rule(std::string_view url, std::string_view table);

// The table that is compiled in.
std::string_view sites_table();

// The first element that `selector` (tag, .class, #id or tag.class) fits; 0 when there is none.
NodeId select_first(const Tree& tree, std::string_view selector);

// All elements that one of `selectors`, divided by spaces, fits.
std::vector<NodeId> select_all(const Tree& tree, std::string_view selectors);

}  // namespace vigyapti::html
