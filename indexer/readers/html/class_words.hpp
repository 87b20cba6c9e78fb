// The words that the classes and the id of an element are made of: "siteNav main-menu" holds site,
// nav, main and menu.
#pragma once

#include <string>
#include <string_view>

#include "common/base/ascii.hpp"

namespace vigyapti::html {

// Calls `visit(word)` for each word of `names`, in lower case, until it returns true; returns
// whether it did. A word ends at everything but letters and before a capital behind a small letter.
template <class Visit>
bool any_class_word(std::string_view names, Visit visit) {
    std::string word;
    bool small = false;
    for (const char c : names) {
        const bool capital = is_upper(c);
        const bool letter = is_letter(c);
        if (!word.empty() && (!letter || (capital && small))) {
            if (visit(std::string_view(word))) return true;
            word.clear();
        }
        small = letter && !capital;
        if (letter) word += to_lower(c);
    }
    return !word.empty() && visit(std::string_view(word));
}

}  // namespace vigyapti::html
