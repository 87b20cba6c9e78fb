#include "searcher/query/ast.hpp"

#include <fmt/core.h>

#include <string_view>

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

}  // namespace

std::string to_string(const Node& node) {
    std::string out;
    if (node.occurrence == Occurrence::required) out = "+";
    if (node.occurrence == Occurrence::excluded) out = "-";
    if (node.field) out += fmt::format("{}:", field(*node.field).name);
    return out + bare(node);
}

}  // namespace vigyapti
