// Which lines below an element are text, once it is known where the text of the page stands.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Everything is referred to, not copied, and must outlive it.
class TextRange {
  public:
    // `running`: letters of running text by line. `bonus`: what a line that says the title is worth
    // beside. `excluded`: by node, what is furniture.
    TextRange(const Tree& tree, const std::vector<Line>& lines,
              const std::vector<std::uint32_t>& running, const std::vector<std::uint32_t>& bonus,
              const std::vector<bool>& excluded)
        : tree_(tree), lines_(lines), running_(running), bonus_(bonus), excluded_(excluded) {}

    // Marks the lines of the text below `root` in `roles`, which has one for each line.
    void mark(NodeId root, std::vector<LineRole>& roles) const;

  private:
    struct Cluster {
        std::size_t first = 0;  // running lines
        std::size_t last = 0;
        std::uint64_t letters = 0;  // with what a title right before it is worth
    };

    bool below(NodeId node, NodeId ancestor) const {
        return node >= ancestor && node < tree_[ancestor].end;
    }
    bool alike(const Cluster& a, const Cluster& b) const;
    NodeId around(NodeId root) const;
    bool is_candidate(const Line& line, NodeId root) const;
    bool is_point(std::size_t line, const std::vector<bool>& candidates) const;
    void mark_candidates(NodeId root, std::vector<bool>& candidates) const;
    void drop_appendices(NodeId root, std::vector<bool>& candidates) const;
    void drop_appendix(std::size_t heading, NodeId root, std::vector<bool>& candidates) const;
    bool is_text(std::size_t begin, std::size_t end) const;
    std::vector<Cluster> find_clusters(const std::vector<bool>& candidates) const;
    void mark_cluster(const Cluster& cluster, NodeId root, NodeId outer,
                      const std::vector<bool>& candidates, std::vector<LineRole>& roles) const;

    const Tree& tree_;
    const std::vector<Line>& lines_;
    const std::vector<std::uint32_t>& running_;
    const std::vector<std::uint32_t>& bonus_;
    const std::vector<bool>& excluded_;
};

}  // namespace vigyapti::html
