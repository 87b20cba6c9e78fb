// How far two spellings of a word in Latin letters are apart: Damerau's edits (insertion, deletion,
// substitution, transposition: four misspellings in five are one of them, Damerau 1964), weighted
// by how readily people make them.
//
//   .3   a doubled letter too few or too many; letters of one sound (c/k, v/w, i/y) and the letters
//        that write it together (ph/f, ee/i, oo/u, ck/k): also what people do who write Hindi in
//        Latin letters
//   .4   an h too few or too many behind a consonant (sh/s, dh/d); ie/ei
//   .5   letters in the wrong order; one vowel for another: unstressed ones sound alike
//   .6   neighbours on the keyboard; a vowel too few or too many
//   .8   any other letter too few or too many
//   1    any other letter for another
//
// At the first letter each costs .2 more: it is seldom wrong (Pollock and Zamora 1984;
// Yannakoudakis and Fawthrop 1983).
#pragma once

#include <string_view>

namespace vigyapti {

// The least cost of the changes that make one word of the other, both in lower case: 0 for equal
// words, the same both ways. Bytes beyond ASCII are letters like others; words of more than 40
// bytes are as far apart as they are long unless they are equal.
double latin_distance(std::string_view a, std::string_view b);

}  // namespace vigyapti
