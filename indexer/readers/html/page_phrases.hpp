// What pages say around texts, in English and Hindi, as met on those of ministries and news sites.
#pragma once

#include <string_view>

namespace vigyapti::html {

// Whether a short line is what pages say around texts, in English or Hindi: "Share this", "Skip to
// main content", "Visitor count: 12345", "साझा करें".
bool is_page_phrase(std::string_view line);

// Whether a heading begins what follows a text and is not of it: "Related news", "टिप्पणियाँ".
bool begins_appendix(std::string_view heading);

}  // namespace vigyapti::html
