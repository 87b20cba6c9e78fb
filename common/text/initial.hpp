// The class of a word's first letter, coarse enough that no fold, stem or Latin case leads from one
// class to another: a word that begins in another class than a term is none of its forms, which can
// be told without analysing it.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti {

// A set of classes, a bit each.
using Initials = std::uint64_t;

// Of a word that may be a form of anything: one that begins with a digit, an accented letter or a
// sign, or is in another script.
inline constexpr Initials any_initial = ~Initials{0};

// Of a word as it is written: one class, or any_initial.
Initials initial_of_word(std::string_view word);

// The same of a term, as the Analyser makes them.
Initials initial_of_term(std::string_view term);

}  // namespace vigyapti
