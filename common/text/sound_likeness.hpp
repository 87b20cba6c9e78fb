// How alike two words sound, from their readings (sound_key).
#pragma once

#include <cstddef>
#include <string_view>

namespace vigyapti {

// Of readings; no word of either language is longer, and compounds of other languages are not
// looked for by sound.
inline constexpr std::size_t longest_reading = 40;

constexpr bool is_vowel_sound(char sound) {
    return sound == 'a' || sound == 'A' || sound == 'i' || sound == 'u' || sound == 'e' ||
           sound == 'o';
}

// 1 for equal readings, less the more changes lead from one to the other: a change counts as much
// as its sounds differ, consonants twice as much as vowels. Below 0 for words that have nothing in
// common. The same both ways.
double sound_likeness(std::string_view a, std::string_view b);

}  // namespace vigyapti
