#include "searcher/query/ast.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

#include "searcher/query/lexer.hpp"

namespace vigyapti {
namespace {

std::string children_of(const Node& node) {
    std::string out;
    for (const Node& child : node.children)
        out += " " + to_string(child);
    return out;
}

std::string dates_of(const DateRange& dates) {
    const std::string first = dates.first ? to_iso(*dates.first) : "";
    const std::string last = dates.last ? to_iso(*dates.last) : "";
    return first == last ? first : first + ".." + last;
}

std::string bare(const Node& node) {
    switch (node.kind) {
        case NodeKind::word:
        case NodeKind::filter:
            return node.text;
        case NodeKind::phrase:
            return fmt::format("\"{}\"", node.text);
        case NodeKind::exact:
            return fmt::format("=\"{}\"", node.text);
        case NodeKind::prefix:
            return node.text + "*";
        case NodeKind::date:
            return dates_of(node.dates);
        case NodeKind::near:
            return fmt::format("(near/{}{})", node.distance, children_of(node));
        case NodeKind::bag:
            return fmt::format("(bag{})", children_of(node));
        case NodeKind::conjunction:
            return fmt::format("(and{})", children_of(node));
        case NodeKind::disjunction:
            return fmt::format("(or{})", children_of(node));
        case NodeKind::difference:
            return fmt::format("(not{})", children_of(node));
    }
    return {};
}

bool is_group(const Node& node) {
    return node.kind == NodeKind::near || node.kind == NodeKind::bag ||
           node.kind == NodeKind::conjunction || node.kind == NodeKind::disjunction ||
           node.kind == NodeKind::difference;
}

std::string dates_in_words(const DateRange& dates) {
    const auto& [first, last] = dates;
    if (first && last && *first == *last) return "of " + to_iso(*first);
    std::string out;
    if (first) out = "from " + to_iso(*first);
    if (last) out += (out.empty() ? "until " : " until ") + to_iso(*last);
    return out;
}

std::string described(const Node& node) {
    switch (node.kind) {
        case NodeKind::word:
            return "the word " + node.text;
        case NodeKind::phrase:
            return fmt::format("the phrase \"{}\"", node.text);
        case NodeKind::exact:
            return fmt::format("the very form \"{}\"", node.text);
        case NodeKind::prefix:
            return "words that begin with " + node.text;
        case NodeKind::filter:
            return node.text;
        case NodeKind::date:
            return dates_in_words(node.dates);
        case NodeKind::near:
            return fmt::format("at most {} words from each other:", node.distance);
        case NodeKind::bag:
            return "a list:";
        case NodeKind::conjunction:
            return "all of:";
        case NodeKind::disjunction:
            return "any of:";
        case NodeKind::difference:
            return "the first without the others:";
    }
    return {};
}

void add_tree(const Node& node, std::size_t depth, std::string& out) {
    static constexpr std::array<std::string_view, 3> occurrences{"", "required: ", "excluded: "};
    out.append(4 * depth, ' ');
    out += occurrences.at(static_cast<std::size_t>(node.occurrence));
    if (node.field) out += fmt::format("{}: ", field(*node.field).name);
    out += described(node) + '\n';
    for (const Node& child : node.children)
        add_tree(child, depth + 1, out);
}

std::string leaf_query(const Node& node) {
    std::string sign = node.occurrence == Occurrence::required   ? "+"
                       : node.occurrence == Occurrence::excluded ? "-"
                                                                 : "";
    const bool plain = node.kind == NodeKind::word || node.kind == NodeKind::prefix;
    // What only a sign can have made a word; the group that it is in is required.
    const bool misleading = node.text.starts_with('+') || node.text.starts_with('-') ||
                            (node.kind == NodeKind::word && is_operator_word(node.text));
    if (plain && !node.field && sign.empty() && misleading) sign = "+";
    if (node.field) sign += fmt::format("{}:", field(*node.field).name);
    if (node.kind == NodeKind::filter) return fmt::format("{}\"{}\"", sign, node.text);
    if (node.kind == NodeKind::date) return fmt::format("{}\"{}\"", sign, dates_of(node.dates));
    return sign + bare(node);
}

std::string query_of(const Node& node);

std::string children_query(const Node& node) {
    std::string between = " ";
    if (node.kind == NodeKind::near) between = fmt::format(" NEAR/{} ", node.distance);
    if (node.kind == NodeKind::conjunction) between = " AND ";
    if (node.kind == NodeKind::disjunction) between = " OR ";
    if (node.kind == NodeKind::difference) between = " NOT ";
    std::string out;
    for (const Node& child : node.children) {
        if (&child != &node.children.front()) out += between;
        out += query_of(child);
    }
    return out;
}

std::string query_of(const Node& node) {
    if (!is_group(node)) return leaf_query(node);
    const std::string_view sign = node.occurrence == Occurrence::required   ? "+"
                                  : node.occurrence == Occurrence::excluded ? "-"
                                                                            : "";
    return fmt::format("{}({})", sign, children_query(node));
}

}  // namespace

std::string to_string(const Node& node) {
    std::string out;
    if (node.occurrence == Occurrence::required) out = "+";
    if (node.occurrence == Occurrence::excluded) out = "-";
    if (node.field) out += fmt::format("{}:", field(*node.field).name);
    return out + bare(node);
}

std::string to_tree(const Node& node) {
    std::string out;
    add_tree(node, 0, out);
    return out;
}

std::string to_query(const Node& root) {
    return children_query(root);
}

}  // namespace vigyapti
