#include "common/lexicon/function_words.hpp"

#include <deque>
#include <string>
#include <unordered_set>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view grammatical =
    "a an the of and or but to in on at by for from with as that this is are was were be been has "
    "have had he his they their "
    "का की के को से में पर ने तक और या कि तो ही भी जो यह वह ये वे इस उस इन उन इसे उसे इन्हें उन्हें "
    "इसका इसकी इसके उसका उसकी उसके इनका इनकी इनके उनका उनकी उनके अपना अपनी अपने जिस जिसे "
    "जिसका जिसकी जिसके जिन जिनका जिनकी जिनके है हैं था थे थी हो होता होते होती हुआ हुए हुई होगा होंगे होगी "
    "कर करता करते करती करना करने किया किए गया गए गई जा जाता जाते जाती रहा रहे रही लिए एवं तथा "
    "नहीं न वाला वाले वाली";

constexpr std::string_view little =
    "not no nor so than then into over under between about after before during while because if "
    "but can could would should will may might must shall also such any some all more most many "
    "much "
    "other another each every own same per via upon do does did doing being am its it them him her "
    "hers you your we our us i me my she these those there here just only very out up down off "
    "again what which who whom whose when where why how "
    "बाद साथ द्वारा सकता सकते सकती सके पास ओर बारे दौरान आदि वहीं यहाँ वहाँ अब तब जब यदि अगर लेकिन "
    "मगर परन्तु किन्तु बल्कि इसलिए क्योंकि जैसे ऐसे ऐसा ऐसी वैसे कुछ कोई किसी सभी सब बहुत हम आप मैं "
    "हमारे हमारी हमारा मेरे मेरी मेरा चुका चुके चुकी लगा लगे लगी दिया दी दिए देना देने लेना लेने ले दे बन बना "
    "उन्होंने इन्होंने जिन्होंने उसने इसने जिसने जिसमें इसमें उसमें इनमें उनमें तरह वाली बीच अंदर बाहर ऊपर नीचे "
    "क्या कौन किस किसे किसने कब कहाँ क्यों कैसे कैसा कैसी कितना कितने कितनी";

// The keys of the words, as views of strings in `kept`.
std::unordered_set<std::string_view> keys_of(std::string_view text, std::deque<std::string>& kept) {
    std::unordered_set<std::string_view> keys;
    Analyser analyser(canonical_key);
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        if (!keys.contains(term.key)) keys.insert(kept.emplace_back(term.key));
    });
    return keys;
}

}  // namespace

std::string_view function_words() {
    return grammatical;
}

bool is_function_word(std::string_view key) {
    static std::deque<std::string> kept;
    static const auto keys = keys_of(grammatical, kept);
    return keys.contains(key);
}

bool says_little(std::string_view key) {
    static std::deque<std::string> kept;
    static const auto keys = keys_of(little, kept);
    return is_function_word(key) || keys.contains(key);
}

}  // namespace vigyapti
