#include "common/text/akshara.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

double distance(std::string_view a, std::string_view b) {
    return akshara_distance(split_aksharas(a), split_aksharas(b));
}

struct Pair {
    std::string_view a;
    std::string_view b;
    double cost;
};

}  // namespace

TEST_CASE("a word is split into its syllables as they are written") {
    struct Case {
        std::string_view word;
        std::size_t count;
    };
    for (const Case& each : std::vector<Case>{{"", 0},
                                              {"रूस", 2},
                                              {"मंत्रालय", 4},
                                              {"राष्ट्रीय", 3},
                                              {"आई", 2},
                                              {"ऊर्जा", 2},
                                              {"महान्", 3},
                                              {"अच्‍छा", 2},
                                              {"ab", 2},
                                              {"ि", 1}}) {
        CAPTURE(each.word);
        CHECK(split_aksharas(each.word).size() == each.count);
    }
    const Aksharas word = split_aksharas("ट्रँः");
    REQUIRE(word.size() == 1);
    CHECK(word[0].size == 2);
    CHECK(word[0].consonants[0] == u'ट');
    CHECK(word[0].consonants[1] == u'र');
    CHECK(word[0].vowel == 0);
    CHECK(word[0].nasal);
    CHECK(word[0].chandrabindu);
    CHECK(word[0].visarga);
}

TEST_CASE("a nukta is the same in one code point and in two") {
    CHECK(split_aksharas("\u095B") == split_aksharas("ज\u093C"));
    CHECK(distance("\u095C", "ड\u093C") == 0);
}

TEST_CASE("what writers confuse costs little, and the same both ways") {
    for (const Pair& each : std::vector<Pair>{
             {"मंत्रालय", "मंत्रालय", 0}, {"ज़रूरत", "जरूरत", 0.1},     {"चाँद", "चांद", 0.1},
             {"चिन", "चीन", 0.2},     {"परमानु", "परमाणु", 0.2},   {"घोशणा", "घोषणा", 0.2},
             {"क्रिषि", "कृषि", 0.2},   {"अछा", "अच्छा", 0.2},      {"मंतरालय", "मंत्रालय", 0.25},
             {"शिकर", "शिखर", 0.3},   {"निवेस", "निवेश", 0.3},     {"ब्यापार", "व्यापार", 0.3},
             {"मोत", "मौत", 0.3},     {"सकट", "संकट", 0.3},       {"सुरछा", "सुरक्षा", 0.3},
             {"विदश", "विदेश", 0.35},  {"मंत्रलय", "मंत्रालय", 0.35}, {"सरह", "सहर", 0.5},
             {"हसित", "सहित", 0.5},   {"कालम", "कलाम", 0.5}}) {
        CAPTURE(each.a);
        CAPTURE(each.b);
        CHECK(distance(each.a, each.b) == doctest::Approx(each.cost));
        CHECK(distance(each.b, each.a) == doctest::Approx(each.cost));
    }
}

TEST_CASE("other words are farther away than slips") {
    for (const Pair& each : std::vector<Pair>{
             {"रूस", "चीन", 1.5}, {"विदेश", "प्रदेश", 1}, {"भारत", "भार", 1}, {"मंत्रालय", "वार्ता", 2}}) {
        CAPTURE(each.a);
        CHECK(distance(each.a, each.b) >= each.cost);
    }
}

TEST_CASE("any text can be compared") {
    const std::string long_word(3000, 'x');
    CHECK(distance("", "") == 0);
    CHECK(distance("", "रूस") == 2);
    CHECK(distance(long_word, "रूस") == 3000);
    CHECK(distance(long_word, long_word) == 0);
    CHECK(distance("्््ािक्ष्म्य्र्ल्व", "\xE0\xA4\xFF़ंः") > 0);
}

}  // namespace vigyapti
