#include "common/text/analyser.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

// The exact forms of the words of `text`, joined by spaces.
std::string exact(std::string_view text) {
    Analyser analyser;
    std::string out;
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        if (!out.empty()) out += ' ';
        out += term.exact;
    });
    return out;
}

std::string keys(std::string_view text) {
    Analyser analyser;
    std::string out;
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        if (!out.empty()) out += ' ';
        out += term.key;
    });
    return out;
}

struct Case {
    std::string_view text;
    std::string_view terms;
};

using Words = std::vector<std::string_view>;

}  // namespace

TEST_CASE("the exact form of a word is folded and not stemmed") {
    const std::vector<Case> cases{
        {"", ""},
        {"।,!", ""},
        {"रूस", ".rUs"},
        {"संबंधों", ".sMbMXoM"},
        {"सम्बन्धों", ".sMbMXoM"},
        {"गई गी", ".gaI .gI"},
        {"हिन्दी", ".hiMxI"},
        {"India's Ministries", "india ministries"},
        {"Türkiye\u2019s", "turkiye"},
        {"१,००,००० 3.5", "100000 3.5"},
        {"G20 जी20", "g20 .jI 20"},
        {"МОСКВА 北京", "москва 北 京"},
        {"Sputnikने", "sputnik .ne"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(exact(each.text) == each.terms);
    }
}

TEST_CASE("the key of a word is stemmed by its own script") {
    const std::vector<Case> cases{
        {"ministries", "ministri"}, {"Relations", "relat"},
        {"संबंधों", ".sMbMX"},         {"लड़कियों को relations", ".ldk .ko relat"},
        {"G20 2023", "g20 2023"},   {"москва", "москва"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(keys(each.text) == each.terms);
    }
}

TEST_CASE("spellings of a word share exact form and key") {
    for (const Words& words : std::vector<Words>{
             {"अंतर्राष्ट्रीय", "अंतरराष्ट्रीय", "अन्तर्राष्ट्रीय"},
             {"संबंध", "सम्बन्ध"},
             {"गए", "गये"},
             {"ज़रूरत", "जरूरत"},
             {"चाँद", "चांद"},
             {"क्या", "क्\u200Dया"},
             {"cooperate", "Cooperate", "co\u00ADoperate", "coöperate"},
             {"100000", "1,00,000", "१,००,०००", "१०००००"},
             {"U.S.", "US", "u.s"},
             {"यू.एन.", "यूएन", "यू.एन", "यू. एन."},
             {"U.N.'s", "UN", "U.N."},
         }) {
        for (const std::string_view word : words) {
            CAPTURE(word);
            CHECK(exact(word) == exact(words.front()));
            CHECK(keys(word) == keys(words.front()));
        }
    }
}

TEST_CASE("forms of a word share their key") {
    for (const Words& words : std::vector<Words>{
             {"देश", "देशों"},
             {"संबंध", "संबंधों", "सम्बन्धों"},
             {"बैठक", "बैठकें", "बैठकों"},
             {"नेता", "नेताओं"},
             {"नीति", "नीतियों", "नीतियाँ", "नीतियां"},
             {"agreement", "agreements", "Agreement's"},
             {"minister", "ministers", "MINISTERS"},
         }) {
        for (const std::string_view word : words) {
            CAPTURE(word);
            CHECK(keys(word) == keys(words.front()));
        }
    }
}

TEST_CASE("different words have different keys") {
    for (const Words& words : std::vector<Words>{
             {"रूस", "रस"},
             {"चीन", "चना"},
             {"कम", "काम"},
             {"भारत", "भरत"},
             {"India", "Indiana"},
             {"2023", "2024"},
             {"3.5", "35"},
             {"राम", "ram"},
             {"न", "n"},
         }) {
        CAPTURE(words[0]);
        CHECK(keys(words[0]) != keys(words[1]));
    }
}

TEST_CASE("a token of which nothing remains is no word") {
    Analyser analyser;
    analyser.begin_text();
    constexpr std::string_view avagraha = "ऽ";
    const Term term = analyser.analyse(avagraha, {0, 3, TokenKind::devanagari, false});
    CHECK(term.key.empty());
    CHECK(term.exact.empty());
    CHECK(exact("ऽ रूस ः ऽऽ") == ".rUs");
    CHECK(keys("\u3164 India") == "india");
}

TEST_CASE("no word loses its key to the stemmer") {
    for (const std::string_view word : {"ओं", "की", "ें", "इयाँ", "ा", "ए", "s", "a", "ings", "0"}) {
        CAPTURE(word);
        CHECK(keys(word).empty() == exact(word).empty());
        CHECK(keys(word) != ".");
    }
}

TEST_CASE("words are visited in their order with their places in the text") {
    constexpr std::string_view text = "रूस's यू.एन. में";
    Analyser analyser;
    std::vector<std::string> words;
    analyser.for_each_word(
        text, [&](const Token& token, const Term&) { words.emplace_back(token.text(text)); });
    CHECK(words == std::vector<std::string>{"रूस", "s", "यू.एन.", "में"});
}

TEST_CASE("terms stay where they are until the next text") {
    Analyser analyser;
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "word" + std::to_string(i) + " देश" +
                std::string(static_cast<std::size_t>(i % 50), 'x') + " ";
    std::vector<Term> terms;
    std::vector<std::string> copies;
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        terms.push_back(term);
        copies.emplace_back(term.exact);
    });
    REQUIRE(terms.size() > 40'000);
    std::size_t differences = 0;
    for (std::size_t i = 0; i < terms.size(); ++i)
        differences += terms[i].exact == copies[i] ? 0 : 1;
    CHECK(differences == 0);
}

TEST_CASE("an analyser gives the same terms however much it has seen") {
    Analyser analyser;
    const auto key_of = [&](std::string_view text) {
        std::string out;
        analyser.for_each_word(text, [&](const Token&, const Term& term) { out += term.key; });
        return out;
    };
    const std::string before = key_of("संबंधों relations १२ यू.एन.");
    // More distinct words than are remembered.
    for (int block = 0; block < 4; ++block) {
        std::string text;
        for (int i = 0; i < 50'000; ++i)
            text += "w" + std::to_string(block * 50'000 + i) + ' ';
        key_of(text);
    }
    CHECK(key_of("संबंधों relations १२ यू.एन.") == before);
    CHECK(before == keys("संबंधों") + keys("relations") + keys("१२") + keys("यू.एन."));
}

TEST_CASE("whoever asks is told of each new word once, with its terms") {
    Analyser analyser;
    std::vector<std::string> learnt;
    const auto read = [&](std::string_view text) {
        learnt.clear();
        analyser.for_each_word(text, [](const Token&, const Term&) {});
        return learnt;
    };
    // Before anyone asks.
    read("summit");
    analyser.on_new_word([&](const Term& term) {
        learnt.push_back(std::string(term.exact) + "=" + std::string(term.key));
    });
    using Learnt = std::vector<std::string>;
    CHECK(read("Talks, talks, talk; talks") == Learnt{"talks=talk", "talks=talk", "talk=talk"});
    CHECK(read("talks रूसियों U.S. ऽ 2023 summit") == Learnt{".rUsiyoM=.rus", "us=us", "2023=2023"});
    CHECK(read("talk 2023 रूसियों").empty());
    // What is looked up by its form, and what is traced, are words like others or none.
    learnt.clear();
    CHECK(analyser.key_of("treaties") == "treati");
    CHECK(learnt.empty());
    analyser.trace("treaties");
    CHECK(learnt == Learnt{"treaties=treati"});
}

TEST_CASE("of a word that was forgotten one is told again") {
    Analyser analyser;
    std::set<std::string, std::less<>> words;
    std::size_t told = 0;
    analyser.on_new_word([&](const Term& term) {
        ++told;
        words.emplace(term.exact);
    });
    // More distinct words than are remembered, twice.
    for (int block = 0; block < 8; ++block) {
        std::string text;
        for (int i = 0; i < 50'000; ++i)
            text += "w" + std::to_string(block % 4 * 50'000 + i) + ' ';
        analyser.for_each_word(text, [](const Token&, const Term&) {});
    }
    CHECK(words.size() == 200'000);
    CHECK(told >= words.size());
    analyser.on_new_word(nullptr);
    CHECK_NOTHROW(analyser.trace("another"));
}

TEST_CASE("one spelling of different kinds is not mixed up") {
    // An abbreviation's letters and the word that they spell.
    CHECK(exact("U.S. us US") == "us us us");
    CHECK(exact("1. 1.5 15") == "1 1.5 15");
}

TEST_CASE("a long word is cut and marked, and stays distinct") {
    const std::string long_latin(1000, 'a');
    const std::string just(longest_term, 'b');
    CHECK(exact(just) == just);
    CHECK(exact(just + "b").size() <= longest_term);
    CHECK(exact(just + "b").starts_with(std::string(100, 'b')));
    std::set<std::string> terms;
    std::string devanagari;
    for (int i = 0; i < 300; ++i)
        devanagari += "क";
    std::string cyrillic;
    for (int i = 0; i < 300; ++i)
        cyrillic += "ж";
    for (const std::string& word :
         {long_latin, long_latin + "b", long_latin + "c", devanagari, devanagari + "ख", cyrillic,
          cyrillic + "я", "x" + cyrillic, std::string(1000, '1'), std::string(1001, '1')}) {
        CAPTURE(word.size());
        const std::string form = exact(word);
        CHECK(form.size() <= longest_term);
        CHECK(keys(word).size() <= longest_term);
        CHECK_FALSE(keys(word).empty());
        terms.insert(form);
    }
    CHECK(terms.size() == 10);
    // The same from analyser to analyser: what is indexed today is found tomorrow.
    CHECK(exact(long_latin) == exact(long_latin));
}

TEST_CASE("malformed text gives the words around what is malformed") {
    CHECK(exact("ab\xFF"
                "cd \xE0\xA4 रूस") == "ab cd .rUs");
    CHECK(exact(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("a trace shows the steps that changed a word, and its terms") {
    Analyser analyser;
    const auto traces = analyser.trace("मन्त्रियों U.S. रूस");
    REQUIRE(traces.size() == 3);
    std::vector<std::string> names;
    for (const AnalysisStep& step : traces[0].steps)
        names.push_back(step.name);
    CHECK(names ==
          std::vector<std::string>{"half nasals", "number and case", "final vowel", "virama"});
    CHECK(traces[0].steps.front().result == "मंत्रियों");
    CHECK(traces[0].exact == ".mMw_riyoM");
    CHECK(traces[0].key == ".mMwr");
    REQUIRE(traces[1].steps.size() == 2);
    CHECK(traces[1].steps[0].name == "abbreviation");
    CHECK(traces[1].key == "us");
    CHECK(traces[2].steps.size() == 1);
}

TEST_CASE("the canonical key of a lexicon is used for index and trace alike") {
    Analyser analyser([](std::string_view exact, std::string_view key) -> std::string_view {
        if (exact == "kiev") return "kyiv";
        return key;
    });
    analyser.for_each_word("Kiev", [](const Token&, const Term& term) {
        CHECK(term.key == "kyiv");
        CHECK(term.exact == "kiev");
    });
    CHECK(analyser.key_of("kiev") == "kyiv");
    const auto traces = analyser.trace("Kiev");
    REQUIRE(traces.size() == 1);
    CHECK(traces[0].steps.back().name == "variant of");
}

TEST_CASE("the key of an exact form is that of the word itself") {
    Analyser analyser;
    for (const std::string_view word :
         {"मंत्रियों", "गई", "ऊर्जा", "क्षेत्रीय", "talks", "2023", "आएगा"}) {
        CAPTURE(word);
        std::string exact;
        std::string key;
        analyser.for_each_word(word, [&](const Token&, const Term& term) {
            exact = term.exact;
            key = term.key;
        });
        CHECK(analyser.key_of(exact) == key);
    }
}

}  // namespace vigyapti
