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

}  // namespace vigyapti
