#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/stem.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

std::string stem_of(std::u16string_view word) {
    static HindiStemmer stemmer;
    std::u16string stem(word);
    stemmer.stem(stem);
    std::string out;
    to_utf8(stem, out);
    return out;
}

}  // namespace

TEST_CASE("the endings of nouns, adjectives and verbs go") {
    struct Case {
        std::u16string_view word;
        std::string_view stem;
    };
    const std::vector<Case> cases{
        {u"लड़का", "लड़क"},   {u"लड़के", "लड़क"},     {u"लड़कों", "लड़क"},     {u"लड़कियों", "लड़क"},
        {u"लड़कियाँ", "लड़क"}, {u"किताबें", "किताब"}, {u"किताबों", "किताब"}, {u"किताब", "किताब"},
        {u"भारत", "भारत"},  {u"रूस", "रूस"},       {u"समझौता", "समझौत"}, {u"समझौतों", "समझौत"},
        {u"क", "क"},        {u"", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.stem);
        CHECK(stem_of(each.word) == each.stem);
    }
}

TEST_CASE("forms of one word share a stem and different words do not") {
    using Words = std::vector<std::u16string_view>;
    for (const Words& forms : std::vector<Words>{
             {u"संबंध", u"संबंधों"},
             {u"देश", u"देशों"},
             {u"बैठक", u"बैठकें", u"बैठकों"},
             {u"बड़ा", u"बड़े", u"बड़ी"},
             {u"नेता", u"नेताओं"},
             {u"नीति", u"नीतियों", u"नीतियाँ"},
         }) {
        for (const std::u16string_view form : forms)
            CHECK(stem_of(form) == stem_of(forms.front()));
    }
    CHECK(stem_of(u"भारत") != stem_of(u"भार"));
    CHECK(stem_of(u"रूस") != stem_of(u"रस"));
    CHECK(stem_of(u"चीन") != stem_of(u"चिन"));
}

TEST_CASE("what is no Hindi is left alone") {
    CHECK(stem_of(u"india") == "india");
    CHECK(stem_of(u"2023") == "2023");
    CHECK(stem_of(u"\U0001F600") == "\U0001F600");
    const std::u16string lone(1, char16_t{0xD800});
    CHECK(stem_of(lone) == "\uFFFD");
}

TEST_CASE("a word of any length is stemmed") {
    const std::u16string word(100'000, u'क');
    CHECK(stem_of(word + u"ों").size() == 300'000);
}

}  // namespace vigyapti
