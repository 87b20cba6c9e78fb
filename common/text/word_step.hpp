// One step of the chain for Devanagari words: small, named, and with its reason, so that each can
// be tested, shown and left out by itself.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

struct WordStep {
    std::string_view name;
    std::string_view reason;  // the linguistic rule and its source
    void (*apply)(std::u16string& word);
};

}  // namespace vigyapti
