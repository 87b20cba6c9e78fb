#include "common/text/stop_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view question_words =
    "क्या कौन किस किसे किसने किसको किसका किसकी किसके किससे किसमें किसलिए कब कहाँ किधर क्यों "
    "कैसे कैसा कैसी कितना कितने कितनी कौनसा कौनसी कौनसे किन किनका किनकी किनके किन्हें किन्होंने "
    "what which who whom whose when where why how";

// Kept as folded forms, so that every spelling of a word is met (कहां and कहाँ).
std::unordered_set<std::string> fold_all(std::string_view words) {
    std::unordered_set<std::string> forms;
    Analyser analyser;
    analyser.for_each_word(words,
                           [&](const Token&, const Term& term) { forms.emplace(term.exact); });
    return forms;
}

}  // namespace

bool is_question_word(std::string_view exact) {
    static const auto forms = fold_all(question_words);
    return forms.contains(std::string(exact));
}

}  // namespace vigyapti
