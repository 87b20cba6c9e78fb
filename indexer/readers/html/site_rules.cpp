#include "indexer/readers/html/site_rules.hpp"

#include <algorithm>
#include <array>

#include "indexer/readers/html/styles.hpp"

namespace vigyapti::html {
namespace {

constexpr unsigned char table[] = {
#include "indexer/sites.inc"
};

std::string_view host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == url.npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of(":/?#"));
    return url.starts_with("www.") ? url.substr(4) : url;
}

bool fits(std::string_view host, std::string_view pattern) {
    if (!pattern.starts_with("*.")) return host == pattern;
    return host == pattern.substr(2) || host.ends_with(pattern.substr(1));
}

// Takes what stands before `separator` off `text`.
std::string_view take(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

bool fits(const Tree& tree, NodeId node, std::string_view selector) {
    if (tree[node].tag == Tag::text || selector.empty()) return false;
    if (selector.front() == '#') {
        return selector.size() > 1 && tree.attribute(node, AttributeName::id) == selector.substr(1);
    }
    const auto point = selector.find('.');
    const bool tagged = point > 0;
    if (tagged && tag_named(selector.substr(0, point)) == Tag::other) return false;
    if (tagged && tree[node].tag != tag_named(selector.substr(0, point))) return false;
    if (point == selector.npos) return true;
    return has_class(tree, node, selector.substr(point + 1));
}

}  // namespace

SiteRule site_rule(std::string_view url, std::string_view rows) {
    const std::string_view host = host_of(url);
    while (!host.empty() && !rows.empty()) {
        std::string_view row = take(rows, '\n');
        if (row.starts_with('#') || std::count(row.begin(), row.end(), '\t') < 3) continue;
        std::array<std::string_view, 4> columns;
        for (std::string_view& column : columns) {
            column = take(row, '\t');
            if (column == "-") column = {};
        }
        if (fits(host, columns[0])) return {columns[0], columns[1], columns[2], columns[3]};
    }
    return {};
}

std::string_view sites_table() {
    return {reinterpret_cast<const char*>(table), sizeof table};
}

NodeId select_first(const Tree& tree, std::string_view selector) {
    for (NodeId node = 1; node < tree.size() && !selector.empty(); ++node) {
        if (fits(tree, node, selector)) return node;
    }
    return 0;
}

std::vector<NodeId> select_all(const Tree& tree, std::string_view selectors) {
    std::vector<NodeId> found;
    while (!selectors.empty()) {
        const std::string_view selector = take(selectors, ' ');
        for (NodeId node = 1; node < tree.size() && !selector.empty(); ++node) {
            if (fits(tree, node, selector)) found.push_back(node);
        }
    }
    return found;
}

}  // namespace vigyapti::html
