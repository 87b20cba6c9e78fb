// Aksharas, the syllables of Devanagari writing, and how far two spellings of a word are apart. A
// slip of a Hindi writer changes one part of an akshara (a vowel's length, a nasal, the breath of a
// consonant), which letters would count like any other change.
//
// What a change costs; a change between letters that nobody confuses costs 1:
//
//   .1        nukta, ँ/ं: left out in print (Kendriya Hindi Nideshalay's standard spelling)
//   .2        i/ī, u/ū: alike at the end of a word; ण/न, ष/श, ऋ/रि: one sound in today's Hindi
//             (Masica, The Indo-Aryan Languages, 1991, on sounds of Sanskrit words); doubled
//             consonants, also before an aspirate (अच्छा); visarga
//   .25       a virama too few or too many (मंतरी): the vowel between is not heard in speech
//   .3        श/स; aspiration (क/ख); retroflex and dental (ट/त); ब/व, ज/झ, ड/र, ढ/ड;
//             े/ै, ो/ौ; क्ष/छ, ज्ञ/ग्य; ं too few or too many: next of kin in the table of sounds
//   .35       a vowel sign too few or too many, the commonest slip of typists
//   .5        other vowels near each other; a consonant too few or too many in a cluster;
//             two aksharas, or the vowels of two, in the wrong order
//   .7        any other vowel
//
// What is folded away in the index (see normalise.hpp) costs little, so that an exact form is as
// good as what was written.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vigyapti {

// A cluster of consonants, a vowel and the signs upon them. Any other character is an akshara of
// its own, as a consonant.
struct Akshara {
    static constexpr std::size_t most_consonants = 5;

    std::array<char16_t, most_consonants> consonants{};
    std::uint8_t size = 0;    // of the cluster; 0 for a vowel letter
    std::uint8_t nuktas = 0;  // a bit a consonant
    char16_t vowel = 0;       // as a sign; 0 for the inherent one, the virama for none
    bool nasal = false;       // ं or ँ
    bool chandrabindu = false;
    bool visarga = false;

    bool operator==(const Akshara&) const = default;
};

using Aksharas = std::vector<Akshara>;

// The aksharas of a word in UTF-16. A cluster of more than five consonants is parted.
Aksharas split_aksharas(std::u16string_view word);

// The same for UTF-8; malformed bytes are aksharas too.
Aksharas split_aksharas(std::string_view word);

// The least cost of the changes that make one of the other: 0 for equal words, the same both ways.
// Words of more than 30 aksharas are as far apart as they are long unless they are equal.
double akshara_distance(const Aksharas& a, const Aksharas& b);

}  // namespace vigyapti
