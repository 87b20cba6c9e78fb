// What rules cannot say of words, kept in tables that are compiled in.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/initial.hpp"

namespace vigyapti {

// The key of a word whose exact form and key by rule are given: its own when it is kept apart from
// words that the rules confuse it with (kept_apart.hi.tsv), the one that stands for all its
// spellings (variants.hi.tsv, variants.en.tsv), else `key`. An argument for Analyser.
std::string_view canonical_key(std::string_view exact, std::string_view key);

// How words with this key begin: its own, and those of the spellings that the
// tables lead to it.
Initials initials_of_key(std::string_view key);

// How many keys and forms have another key that stands for them.
std::size_t count_variant_keys();

}  // namespace vigyapti
