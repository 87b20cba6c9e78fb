// How much running text, and how many links, stand below each element of a page.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Letters of a line outside of links when it reads as running text: at least a sentence of some
// words, or long, and with few links; else 0. The bounds are about those of the rules in
// "Boilerplate Detection using Shallow Text Features" (words turned into letters, Hindi ones
// without signs).
std::uint32_t running_letters(const Line& line);

// Whether most of a line is links.
inline bool is_link_line(const Line& line) {
    return line.link_letters * 2 > line.letters;
}

// Whether `node` stands in one of several items of a list that are a link each, with a number
// beside it, such as a day: that is said of the page that the link leads to.
bool stands_in_link_item(const Tree& tree, NodeId node);

// Sums over what stands below an element, each in constant time.
class NodeSums {
  public:
    explicit NodeSums(NodeId nodes) : sums_(nodes + 1, 0) {}
    // Before finish() only.
    void add(NodeId node, std::uint64_t value) { sums_[node + 1] += value; }
    void finish() {
        for (std::size_t i = 1; i < sums_.size(); ++i)
            sums_[i] += sums_[i - 1];
    }
    std::uint64_t below(const Tree& tree, NodeId node) const {
        return sums_[tree[node].end] - sums_[node];
    }

  private:
    std::vector<std::uint64_t> sums_;
};

}  // namespace vigyapti::html
