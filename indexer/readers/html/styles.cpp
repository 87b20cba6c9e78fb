#include "indexer/readers/html/styles.hpp"

#include <algorithm>
#include <array>

#include "common/base/trim.hpp"
#include "common/text/legacy_font.hpp"

namespace vigyapti::html {

std::string_view style_value(std::string_view style, std::string_view property) {
    for (std::size_t at = style.find(property); at < style.size();
         at = style.find(property, at + 1)) {
        std::string_view rest = trimmed(style.substr(at + property.size()));
        const bool whole = at == 0 || style[at - 1] == ';' || style[at - 1] == ' ';
        if (!whole || !rest.starts_with(':')) continue;
        return trimmed(rest.substr(1, rest.find(';', 1) - 1));
    }
    return {};
}

bool has_class(const Tree& tree, NodeId element, std::string_view name) {
    constexpr std::string_view space = " \t\r\n\f";
    std::string_view names = tree.attribute(element, AttributeName::class_);
    while (!name.empty() && !names.empty()) {
        const auto end = std::min(names.find_first_of(space), names.size());
        if (names.substr(0, end) == name) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

bool is_hidden(const Tree& tree, NodeId element) {
    // Pages that scripts reveal hide themselves whole.
    const Tag tag = tree[element].tag;
    if (tag == Tag::html || tag == Tag::body) return false;
    if (tree.has_attribute(element, AttributeName::hidden)) return true;
    const std::string_view style = tree.attribute(element, AttributeName::style);
    if (!style.empty() && (style_value(style, "display").starts_with("none") ||
                           style_value(style, "visibility").starts_with("hidden"))) {
        return true;
    }
    constexpr std::array<std::string_view, 7> for_screen_readers{
        "sr-only",           "visually-hidden", "visuallyhidden",       "screen-reader-text",
        "element-invisible", "usa-sr-only",     "govuk-visually-hidden"};
    return std::any_of(for_screen_readers.begin(), for_screen_readers.end(),
                       [&](std::string_view name) { return has_class(tree, element, name); });
}

bool is_legacy_font(std::string_view font) {
    return legacy_font_named(font) != LegacyFont::none;
}

}  // namespace vigyapti::html
