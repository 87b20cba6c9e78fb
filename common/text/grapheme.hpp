// What a reader sees as one character: extended grapheme clusters of UAX #29, after ICU, with a
// consonant cluster such as क्ष kept whole (as UAX #29 itself does from Unicode 15.1 on, rule GB9c).
#pragma once

#include <cstddef>
#include <string_view>

namespace vigyapti {

// Number of grapheme clusters in `text`.
std::size_t count_graphemes(std::string_view text);

// Byte offset behind the first `count` clusters of `text`, or its size when it has fewer.
std::size_t grapheme_prefix(std::string_view text, std::size_t count);

// Columns that `text` takes on a terminal that sets each code point by itself, as wcwidth(3)
// counts: none for a non-spacing mark, two for East Asian wide characters, one for any other, also
// for a spacing Devanagari sign. A terminal that shapes text may take fewer.
std::size_t count_columns(std::string_view text);

}  // namespace vigyapti
