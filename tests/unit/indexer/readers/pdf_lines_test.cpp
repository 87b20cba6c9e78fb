#include "indexer/readers/pdf_lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

PdfWord word(std::string text, double left, double right, double last_letter = 0) {
    PdfWord word;
    word.text = std::move(text);
    word.left = left;
    word.right = right;
    word.top = 100;
    word.bottom = 112;
    word.size = 12;
    word.font = "ABCDEF+Font";
    word.space_after = true;
    word.last_letter = last_letter > 0 ? last_letter : right;
    return word;
}

std::string text_of(const std::vector<PdfWord>& words, const PdfFonts& fonts = {}) {
    std::vector<PdfLine> lines;
    append_lines(words, 0, fonts, lines);
    std::string out;
    for (const PdfLine& line : lines)
        out += (out.empty() ? "" : "|") + line.text;
    return out;
}

}  // namespace

TEST_CASE("a gap that the last letter fills is none") {
    PdfFonts fonts;
    fonts.widths.look_at("ABCDEF+Font", "कल", {0, 8, 15}, 12);
    // केंद्र: the bindu ends at 54, क at 58.
    CHECK(text_of({word("केंद्र", 10, 30), word("और", 34, 46), word("कें", 50, 54, 50),
                   word("द्र", 58.2, 64)},
                  fonts) == "केंद्र और केंद्र");
    // के ल: a space behind क, which ends at 58.
    CHECK(text_of(
              {word("केंद्र", 10, 30), word("और", 34, 46), word("के", 50, 54, 50), word("लिए", 62, 74)},
              fonts) == "केंद्र और के लिए");
}

TEST_CASE("a narrow gap behind a sign below a letter of unknown width is none") {
    CHECK(text_of({word("यह", 10, 20), word("कृ", 24, 30), word("षि", 32, 40), word("और", 44, 50),
                   word("है", 54, 60)}) == "यह कृषि और है");
    CHECK(text_of({word("यह", 10, 20), word("गुरु", 24, 30), word("षि", 34, 40), word("और", 44, 50),
                   word("है", 54, 60)}) == "यह गुरु षि और है");
}

TEST_CASE("words that stand beside each other are a line") {
    PdfWord below = word("below", 10, 40);
    below.top += 20;
    below.bottom += 20;
    PdfWord joined = word("19", 50, 60);
    joined.space_after = false;
    CHECK(text_of({word("a", 10, 20), joined, word("th", 60, 66), below}) == "a 19th|below");
    CHECK(text_of({word("one", 10, 20), word("", 22, 30), word("two", 32, 40)}) == "one two");
}

TEST_CASE("the tag of an embedded font is no part of its name") {
    CHECK(plain_font_name("ABCDEF+KrutiDev010") == "KrutiDev010");
    CHECK(plain_font_name("Kruti+Dev") == "Kruti+Dev");
    CHECK(plain_font_name("ABCDE+x") == "ABCDE+x");
    CHECK(plain_font_name("") == "");
}

}  // namespace vigyapti
