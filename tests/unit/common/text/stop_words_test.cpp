#include "common/text/stop_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

// Whether the one word `word` asks.
bool asks(std::string_view word) {
    Analyser analyser;
    bool result = false;
    int count = 0;
    analyser.for_each_word(word, [&](const Token&, const Term& term) {
        result = is_question_word(term.exact);
        ++count;
    });
    CHECK(count == 1);
    return result;
}

}  // namespace

TEST_CASE("question words are known in every spelling") {
    for (const std::string_view word :
         {"क्या",   "क्\u200Dया", "कौन",   "किस",   "किसने",   "किसको", "किसका", "किसकी",
          "किसके",  "कब",        "कहाँ",   "कहां",   "क्यों",    "कैसे",    "कैसा",   "कैसी",
          "कितना", "कितने",      "कितनी", "किन्हें",  "किन्होंने", "किधर",  "what",  "What",
          "WHICH", "who",       "whom",  "whose", "when",   "where", "why",   "how"}) {
        CAPTURE(word);
        CHECK(asks(word));
    }
}

TEST_CASE("words that name something are none") {
    for (const std::string_view word :
         {"कम", "काम", "किसान", "कि",    "की",     "कौम",  "कहा",  "कथा", "कबाब", "जब",  "जहाँ",
          "कल", "रूस",  "India", "whale", "whom's", "hows", "that", "if",  "2023", "wha", "kyA"}) {
        CAPTURE(word);
        CHECK(asks(word) == (word == "whom's"));
    }
    CHECK_FALSE(is_question_word(""));
    CHECK_FALSE(is_question_word("."));
    // Terms, not words, are asked about: a Hindi word in its own letters is no term.
    CHECK_FALSE(is_question_word("क्या"));
    CHECK(is_question_word(".k_yA"));
    CHECK_FALSE(is_question_word("k_yA"));
}

}  // namespace vigyapti
