// What tells the furniture of a page (navigation, notices, comments, buttons) from its text by what
// its elements are called.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

enum class Furniture : std::uint8_t {
    none,
    likely,   // by a name that also stands around whole pages: "sidebar", "header"
    certain,  // by what it is called or is: <nav>, "cookie-banner"
};

Furniture furniture_of(const Tree& tree, NodeId element);

// Whether an element says that it holds the text of the page: <main>, <article>, articleBody,
// class="entry-content".
bool claims_text(const Tree& tree, NodeId element);

}  // namespace vigyapti::html
