// How a word begins, coarse enough that no fold, stem or Latin case leads from one beginning to
// another: a word that begins otherwise than a term is none of its forms, which can be told without
// analysing it. Nine words in ten of a text are passed over so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vigyapti {

// The class of a word's first letter, and that of the next consonant of another class; vowels, य
// and nasals come and go between them.
struct Initial {
    static constexpr std::uint8_t any = 62;   // may be a form of anything
    static constexpr std::uint8_t none = 61;  // no such consonant
    std::uint8_t first = any;
    std::uint8_t second = any;

    friend bool operator==(const Initial&, const Initial&) = default;
};

// Of a word as it is written. One that begins with a digit, an accented letter or a sign, or is in
// another script, may be a form of anything.
Initial initial_of_word(std::string_view word);

// The same of a term, as the Analyser makes them. Its end may be cut off, so that what has no
// second consonant may have had any.
Initial initial_of_term(std::string_view term);

// The beginnings of a set of terms.
class Initials {
  public:
    Initials() = default;
    explicit Initials(const Initial& term) { add(term); }

    void add(const Initial& term);
    Initials& operator|=(const Initials& other);

    // Whether a word that begins so may be a form of one of the terms.
    bool may_hold(const Initial& word) const {
        if (word.first == Initial::any) return true;
        const std::uint64_t row = rows_[word.first];
        return word.second == Initial::any ? row != 0 : (row >> word.second & 1U) != 0;
    }

    static Initials all() { return Initials(Initial{}); }

  private:
    static constexpr std::size_t first_classes = 45;
    std::array<std::uint64_t, first_classes> rows_{};  // of each first class the second ones
};

}  // namespace vigyapti
