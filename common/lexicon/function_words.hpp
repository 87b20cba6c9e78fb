// Words that hold sentences together: "of", "the", "के", "में". The index keeps them, since they rank
// a little, but not where they stand: they are a sixth of all positions, and in a phrase the words
// around them, with a look at the text, tell as much.
#pragma once

#include <string_view>

namespace vigyapti {

// The words as they are written, separated by spaces.
std::string_view function_words();

// `key`: of a word, as an Analyser with canonical_key gives it. Words that are also something else
// (WHO, May, US, IT) are none.
bool is_function_word(std::string_view key);

// Whether a translation of the word would add nothing to a question: function words, and pronouns,
// adverbs and auxiliaries beside them, whose counterparts stand in nearly every text.
bool says_little(std::string_view key);

}  // namespace vigyapti
