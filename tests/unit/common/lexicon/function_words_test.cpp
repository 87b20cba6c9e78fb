#include "common/lexicon/function_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "common/text/utf8.hpp"

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

TEST_CASE("the table has each word once, in one script and one spelling") {
    std::istringstream table{std::string(function_words())};
    std::set<std::string> forms;
    Analyser analyser(canonical_key);
    std::size_t hindi = 0;
    for (std::string word; table >> word;) {
        CAPTURE(word);
        const bool latin = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == word.npos;
        std::u16string wide;
        to_utf16(word, wide);
        const bool devanagari = std::all_of(wide.begin(), wide.end(),
                                            [](char16_t c) { return c >= 0x900 && c < 0x980; });
        CHECK(latin != devanagari);
        hindi += devanagari ? 1 : 0;
        const auto traces = analyser.trace(word);
        REQUIRE(traces.size() == 1);
        CHECK(is_function_word(traces[0].key));
        // Another spelling of a word is the same word.
        CHECK(forms.insert(traces[0].exact).second);
        if (latin) CHECK(traces[0].exact == word);
    }
    CHECK(hindi > 50);
    CHECK(forms.size() - hindi > 30);
}

}  // namespace vigyapti
