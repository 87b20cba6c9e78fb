// What the attributes of an element say of how it is shown.
#pragma once

#include <string_view>

#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// The value of `property` in a style attribute, as written; a view of `style`. Empty: it has none.
std::string_view style_value(std::string_view style, std::string_view property);

// Whether `name` is one of the classes of `element`. False for an empty name.
bool has_class(const Tree& tree, NodeId element, std::string_view name);

// Whether browsers do not show `element`, by its own attributes.
bool is_hidden(const Tree& tree, NodeId element);

// Whether `font`, a font-family or the face of a <font>, is one whose letters are not Unicode's.
bool is_legacy_font(std::string_view font);

}  // namespace vigyapti::html
