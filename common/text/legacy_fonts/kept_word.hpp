// Words within a text typed for a legacy font that were not typed for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/legacy_font.hpp"

namespace vigyapti::legacy {

// What `word` (UTF-8, without white space) reads as when it is certainly no Hindi typed for `font`
// (not none): a word in Devanagari, an address of the web or of mail, a mark of mathematics by
// itself, an acronym such as UNESCO or G20 with a mark behind it. Else nothing.
std::optional<std::string> kept_word(std::string_view word, LegacyFont font);

}  // namespace vigyapti::legacy
