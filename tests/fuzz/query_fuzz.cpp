// Any bytes are a query: it is read in bounds, with notices that can be shown, and, where nothing
// of it was passed over, its tree printed as a query is read as the same tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/utf8.hpp"
#include "searcher/query/parse.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {
namespace {

constexpr Date today{2023, 10, 17};

std::size_t leaves_in(const Node& node) {
    if (node.children.empty()) return node.kind == NodeKind::bag ? 0 : 1;
    std::size_t leaves = 0;
    for (const Node& child : node.children)
        leaves += leaves_in(child);
    return leaves;
}

std::size_t depth_of(const Node& node) {
    std::size_t depth = 0;
    for (const Node& child : node.children)
        depth = std::max(depth, depth_of(child));
    return depth + 1;
}

void check_node(const Node& node, bool is_root) {
    const std::size_t children = node.children.size();
    const bool leaf = node.kind <= NodeKind::prefix || node.kind == NodeKind::filter ||
                      node.kind == NodeKind::date;
    demand(leaf ? children == 0 : is_root || children > 1, "groups and only groups have children");
    if (node.kind == NodeKind::near) {
        demand(node.distance > 0 && node.distance <= greatest_distance, "distance");
    }
    if (node.kind == NodeKind::filter || node.kind == NodeKind::date) {
        demand(node.field.has_value(), "a filter has a field");
    }
    for (const Node& child : node.children) {
        if (node.kind != NodeKind::bag) {
            demand(child.occurrence == Occurrence::ranked, "signs are of lists only");
        }
        check_node(child, false);
    }
}

void check_notices(const ParsedQuery& parsed) {
    demand(parsed.notices.size() <= most_terms + 10, "few notices");
    for (const std::string& notice : parsed.notices) {
        demand(!notice.empty() && notice.size() < 4 * longest_query, "a notice is of some length");
        demand(!find_malformed_utf8(notice), "a notice is valid text");
        for (const char c : notice)
            demand(static_cast<unsigned char>(c) >= 0x20, "a notice is one line");
    }
}

void check_same_tree(const ParsedQuery& parsed) {
    const std::string query = to_query(parsed.root);
    if (query.size() > longest_query || depth_of(parsed.root) > deepest_nesting) return;
    const ParsedQuery again = parse_query(query, today);
    demand(again.root == parsed.root && again.notices.empty(), "printed and read again");
}

}  // namespace

void fuzz(std::string_view text) {
    const ParsedQuery parsed = parse_query(text, today);
    demand(parsed.root.kind == NodeKind::bag, "the root is a list");
    demand(leaves_in(parsed.root) <= most_terms, "number of leaves");
    demand(depth_of(parsed.root) <= 5 * deepest_nesting, "depth");
    check_node(parsed.root, true);
    check_notices(parsed);
    demand(to_string(parsed.root).size() <= 16 * longest_query, "printed on one line");
    demand(!to_tree(parsed.root).empty(), "printed as a tree");
    if (parsed.notices.empty()) check_same_tree(parsed);
}

}  // namespace vigyapti
