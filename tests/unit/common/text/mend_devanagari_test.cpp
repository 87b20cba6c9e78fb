#include "common/text/mend_devanagari.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Case {
    std::string_view text;
    std::string_view mended;
};

void check(const SignOrder& order, const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(mend_devanagari(each.text, order) == each.mended);
    }
}

SignOrder order_of(std::string_view text) {
    SignOrder order;
    order.look_at(text);
    return order;
}

constexpr std::string_view drawn = "िवदेश िशक्षा मंित्रयों वषर् कायर्क्रम";
constexpr std::string_view stored = "विदेश शिक्षा मंत्रियों कि प्रति वर्ष कार्यक्रम सार्वजनिक";

}  // namespace

TEST_CASE("the order of the signs is known by how words begin and end") {
    CHECK(order_of(drawn).i_stands_first());
    CHECK(order_of(drawn).reph_stands_last());
    CHECK_FALSE(order_of(stored).i_stands_first());
    CHECK_FALSE(order_of(stored).reph_stands_last());
    CHECK_FALSE(SignOrder().i_stands_first());
    CHECK_FALSE(SignOrder().reph_stands_last());
    // What is torn apart looks drawn now and then; what else the font has decides.
    CHECK_FALSE(order_of("प ्रति ि वदेश कि जाति शक्ति").i_stands_first());
    CHECK_FALSE(order_of("अर्थात् अर्थ वर्ग मार्ग कार्य पूर्व दर्शन वार्ता ऊर्जा र्").reph_stands_last());
}

TEST_CASE("signs that stand as they were drawn are put where Unicode has them") {
    check(order_of(drawn), {{"िवदेश मंत्री", "विदेश मंत्री"},
                            {"िशक्षा", "शिक्षा"},
                            {"मंित्रयों", "मंत्रियों"},
                            {"िस्थित", "स्थिति"},
                            {"द्िवपक्षीय", "द्विपक्षीय"},
                            {"पिरणाम", "परिणाम"},
                            {"वषर्", "वर्ष"},
                            {"कायर्क्रम", "कार्यक्रम"},
                            {"वातार्", "वार्ता"},
                            {"धािमर्क", "धार्मिक"},
                            {"िनदेर्श", "निर्देश"},
                            {"प्रधानमंत्री ने कहा।", "प्रधानमंत्री ने कहा।"},
                            {"ि", "ि"},
                            {"र्", "र्"},
                            {"र् र्", "र् र्"}});
}

TEST_CASE("text in Unicode's order keeps it") {
    check(order_of(stored), {{stored, stored},
                             {"परिणाम", "परिणाम"},
                             {"अर्थात् यह", "अर्थात् यह"},
                             {"स्थान ः दिल्ली", "स्थान ः दिल्ली"},
                             {"दुःख", "दुःख"},
                             {"हँसना कृषि क़िला", "हँसना कृषि क़िला"}});
}

TEST_CASE("a space before a sign is a gap that a font left") {
    check({}, {{"राष्ट्र ीय", "राष्ट्रीय"},
               {"अंतरराष्ट्र ीय मुद्र ा", "अंतरराष्ट्रीय मुद्रा"},
               {"म ं", "मं"},
               {"हम ही", "हम ही"},
               {"17 ी", "17 ी"}});
}

TEST_CASE("letters in pieces and signs out of order are put together") {
    check({}, {{"दोो", "दो"},
               {"मेें", "में"},
               {"मेंं", "में"},
               {"लाेग", "लोग"},
               {"लेाग", "लोग"},
               {"अाज अौर", "आज और"},
               {"मंे", "में"},
               {"किंतु कंितु", "किंतु किंतु"},
               {"कि\u093Cला", "क\u093Cिला"},
               {"डाॅक्टर", "डॉक्टर"}});
}

TEST_CASE("text without Devanagari is not touched") {
    check(order_of(drawn), {{"", ""},
                            {"New Delhi , 17 October", "New Delhi , 17 October"},
                            {"भारत 2023", "भारत 2023"},
                            {"Москва", "Москва"}});
}

TEST_CASE("any order of signs yields valid text of no greater length") {
    const std::u32string letters = U"कर्िीेाोँंः़ अए1x";
    std::uint32_t state = 7;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525U + 1013904223U;
            append_utf8(text, letters[(state >> 16U) % letters.size()]);
        }
        CAPTURE(text);
        const std::string mended = mend_devanagari(text, order_of(drawn));
        CHECK_FALSE(find_malformed_utf8(mended).has_value());
        CHECK(mended.size() <= text.size());
    }
}

}  // namespace vigyapti
