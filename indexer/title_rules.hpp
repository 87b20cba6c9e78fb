// Which of the titles that were found of a release is its own, and what of it names the site.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/draft.hpp"

namespace vigyapti {

// Runs of white space are one space, with none at the ends.
std::string on_one_line(std::string_view text);

// The origins of a title in the order of their worth.
std::span<const Origin> title_origins();

struct ChosenTitle {
    std::string title;
    const FoundValue* from = nullptr;  // nullptr: there is none
};

// The best title among `fields`, without the name of the site before or behind it: "Joint Statement
// | Ministry of X" and "Ministry of X: Joint Statement" are "Joint Statement" where the page says
// that elsewhere, or names the ministry as its source. Of what pages say of themselves for others
// and their heading, the heading is the title where it says that more fully, or in other words or
// another spelling (but for capitals alone), and where it is <title> that says what it does.
ChosenTitle choose_title(std::span<const FoundValue> fields);

}  // namespace vigyapti
