// How a word sounds, whatever the script that it is written in: what leads from Putin to पुतिन and
// from "videsh mantri" to विदेश मंत्री.
//
// Sounds are written with a letter each: consonants k K g G c C j J t T d D n p f b B m y r R l v s
// S h z x (a capital is aspirated; S is sh, R the flapped ड़; retroflex and dental are one, as no
// Latin spelling tells them apart), vowels a A i u e o (A is long; i and u are both lengths). The
// letters of Hindi have their sounds by its spelling (Ohala, Aspects of Hindi Phonology, 1983); for
// Latin letters those that people use for Hindi and those of English spelling are both tried.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// The sounds of a word in its exact form (Term::exact): a Hindi word in WX notation behind its
// marker, or a Latin one in lower case. Hindi has one reading; of a Latin word the likeliest comes
// first. Empty for numbers and words of other scripts.
std::vector<std::string> readings_of(std::string_view exact);

// The likeliest reading only.
std::string reading_of(std::string_view exact);

// The classes of the consonants in `reading`, without vowels, y and h: words that sound alike share
// it nearly always, so that they are looked for among few. A first vowel is kept as a mark.
std::string skeleton_of(std::string_view reading);

// What a form is looked for by in the index's vocabulary: the skeleton of its likeliest reading,
// and its script. Empty for what has no reading or less than two sounds.
std::string sound_bucket(std::string_view exact);

// The bucket of words of one script that sound like `reading`.
std::string sound_bucket_of_reading(std::string_view reading, bool hindi);

}  // namespace vigyapti
