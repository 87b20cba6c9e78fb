#include "common/text/script.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

struct Case {
    CharClass kind;
    std::u32string_view characters;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        for (const char32_t c : each.characters) {
            CAPTURE(static_cast<unsigned>(c));
            CHECK(static_cast<int>(char_class(c)) == static_cast<int>(each.kind));
        }
    }
}

}  // namespace

TEST_CASE("each character of ASCII is a letter, a digit or a separator") {
    for (char32_t c = 0; c < 0x80; ++c) {
        CAPTURE(static_cast<unsigned>(c));
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const CharClass expected = digit    ? CharClass::digit
                                   : letter ? CharClass::latin
                                            : CharClass::separator;
        CHECK(static_cast<int>(char_class(c)) == static_cast<int>(expected));
    }
}

TEST_CASE("the Devanagari block is of letters, signs, digits and dandas") {
    check({
        {CharClass::devanagari, U"अआइईउऊऋऌऍऎएऐऑऒओऔकखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह"},
        {CharClass::devanagari,
         U"\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F\u0904\u0972\u097F"},
        {CharClass::devanagari, U"ऽॐ\u0971ॠॡ"},
        {CharClass::extend, U"\u0900\u0901\u0902\u0903\u093A\u093B\u093C"},
        {CharClass::extend, U"\u093E\u093F\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948"},
        {CharClass::extend, U"\u0949\u094A\u094B\u094C\u094D\u094E\u094F"},
        {CharClass::extend, U"\u0951\u0952\u0953\u0954\u0955\u0956\u0957\u0962\u0963"},
        {CharClass::devanagari_digit, U"०१२३४५६७८९"},
        {CharClass::separator, U"।॥॰"},
        // Its neighbours are other scripts.
        {CharClass::extend, U"\u08FF"},
        {CharClass::other_letter, U"\u0980\u0985"},
    });
    std::size_t letters = 0;
    std::size_t signs = 0;
    for (char32_t c = devanagari_first; c <= devanagari_last; ++c) {
        letters += char_class(c) == CharClass::devanagari ? 1 : 0;
        signs += char_class(c) == CharClass::extend ? 1 : 0;
    }
    // By general category: 82 letters, 33 marks, 10 digits and 3 punctuation marks.
    CHECK(signs == 4 + 3 + 18 + 7 + 2);
    CHECK(letters == 128 - signs - 10 - 3);
}

TEST_CASE("letters with accents and of all Latin alphabets are Latin") {
    check({
        {CharClass::latin, U"éÉßøŁıİœªºĀčŻ\u0250\u1E9E\u1EA4\uFB01\uFF21\uFF5A"},
        {CharClass::separator, U"×÷\u00A0¡¿«»²½\u00A9"},
    });
}

TEST_CASE("letters and digits of any other script are told from ideographs") {
    check({
        {CharClass::other_letter, U"абЯαωאبবਕકதతಕമකกລམΩ한"},
        {CharClass::other_letter, U"٠۵১௧"},
        {CharClass::ideograph, U"中国日\u3007\U00020000ひア"},
    });
}

TEST_CASE("marks, joiners and format characters belong to what they follow") {
    check({
        {CharClass::extend, U"\u0300\u0308\u036F\u200C\u200D\u00AD\u2060\uFEFF\u200E\u200F\uFE0F"},
        {CharClass::extend, U"\u09BE\u0BCD\u0E31\U000E0100"},
    });
}

TEST_CASE("punctuation, symbols, emoji and white space separate") {
    check({
        {CharClass::separator, U"\u2018\u2019\u201C\u201D\u2013\u2014\u2026₹€\u200B\u2028\u3000"},
        {CharClass::separator, U"、。\u300C\u300D\U0001F600\U0001F1EE\uFFFD\uFFFE\uE000"},
    });
    CHECK(char_class(0xD800) == CharClass::separator);
    CHECK(char_class(0x10FFFF) == CharClass::separator);
    CHECK(char_class(0x110000) == CharClass::separator);
    CHECK(char_class(0xFFFFFFFF) == CharClass::separator);
}

}  // namespace vigyapti
