// A word of a query in the terms of the analyser; the strings are copies, since the analyser's
// views do not last.
#pragma once

#include <string>

#include "common/lexicon/function_words.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

struct Word {
    std::string key;
    std::string exact;
    bool asks = false;      // a question word
    bool capitals = false;  // an acronym: Latin capitals throughout

    bool is_hindi() const { return vigyapti::is_hindi(key); }
    bool is_latin() const { return !key.empty() && key.front() >= 'a' && key.front() <= 'z'; }
};

// Whether a translation of the word would add nothing to a question. WHO and US are names, whatever
// they look like.
inline bool adds_little(const Word& word) {
    return word.asks || (!word.capitals && says_little(word.key));
}

}  // namespace vigyapti
