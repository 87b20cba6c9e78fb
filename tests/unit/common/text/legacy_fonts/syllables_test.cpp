#include "common/text/legacy_fonts/syllables.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/legacy_fonts/glyphs.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::legacy {
namespace {

// What `drawn` becomes; "R" in it is the hook.
struct Case {
    std::u16string drawn;
    std::u16string text;
    unsigned impossible = 0;
    unsigned unlikely = 0;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        Syllables syllables;
        for (const char16_t c : each.drawn)
            syllables.add(c == u'R' ? reph : c);
        syllables.finish();
        std::string drawn;
        to_utf8(each.drawn, drawn);
        CAPTURE(drawn);
        CHECK(syllables.text() == each.text);
        CHECK(syllables.faults().impossible == each.impossible);
        CHECK(syllables.faults().unlikely == each.unlikely);
    }
}

}  // namespace

TEST_CASE("ि goes behind its consonants") {
    check({
        {u"िक", u"कि"},
        {u"िस्थ", u"स्थि"},
        {u"स्िथ", u"स्थि"},
        {u"िप्र", u"प्रि"},
        {u"िड़", u"ड़ि"},
        {u"कििस", u"किसि", 1},
        {u"िंहदी", u"हिंदी"},
    });
}

TEST_CASE("the hook goes before its consonants") {
    check({
        {u"कायR", u"कार्य"},
        {u"कमोंR", u"कर्मों"},
        {u"आिथRक", u"आर्थिक"},
        {u"वक्त्याR", u"वर्क्त्या"},
        {u"इR", u"ई"},
        {u"िRथक", u"र्थिक"},
    });
}

TEST_CASE("strokes become letters and vowels") {
    check({
        {u"ख्ात", u"खत"},
        {u"ख्ाात", u"खात"},
        {u"काे काै काॅ", u"को कौ कॉ"},
        {u"केा", u"को"},
        {u"अाे अाै अा अॅ एे", u"ओ औ आ ॲ ऐ"},
        {u"कें केें कंे", u"कें कें कें"},
        {u"त्राी", u"त्री", 0, 1},
        {u"ज़ ख़् ऩ", u"ज़ ख़् ऩ", 0, 1},
        {u"शृंखला", u"शृंखला"},
    });
}

TEST_CASE("what no Hindi word has is told and kept") {
    check({
        {u"ाक", u"ाक", 1},
        {u"क ि", u"क ि", 1},
        {u"ंक", u"ंक", 1},
        {u"Rक", u"र्क", 1},
        {u"कीे", u"के", 1},
        {u"क्अ", u"क्अ", 1, 1},
        {u"कइ", u"कइ", 0, 1},
        {u"काइ", u"काइ"},
        {u"महान्", u"महान्", 0, 1},
    });
}

}  // namespace vigyapti::legacy
