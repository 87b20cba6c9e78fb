// A token is a span of the original text: filters that normalise and stem it never change where it
// stands, so that what is highlighted is what the reader wrote.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti {

enum class TokenKind : std::uint8_t {
    devanagari,
    latin,   // Latin letters, possibly with digits: "G20"
    number,  // ASCII or Devanagari digits, with grouping commas and a decimal point
    other,   // any other script, and words that mix scripts other than Devanagari
};

struct Token {
    std::uint32_t begin = 0;  // byte offsets into the text, on code point boundaries
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::other;
    // Pieces joined by points, as in U.S. or यू.एन.; the points are no part of the word.
    bool abbreviation = false;

    std::string_view text(std::string_view whole) const { return whole.substr(begin, end - begin); }
};

// What a token is indexed under. The analyser that made it owns the text of both views; see there
// how long they live.
struct Term {
    std::string_view key;    // folded and stemmed: all forms and spellings of a word
    std::string_view exact;  // folded only: all spellings of one form
};

}  // namespace vigyapti
