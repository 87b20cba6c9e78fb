#include "common/text/initial.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace vigyapti {

TEST_CASE("words whose letters may be exchanged begin alike") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"Russia", "russia"},
        {"अच्छा", "आछा"},
        {"च्छा", "छा"},
        {"गणेश", "घनेश"},
        {"ऋषि", "रिषि"},
        {"षष्ठी", "शठि"},
        {"ज़रूरत", "जरूरत"},
        {"ज़रूरत", "झरना"},
        {"ऑस्ट्रेलिया", "आस्ट्रेलिया"},
        {"ऐनक", "एनक"},
        {"फ़रवरी", "फरवरी"},
        {"सम्बन्ध", "संबंध"},
        {"कृषि", "करिषि"},
        {"गये", "गए"},
        {"इजरायल", "इज़राइल"},
        {"क्‍या", "क्या"},
        {"U.S.", "us"},
        {"O'Brien", "obrien"},
        {"running", "rin"},
        {"प\u095Cा", "पडा"},
    };
    for (const auto& [a, b] : rows) {
        CAPTURE(a);
        CAPTURE(b);
        CHECK(initial_of_word(a) == initial_of_word(b));
        CHECK(initial_of_word(a).first != Initial::any);
    }
}

TEST_CASE("words that begin otherwise are told apart") {
    const std::vector<std::string_view> words{"russia", "china", "rally",    "cable",  "रूस",
                                              "चीन",    "भारत",  "पाकिस्तान", "श्रीलंका", "संयुक्त",
                                              "विदेश",   "विकास", "हिंदी",     "बैठक",    "बाज़ार"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < words.size(); ++j) {
            CAPTURE(words[i]);
            CAPTURE(words[j]);
            const bool held =
                Initials(initial_of_word(words[j])).may_hold(initial_of_word(words[i]));
            CHECK(held == (i == j));
        }
    }
}

TEST_CASE("what may be a form of anything is held by every set") {
    const Initials one(initial_of_word("भारत"));
    for (const std::string_view word :
         {"", "2023", "१७", "Élysée", "Россия", "ंक", "\xff", "\u200Dक"}) {
        CAPTURE(word);
        CHECK(initial_of_word(word) == Initial{});
        CHECK(one.may_hold(initial_of_word(word)));
    }
    CHECK(Initials(initial_of_word("bard")).may_hold(initial_of_word("b\u00E9ta")));
    CHECK_FALSE(Initials(initial_of_word("card")).may_hold(initial_of_word("b\u00E9ta")));
}

TEST_CASE("a term is of the class of its word, and its end may be missing") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {".rUs", "रूस"}, {".Aj", "आज"}, {"russia", "Russia"}, {"2023", "2023"}, {".", ""}};
    for (const auto& [term, word] : rows)
        CHECK(initial_of_term(term) == initial_of_word(word));
    const Initials die(initial_of_term("die"));
    CHECK(die.may_hold(initial_of_word("dying")));
    CHECK(die.may_hold(initial_of_word("die")));
    CHECK_FALSE(die.may_hold(initial_of_word("eye")));
    CHECK_FALSE(Initials(initial_of_term("dying")).may_hold(initial_of_word("die")));
}

TEST_CASE("a set holds what each of its terms may be") {
    Initials initials(initial_of_term("russia"));
    initials |= Initials(initial_of_term(".cIn"));
    CHECK(initials.may_hold(initial_of_word("Russian")));
    CHECK(initials.may_hold(initial_of_word("चीनी")));
    CHECK(initials.may_hold(initial_of_word("चना")));
    CHECK_FALSE(initials.may_hold(initial_of_word("ruble")));
    CHECK_FALSE(initials.may_hold(initial_of_word("भारत")));
    CHECK_FALSE(Initials().may_hold(initial_of_word("भारत")));
    CHECK(Initials::all().may_hold(initial_of_word("भारत")));
}

}  // namespace vigyapti
