// Front matter: what stands between two lines of "---" (YAML) or "+++" (TOML) before a text and
// says what it is, as site generators have it.
//
// Read are lines of "key: value" or "key = value", values in quotes, lists in brackets or of lines
// that begin with "- ", and text behind '|' or '>' on indented lines. Everything else, such as
// nested tables, anchors and tags, is passed over: titles with colons in them, which are no YAML
// but are written all the same, can be read, and there is nothing that could be expanded.
#pragma once

#include <string_view>

#include "indexer/readers/field_names.hpp"

namespace vigyapti {

// Removes the front matter from `text`, valid UTF-8, and adds its fields to `values`; names of the
// text itself are passed over. Without a closing line there is no front matter.
void take_front_matter(std::string_view& text, NamedValues& values);

}  // namespace vigyapti
