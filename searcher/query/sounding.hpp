// Words of the index that sound like a word of the query, in either script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/vocabulary.hpp"

namespace vigyapti {

struct Sounding {
    std::string key;
    double likeness = 0;  // of the form that sounds most like it; 1 for the same sounds
};

// The keys of Hindi words, or of Latin ones, whose forms sound like `exact` (Term::exact) by
// `least` or more: the most alike first, then by their letters. None for words of less than three
// bytes, which sound like too much. Throws Error(corrupt).
std::vector<Sounding> keys_sounding_like(std::string_view exact, bool hindi,
                                         const Vocabulary& vocabulary, double least);

}  // namespace vigyapti
