// WX notation: Devanagari written with one ASCII letter a letter (Bharati, Chaitanya and Sangal,
// "Natural Language Processing: A Paninian Perspective", 1995). Index terms of Hindi words are kept
// in it: a third of the bytes of UTF-8, and readable in xapian-delve.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// Appends `word` to `out`. The inherent vowel is written only where it matters, between a consonant
// and a vowel letter (गई → gaI, गी → gI), and the virama as '_'. Distinct well-formed words have
// distinct forms. Signs without a WX letter are written in UTF-8.
void append_wx(std::u16string_view word, std::string& out);

// The inverse: the word whose WX form is `wx`. `word` is replaced.
void from_wx(std::string_view wx, std::u16string& word);

}  // namespace vigyapti
