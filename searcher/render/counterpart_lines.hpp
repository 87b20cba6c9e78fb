// How pages for people tell what a release is called in the other language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.hpp"

namespace vigyapti {

struct CounterpartLine {
    std::string_view label;  // "In English: ", in the language of the counterpart
    std::string title;       // or its id where it has none
    std::string lang;
    std::string url;
    std::string id;
};

// Each title once, in the order of `counterparts`, three at most: those of one title are versions
// of one release, while another title may be the right one.
std::vector<CounterpartLine> counterpart_lines(std::span<const OtherLanguage> counterparts);

}  // namespace vigyapti
