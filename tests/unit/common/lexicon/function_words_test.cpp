#include "common/lexicon/function_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

// Whether the one word of `text` is one.
bool is_function(std::string_view text) {
    Analyser analyser(canonical_key);
    bool found = false;
    analyser.for_each_word(
        text, [&](const Token&, const Term& term) { found = is_function_word(term.key); });
    return found;
}

}  // namespace

TEST_CASE("words that hold sentences together are function words in every spelling") {
    for (const std::string word :
         {"the", "The", "OF", "and", "के", "में", "और", "है", "हैं", "गये", "गए", "उन्हें", "नहीं"}) {
        CAPTURE(word);
        CHECK(is_function(word));
    }
}

TEST_CASE("words that name or tell something are none, nor are those that look like them") {
    for (const std::string word :
         {"WHO", "US", "U.S.", "IT", "May", "will", "first", "no", "रूस", "मंत्री", "ऊर्जा", "साथ",
          "बाद", "कहा", "दिल", "कार", "हाल", "2023"}) {
        CAPTURE(word);
        CHECK_FALSE(is_function(word));
    }
}

}  // namespace vigyapti
