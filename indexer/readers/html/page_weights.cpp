#include "indexer/readers/html/page_weights.hpp"

#include "indexer/readers/html/page_phrases.hpp"

namespace vigyapti::html {

std::uint32_t running_letters(const Line& line) {
    if (line.kind == LineKind::control || line.kind == LineKind::heading) return 0;
    const std::uint32_t own = line.letters - line.link_letters;
    const bool sentence = line.sentences > 0 && line.letters >= 20 && own * 3 > line.letters * 2;
    const bool is_long = line.letters >= 80 && own * 4 > line.letters * 3;
    if (!sentence && !is_long) return 0;
    return is_page_phrase(line.text) ? 0 : own;
}

bool stands_in_link_item(const Tree& tree, NodeId node) {
    constexpr int most_levels = 3;
    constexpr NodeId largest_item = 60;  // nodes
    for (int levels = 0; levels < most_levels && node != 0; ++levels, node = tree[node].parent) {
        if (tree[node].tag != Tag::li) continue;
        if (tree[node].end - node > largest_item) return false;
        std::size_t linked = 0;
        for (NodeId each = node; each < tree[node].end; ++each) {
            if (tree[each].tag == Tag::a) linked += tree.text_below(each).size();
        }
        return linked > 0 && linked * 2 >= tree.text_below(node).size();
    }
    return false;
}

}  // namespace vigyapti::html
