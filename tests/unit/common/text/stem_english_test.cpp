#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/stem.hpp"

namespace vigyapti {
namespace {

struct Case {
    std::string_view word;
    std::string_view stem;
};

void check(const std::vector<Case>& cases) {
    EnglishStemmer stemmer;
    for (const Case& each : cases) {
        std::string word(each.word);
        stemmer.stem(word);
        CAPTURE(each.word);
        CHECK(word == each.stem);
    }
}

}  // namespace

// Stems as in Snowball's published vocabulary for English.
TEST_CASE("English words are stemmed by Porter2") {
    check({
        {"relations", "relat"},
        {"relation", "relat"},
        {"ministries", "ministri"},
        {"ministry", "ministri"},
        {"running", "run"},
        {"agreed", "agre"},
        {"agreement", "agreement"},
        {"generously", "generous"},
        {"consistency", "consist"},
        {"cooperation", "cooper"},
        {"india", "india"},
        {"the", "the"},
        {"news", "news"},
        {"was", "was"},
        {"s", "s"},
        {"", ""},
    });
}

TEST_CASE("words with digits and words beyond ASCII are left alone") {
    check({
        {"g20s", "g20s"},
        {"5th", "5th"},
        {"2020s", "2020s"},
        {"covid19ing", "covid19ing"},
        {"москва", "москва"},
        {"\uFFFD", "\uFFFD"},
    });
}

TEST_CASE("a word of any length is stemmed") {
    std::string word(100'000, 'a');
    std::string stem = word + "ing";
    EnglishStemmer stemmer;
    stemmer.stem(stem);
    CHECK(stem == word);
}

}  // namespace vigyapti
