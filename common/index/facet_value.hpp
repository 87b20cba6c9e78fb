// The value that facets are counted by: language, month, countries and source of a release in one
// slot. A single look at a document serves all of them, and Xapian can count such values also where
// the documents are on another machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/release.hpp"

namespace vigyapti {

// Views of the value.
struct FacetFields {
    std::string_view lang;
    std::string_view month;  // "2023-10", or "2023" of a release whose month is not known, or empty
    std::vector<std::string_view> countries;
    std::string_view source;
};

std::string encode_facets(const Release& release);

// Of a value that is none of encode_facets' what can be read.
FacetFields decode_facets(std::string_view value);

}  // namespace vigyapti
