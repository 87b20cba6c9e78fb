#include "common/text/initial.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <string>
#include <utility>
#include <vector>

namespace vigyapti {

TEST_CASE("words whose first letters may be exchanged are of one class") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"Russia", "russia"}, {"अच्छा", "आज"}, {"च्छा", "छा"},      {"गणेश", "घर"},
        {"ऋषि", "रिषि"},      {"षष्ठी", "शेष"}, {"ज़रूरत", "जरूरत"},   {"ज़रूरत", "झरना"},
        {"ऑस्ट्रेलिया", "आज"},   {"ऐनक", "एनक"}, {"फ़रवरी", "फरवरी"}, {"नेपाल", "मालदीव"},
    };
    for (const auto& [a, b] : rows) {
        CAPTURE(a);
        CAPTURE(b);
        CHECK(initial_of_word(a) == initial_of_word(b));
        CHECK(std::popcount(initial_of_word(a)) == 1);
    }
}

TEST_CASE("words that begin otherwise are of different classes") {
    const std::vector<std::string_view> words{"russia",   "china",  "रूस",   "चीन",  "भारत",
                                              "पाकिस्तान", "श्रीलंका", "संयुक्त", "विदेश", "हिंदी"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            CHECK((initial_of_word(words[i]) & initial_of_word(words[j])) == 0);
    }
}

TEST_CASE("what may be a form of anything is of every class") {
    for (const std::string_view word :
         {"", "2023", "१७", "Élysée", "Россия", "ंक", "\xff", "\u200Dक"})
        CHECK(initial_of_word(word) == any_initial);
}

TEST_CASE("a term is of the class of its word") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {".rUs", "रूस"}, {".Aj", "आज"}, {"russia", "Russia"}, {"2023", "2023"}, {".", ""}};
    for (const auto& [term, word] : rows)
        CHECK(initial_of_term(term) == initial_of_word(word));
}

}  // namespace vigyapti
