// Finds the text of a page among its furniture, by how much running text stands where (densities of
// letters and links as in Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow
// Text Features", 2010) and by the page's structure. No page is told from another by its site.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

enum class LineRole : std::uint8_t { furniture, text, title, credit };

// What is known beforehand of where the text and the title stand.
struct KnownPlaces {
    std::vector<std::string_view> titles;  // that the page's metadata give
    NodeId text = 0;                       // element that holds the text; 0: to be found
    NodeId title = 0;                      // element that holds the title; 0: to be found
    std::vector<NodeId> dropped = {};      // elements that are furniture
};

// The role of each of `lines`, in their order. At most one heading is the title, though it may take
// several lines. All are furniture when the page has no text of its own.
std::vector<LineRole> find_main_text(const Tree& tree, const std::vector<Line>& lines,
                                     const KnownPlaces& known);

}  // namespace vigyapti::html
