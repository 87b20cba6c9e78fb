#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/normalise.hpp"
#include "common/text/stem.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

std::u16string wide(std::string_view text) {
    std::u16string out;
    to_utf16(text, out);
    return out;
}

std::string narrow(const std::u16string& word) {
    std::string out;
    to_utf8(word, out);
    return out;
}

std::string stepped(std::string_view step, std::string_view word) {
    std::u16string letters = wide(word);
    for (const WordStep& each : hindi_stem_steps(u"क्रमशः")) {
        if (each.name == step) each.apply(letters);
    }
    return narrow(letters);
}

// Folded and stemmed: the key, in Devanagari.
std::string key(std::string_view word) {
    std::u16string letters = wide(word);
    fold_devanagari(letters);
    stem_hindi(letters);
    return narrow(letters);
}

struct Case {
    std::string_view word;
    std::string_view stem;
};

void check_step(std::string_view step, const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.word);
        CHECK(stepped(step, each.word) == each.stem);
    }
}

}  // namespace

TEST_CASE("each step has a name and a reason") {
    for (const WordStep& each : hindi_stem_steps(u"क्रमशः")) {
        CHECK_FALSE(each.name.empty());
        CHECK_FALSE(each.reason.empty());
    }
}

TEST_CASE("step: number and case") {
    check_step("number and case", {{"मंत्रियों", "मंत्री"},
                                   {"नीतियां", "नीती"},
                                   {"योजनाओं", "योजना"},
                                   {"योजनाएं", "योजना"},
                                   {"बैठकों", "बैठक"},
                                   {"बैठकें", "बैठक"},
                                   {"वस्तुओं", "वस्तू"},
                                   {"कार्रवाइयों", "कार्रवाई"},
                                   {"हैं", "हैं"},
                                   {"रूस", "रूस"},
                                   {"ओं", "ओं"}});
}

TEST_CASE("step: verb and adjective") {
    check_step("verb and adjective", {{"भारतीय", "भारत"},
                                      {"राजनीतिक", "राजनीत"},
                                      {"बढ़ाना", "बढ़"},
                                      {"बताया", "बत"},
                                      {"मिलेगी", "मिल"},
                                      {"करना", "कर"},
                                      {"सेना", "सेना"},
                                      {"नेता", "नेता"},
                                      {"पिता", "पिता"}});
}

TEST_CASE("step: final vowel") {
    check_step("final vowel",
               {{"मंत्री", "मंत्र"}, {"सेना", "सेन"}, {"भाई", "भ"}, {"रूस", "रूस"}, {"ई", "ई"}});
}

TEST_CASE("step: final glide") {
    check_step("final glide", {{"समस्य", "समस"}, {"राज्य", "राज"}, {"महान्", "महान"}});
}

TEST_CASE("steps: vowel length, vocalic r and virama") {
    check_step("vowel length", {{"दीन", "दिन"}, {"गणेश", "गनेश"}, {"भाषा", "भाशा"}, {"मौन", "मोन"}});
    check_step("vocalic r", {{"कृषि", "करिषि"}, {"ऋण", "ऋण"}});
    check_step("virama", {{"राष्ट्र", "राषटर"}, {"रूस", "रूस"}});
}

TEST_CASE("forms of a word meet") {
    const std::vector<std::vector<std::string_view>> groups{
        {"मंत्री", "मंत्रियों", "मन्त्री"},
        {"योजना", "योजनाओं", "योजनाएँ", "योजनाएं"},
        {"समस्या", "समस्याओं", "समस्याएं"},
        {"बैठक", "बैठकें", "बैठकों"},
        {"भारत", "भारतीय"},
        {"पाकिस्तान", "पाकिस्तानी", "पाकिस्तानियों"},
        {"रूस", "रूसी"},
        {"अंतर्राष्ट्रीय", "अंतरराष्ट्रीय", "अन्तर्राष्ट्रीय", "अन्तरराष्ट्रीय"},
        {"संबंध", "संबंधों", "सम्बन्ध", "सम्बन्धों"},
        {"गये", "गए"},
        {"चाहिये", "चाहिए"},
        {"इज़रायल", "इजराइल", "इज़राइल"},
        {"मॉस्को", "मास्को"},
        {"हिंदी", "हिन्दी"},
        {"वस्तु", "वस्तुओं"},
        {"कार्रवाई", "कार्रवाइयों"},
    };
    for (const auto& group : groups) {
        for (const std::string_view word : group) {
            CAPTURE(word);
            CHECK(key(word) == key(group.front()));
        }
    }
}

TEST_CASE("other words are kept apart") {
    const std::vector<std::pair<std::string_view, std::string_view>> pairs{
        {"कम", "काम"},    {"देश", "दशा"},   {"कार्रवाई", "कार्यवाही"}, {"ईरान", "इराक"},
        {"ओमान", "ईमान"}, {"बल", "बाल"},   {"विदेश", "विशेष"},        {"भारत", "भरत"},
        {"चीन", "चना"},   {"नेपाल", "नेता"}, {"संधि", "संघ"},
    };
    for (const auto& [first, second] : pairs) {
        CAPTURE(first);
        CAPTURE(second);
        CHECK(key(first) != key(second));
    }
}

TEST_CASE("nothing is left without a letter") {
    for (const std::string_view word :
         {"ए", "ओं", "ईं", "ना", "ता", "का", "को", "में", "हैं", "क्", "ये"}) {
        CAPTURE(word);
        CHECK_FALSE(key(word).empty());
    }
}

}  // namespace vigyapti
