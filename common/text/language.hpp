// The language of a text by its script: Hindi and English are all that the engine tells apart.
#pragma once

#include <string_view>

namespace vigyapti {

// "hi" when most words of `text` are in Devanagari, "en" when most are in Latin letters, "und"
// (BCP 47's undetermined) when it has no word of either.
std::string_view detect_language(std::string_view text);

}  // namespace vigyapti
