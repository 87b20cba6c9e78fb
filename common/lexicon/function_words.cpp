#include "common/lexicon/function_words.hpp"

#include <deque>
#include <string>
#include <unordered_set>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view words =
    "a an the of and or but to in on at by for from with as that this is are was were be been has "
    "have had he his they their "
    "का की के को से में पर ने तक और या कि तो ही भी जो यह वह ये वे इस उस इन उन इसे उसे इन्हें उन्हें "
    "इसका इसकी इसके उसका उसकी उसके इनका इनकी इनके उनका उनकी उनके अपना अपनी अपने जिस जिसे "
    "जिसका जिसकी जिसके जिन जिनका जिनकी जिनके है हैं था थे थी हो होता होते होती हुआ हुए हुई होगा होंगे होगी "
    "कर करता करते करती करना करने किया किए गया गए गई जा जाता जाते जाती रहा रहे रही लिए एवं तथा "
    "नहीं न वाला वाले वाली";

// The keys of the words; the views are of strings that live as long as the program.
std::unordered_set<std::string_view> make_keys() {
    static std::deque<std::string> kept;
    std::unordered_set<std::string_view> keys;
    Analyser analyser(canonical_key);
    analyser.for_each_word(words, [&](const Token&, const Term& term) {
        if (!keys.contains(term.key)) keys.insert(kept.emplace_back(term.key));
    });
    return keys;
}

}  // namespace

std::string_view function_words() {
    return words;
}

bool is_function_word(std::string_view key) {
    static const auto keys = make_keys();
    return keys.contains(key);
}

}  // namespace vigyapti
