#include "common/text/number_words.hpp"

#include <doctest/doctest.h>

#include <unicode/rbnf.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

std::vector<std::string> forms_of(std::string_view text) {
    std::vector<std::string> forms;
    Analyser analyser;
    analyser.for_each_word(text,
                           [&](const Token&, const Term& term) { forms.emplace_back(term.exact); });
    return forms;
}

// "words taken: value"; empty for no number.
std::string read(std::string_view text) {
    const std::vector<std::string> forms = forms_of(text);
    const auto found = read_number(forms);
    return found ? std::to_string(found->count) + ": " + std::to_string(found->value) : "";
}

bool writes(std::uint64_t value, bool hindi, std::string_view way) {
    const std::vector<std::string> ways = write_number(value, hindi);
    return std::find(ways.begin(), ways.end(), way) != ways.end();
}

using Cases = std::initializer_list<std::pair<std::string_view, std::string_view>>;

}  // namespace

TEST_CASE("a number is read from digits and words of both languages") {
    for (const auto& [text, value] : Cases{
             {"5 lakh", "2: 500000"},
             {"five lakh rupees", "2: 500000"},
             {"5,00,000", "1: 500000"},
             {"500,000", "1: 500000"},
             {"५ लाख", "2: 500000"},
             {"पाँच लाख", "2: 500000"},
             {"पांच लाख", "2: 500000"},
             {"half a million", "3: 500000"},
             {"half million", "2: 500000"},
             {"one and a half million", "5: 1500000"},
             {"2 and a half lakh", "5: 250000"},
             {"twenty-two and a half crore", "6: 225000000"},
             {"आधा करोड़", "2: 5000000"},
             {"10 million", "2: 10000000"},
             {"one crore", "2: 10000000"},
             {"एक करोड़", "2: 10000000"},
             {"1.5 million", "2: 1500000"},
             {"15 लाख", "2: 1500000"},
             {"2.35 करोड़", "2: 23500000"},
             {"twenty-five thousand", "3: 25000"},
             {"ninety nine crore", "3: 990000000"},
             {"two hundred and fifty thousand", "5: 250000"},
             {"three hundred", "2: 300"},
             {"पाँच सौ", "2: 500"},
             {"सौ करोड़", "2: 1000000000"},
             {"एक सौ बीस करोड़", "4: 1200000000"},
             {"डेढ़ लाख", "2: 150000"},
             {"ढाई करोड़", "2: 25000000"},
             {"साढ़े तीन लाख", "3: 350000"},
             {"पौने दो लाख", "3: 175000"},
             {"सवा लाख", "2: 125000"},
             {"सवा दो लाख", "3: 225000"},
             {"निन्यानबे हज़ार", "2: 99000"},
             {"निन्यानवे हजार", "2: 99000"},
             {"दो लाख पचास हज़ार", "4: 250000"},
             {"2 lakh 50 thousand", "4: 250000"},
             {"दो हज़ार पाँच", "3: 2005"},
             {"5 lakh crore", "3: 5000000000000"},
             {"तीन अरब", "2: 3000000000"},
             {"2 trillion", "2: 2000000000000"},
         }) {
        CAPTURE(text);
        CHECK(read(text) == value);
    }
}

TEST_CASE("the last unit is that of all that stands before it") {
    for (const auto& [text, value] : Cases{
             {"दो हज़ार पाँच सौ करोड़", "5: 25000000000"},
             {"two thousand five hundred crore", "5: 25000000000"},
             {"two thousand and five crore", "5: 20050000000"},
             {"1 lakh 76 thousand crore", "5: 1760000000000"},
             {"एक लाख छिहत्तर हज़ार करोड़ रुपये", "5: 1760000000000"},
             {"दो हज़ार पाँच सौ करोड़ तीन लाख", "7: 25000300000"},
             {"twelve hundred and fifty crore", "5: 12500000000"},
             {"दो करोड़ पचास लाख", "4: 25000000"},
             {"two thousand five hundred trillion crore", ""},
         }) {
        CAPTURE(text);
        CHECK(read(text) == value);
    }
}

TEST_CASE("years, small numbers and words for numbers alone are none") {
    for (const std::string_view text : {"2023",
                                        "5",
                                        "99999",
                                        "1,00,000.555",
                                        "पाँच",
                                        "five",
                                        "lakh",
                                        "लाख",
                                        "hundred million",
                                        "साढ़े",
                                        "साढ़े लाख",
                                        "half",
                                        "million",
                                        "and",
                                        "",
                                        "1.2.3 लाख",
                                        "1.234 lakh",
                                        "99999999999999999999 crore",
                                        "twenty twenty",
                                        "two and a half",
                                        "talks"}) {
        CAPTURE(text);
        CHECK(read(text).empty());
    }
}

TEST_CASE("what follows a number is no part of it") {
    for (const auto& [text, value] : Cases{{"5 lakh 2023", "2: 500000"},
                                           {"5 lakh and more", "2: 500000"},
                                           {"पाँच लाख किसान", "2: 500000"},
                                           {"2 lakh 3 crore", "2: 200000"}}) {
        CAPTURE(text);
        CHECK(read(text) == value);
    }
}

TEST_CASE("a number is written as papers of each language write it") {
    struct Case {
        std::uint64_t value;
        bool hindi;
        std::initializer_list<std::string_view> ways;
    };
    for (const auto& [value, hindi, ways] : {
             Case{500'000,
                  false,
                  {"5 lakh", "five lakh", "500 thousand", "0.5 million", "half a million",
                   "500000"}},
             {500'000, true, {"5 लाख", "पाँच लाख", "500 हज़ार", "500000"}},
             {10'000'000, false, {"10 million", "ten million", "1 crore", "one crore"}},
             {10'000'000, true, {"1 करोड़", "एक करोड़", "10 मिलियन"}},
             {1'500'000, true, {"15 लाख", "पंद्रह लाख", "1.5 मिलियन", "डेढ़ मिलियन"}},
             {1'500'000,
              false,
              {"1.5 million", "one and a half million", "15 lakh", "fifteen lakh"}},
             {350'000, true, {"3.5 लाख", "साढ़े तीन लाख"}},
             {175'000, true, {"1.75 लाख", "पौने दो लाख"}},
             {99'000, false, {"99 thousand", "ninety nine thousand", "99000"}},
             {600'000, true, {"छह लाख", "छः लाख", "छे लाख"}},
             {500, true, {"पाँच सौ", "500"}},
             {5'000'000'000'000, false, {"5 trillion", "5 lakh-crore"}},
         }) {
        for (const std::string_view way : ways) {
            CAPTURE(value);
            CAPTURE(way);
            CHECK(writes(value, hindi, way));
        }
    }
}

TEST_CASE("ways that nobody writes are not written") {
    CHECK(write_number(1'234'567, false).empty());
    CHECK_FALSE(writes(500'000, false, "0.05 crore"));
    CHECK_FALSE(writes(400'000'000, false, "4000 lakh"));
    CHECK_FALSE(writes(2'000, false, "2000"));
    CHECK(writes(2'000, false, "two thousand"));
}

TEST_CASE("Hindi cardinals are those of CLDR") {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat spelt(icu::URBNF_SPELLOUT, icu::Locale("hi"), status);
    REQUIRE(U_SUCCESS(status));
    for (std::int32_t count = 1; count < 100; ++count) {
        icu::UnicodeString words;
        spelt.format(count, words);
        std::string text;
        words.toUTF8String(text);
        CAPTURE(text);
        CHECK(read(text + " लाख") == "2: " + std::to_string(count * 100'000));
    }
}

TEST_CASE("Hindi cardinals are read in the spellings of newspapers") {
    for (const auto& [text, count] : std::initializer_list<std::pair<std::string_view, int>>{
             {"छः", 6},       {"छे", 6},        {"छ", 6},        {"पन्द्रह", 15},  {"सतरह", 17},
             {"अट्ठारह", 18},  {"अठ्ठारह", 18},  {"बाइस", 22},    {"तेइस", 23},    {"पचीस", 25},
             {"सत्ताइस", 27},  {"अठाइस", 28},   {"उन्तीस", 29},   {"उन्नतीस", 29}, {"इकत्तीस", 31},
             {"तैतीस", 33},    {"तेतीस", 33},    {"चौतीस", 34},   {"पैतीस", 35},   {"सैतीस", 37},
             {"अडतीस", 38},   {"उन्तालीस", 39}, {"उनचालीस", 39}, {"तैतालीस", 43}, {"तेतालीस", 43},
             {"चौवालीस", 44}, {"पैतालीस", 45},  {"सैतालीस", 47},  {"उन्चास", 49},  {"तिरेपन", 53},
             {"अठावन", 58},   {"तिरेसठ", 63},   {"चौसठ", 64},    {"पैसठ", 65},    {"सड़सठ", 67},
             {"उनहत्तर", 69},  {"पिचहत्तर", 75}, {"उन्यासी", 79},  {"उन्नासी", 79}, {"सत्तासी", 87},
             {"अट्ठासी", 88},  {"इक्यानबे", 91},  {"बानबे", 92},    {"तिरानबे", 93}, {"चौरानबे", 94},
             {"पंचानवे", 95},   {"पंचानबे", 95},   {"पिचानवे", 95},  {"छियानबे", 96}, {"सतानवे", 97},
             {"अठानवे", 98},   {"अट्ठानबे", 98},  {"निन्यानबे", 99},
         }) {
        CAPTURE(text);
        CHECK(read(std::string(text) + " लाख") == "2: " + std::to_string(count * 100'000));
    }
}

// What folds to one form would be looked for twice.
TEST_CASE("no way is written twice") {
    for (std::uint64_t count = 1; count < 100; ++count) {
        std::set<std::vector<std::string>> known;
        for (const std::string& way : write_number(count * 100'000, true)) {
            CAPTURE(way);
            CHECK(known.insert(forms_of(way)).second);
        }
    }
}

TEST_CASE("each cardinal that is written is read as what it is") {
    for (std::uint64_t count = 1; count < 100; ++count) {
        for (const bool hindi : {false, true}) {
            for (const std::string& way : write_number(count * 100'000, hindi)) {
                CAPTURE(way);
                const std::vector<std::string> forms = forms_of(way);
                const auto found = read_number(forms);
                REQUIRE(found.has_value());
                CHECK(found->value == count * 100'000);
                CHECK(found->count == forms.size());
            }
        }
    }
}

}  // namespace vigyapti
