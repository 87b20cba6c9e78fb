// What tells the furniture of a page (navigation, notices, comments, buttons) from its text, by
// itself: the element that it stands in, and the words that it uses.
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

// Whether a short line is what pages say around texts, in English or Hindi: "Share this", "Skip to
// main content", "Visitor count: 12345", "साझा करें".
bool is_page_phrase(std::string_view line);

// Whether a heading begins what follows a text and is not of it: "Related news", "टिप्पणियाँ".
bool begins_appendix(std::string_view heading);

}  // namespace vigyapti::html
