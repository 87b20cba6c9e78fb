#include "common/text/tokenise.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

// The tokens of `text`, joined by '|'.
std::string split(std::string_view text) {
    std::string out;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);) {
        if (!out.empty()) out += '|';
        out += token.text(text);
    }
    return out;
}

struct Case {
    std::string_view text;
    std::string_view tokens;
};

}  // namespace

TEST_CASE("words are split by script, space and punctuation") {
    const std::vector<Case> cases{
        {"", ""},
        {"   \n\t", ""},
        {"रूस और पाकिस्तान", "रूस|और|पाकिस्तान"},
        {"है।उन्होंने", "है|उन्होंने"},
        {"रूस-पाकिस्तान संबंध", "रूस|पाकिस्तान|संबंध"},
        {"19महामारी", "19|महामारी"},
        {"Sputnikने", "Sputnik|ने"},
        {"COVID-19 G20 5G", "COVID|19|G20|5G"},
        {"''पाकिस्तान ऊर्जा''", "पाकिस्तान|ऊर्जा"},
        {"Prime Minister's Office", "Prime|Minister's|Office"},
        {"don’t", "don’t"},
        {"foo_bar", "foo|bar"},
        {"mea.gov.in", "mea|gov|in"},
        {"Министр 北京", "Министр|北|京"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.tokens);
    }
}

TEST_CASE("numbers keep their grouping and decimal signs") {
    const std::vector<Case> cases{
        {"100,000 टन", "100,000|टन"}, {"1,00,000", "1,00,000"},     {"१००,००० टन", "१००,०००|टन"},
        {"2019,2020", "2019|2020"},   {"1,2,3", "1|2|3"},           {"10%", "10"},
        {"3.5 प्रतिशत", "3.5|प्रतिशत"}, {"17.10.2023", "17|10|2023"}, {"वर्ष 2023.", "वर्ष|2023"},
        {"12,34", "12|34"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.tokens);
    }
}

TEST_CASE("points join single letters and letter names") {
    const std::vector<Case> cases{
        {"U.S. and U.K.", "U.S.|and|U.K."},
        {"the U.N.'s vote", "the|U.N.'s|vote"},
        {"यू.एन. में", "यू.एन.|में"},
        {"यू.एन में", "यू.एन|में"},
        {"आई. ओ. ए. ने", "आई. ओ. ए.|ने"},
        {"5 कि.मी. दूर", "5|कि.मी.|दूर"},
        {"J.P.Nadda", "J.P.|Nadda"},
        {"A.Raja", "A|Raja"},
        {"डॉ. सिंह", "डॉ|सिंह"},
        {"प्रो.गुप्ता", "प्रो|गुप्ता"},
        {"said.The", "said|The"},
        {"लिया था. वह", "लिया|था|वह"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.tokens);
    }
}

TEST_CASE("malformed UTF-8 separates words and nothing is read beyond the text") {
    CHECK(split("ab\xFF"
                "cd") == "ab|cd");
    CHECK(split("\xE0\xA4") == "");
    CHECK(split("क\xE0\xA4") == "क");
    CHECK(split("\xC3") == "");
}

TEST_CASE("a token tells its kind") {
    Tokeniser tokeniser("रूस G20 १२ Москва");
    Token token;
    REQUIRE(tokeniser.next(token));
    CHECK(token.kind == TokenKind::devanagari);
    REQUIRE(tokeniser.next(token));
    CHECK(token.kind == TokenKind::latin);
    REQUIRE(tokeniser.next(token));
    CHECK(token.kind == TokenKind::number);
    REQUIRE(tokeniser.next(token));
    CHECK(token.kind == TokenKind::other);
    CHECK_FALSE(tokeniser.next(token));
}

}  // namespace vigyapti
