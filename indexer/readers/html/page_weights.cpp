#include "indexer/readers/html/page_weights.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
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

namespace {

// Whether an item holds a link, and beside it no more than a number, as that of a day.
bool is_link_item(const Tree& tree, NodeId item) {
    constexpr NodeId largest = 60;  // nodes
    constexpr std::size_t longest = 100;
    if (tree[item].tag != Tag::li || tree[item].end - item > largest) return false;
    std::size_t linked = 0;
    std::size_t beside = 0;
    bool number = false;
    NodeId link_end = 0;
    for (NodeId node = item; node < tree[item].end; ++node) {
        if (tree[node].tag == Tag::a) link_end = tree[node].end;
        if (tree[node].tag != Tag::text) continue;
        const std::string_view text = trimmed(tree.text(node));
        (node < link_end ? linked : beside) += text.size();
        if (beside > longest) return false;
        number |= node >= link_end && std::any_of(text.begin(), text.end(), is_digit);
    }
    return number && linked >= beside;
}

// The element before `item` in its list, or the list itself where it is the first.
NodeId item_before(const Tree& tree, NodeId item) {
    const NodeId list = tree[item].parent;
    NodeId before = item - 1;
    while (before > list && (tree[before].tag == Tag::text || tree[before].parent != list))
        before = tree[before].parent == list ? before - 1 : tree[before].parent;
    return before;
}

}  // namespace

bool stands_in_link_item(const Tree& tree, NodeId node) {
    constexpr int most_levels = 3;
    for (int levels = 0; levels < most_levels && node != 0; ++levels, node = tree[node].parent) {
        if (tree[node].tag != Tag::li) continue;
        if (!is_link_item(tree, node)) return false;
        const NodeId list = tree[node].parent;
        const NodeId before = item_before(tree, node);
        NodeId behind = tree[node].end;
        while (behind < tree[list].end && tree[behind].tag == Tag::text)
            ++behind;
        return (before != list && is_link_item(tree, before)) ||
               (behind < tree[list].end && is_link_item(tree, behind));
    }
    return false;
}

}  // namespace vigyapti::html
