// The words that a query looks for, as the snippet needs them: in terms of the analyser, without
// anything of Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/text/initial.hpp"
#include "searcher/road.hpp"

namespace vigyapti {

enum class MatchKind : std::uint8_t {
    key,     // a token with this key
    exact,   // a token with this very form
    prefix,  // a token whose form begins so
};

// Where a match counts; a set of bits.
enum MatchField : std::uint8_t {
    in_title = 1,
    in_body = 2,
    in_caption = 4,
    in_credit = 8,
    in_any_text = 15,
    in_source = 16,
};

struct Match {
    MatchKind kind = MatchKind::key;
    std::vector<std::string> terms;  // one, or the successive words of a phrase
    std::uint8_t fields = in_any_text;
    double weight = 0;                    // inverse document frequency, at least a little
    std::size_t group = 0;                // matches for the same word of the query share a number
    Initials initials = Initials::all();  // how the words that match begin
    Road road = Road::form;
    std::vector<std::string> forms = {};  // of the query's own words; empty: no text has them
};

}  // namespace vigyapti
