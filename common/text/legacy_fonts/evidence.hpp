// How much a word that was read by a legacy font's table looks like Hindi, and how much what was
// typed looks like English: what is recognised and what is left in peace is decided by it.
#pragma once

#include <string_view>

#include "common/text/legacy_fonts/syllables.hpp"

namespace vigyapti::legacy {

// Whether `text` is, but for punctuation around it, one of the most frequent words of Hindi.
bool is_frequent_hindi(std::u16string_view text);

// See ReadWord::hindi. `typed`: the word as typed, UTF-8; `read`: its syllables; `frequent`:
// whether they are a frequent word.
int evidence(std::string_view typed, const Syllables& read, bool frequent);

}  // namespace vigyapti::legacy
