#include "common/text/grapheme.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

struct Case {
    std::string_view text;
    std::string_view clusters;  // the same text with '|' behind each cluster
};

std::string split(std::string_view text) {
    std::string out;
    std::size_t begin = 0;
    for (std::size_t count = 1; begin < text.size(); ++count) {
        const std::size_t end = grapheme_prefix(text, count);
        if (end <= begin) return out + "<stuck>";
        out += text.substr(begin, end - begin);
        out += '|';
        begin = end;
    }
    return out;
}

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.clusters);
        const std::string expected(each.clusters);
        std::size_t bars = 0;
        for (const char c : expected)
            bars += c == '|' ? 1 : 0;
        CHECK(count_graphemes(each.text) == bars);
    }
}

}  // namespace

TEST_CASE("a letter and its signs are one cluster") {
    check({
        {"", ""},
        {"abc", "a|b|c|"},
        {"e\u0301te\u0301", "e\u0301|t|e\u0301|"},
        {"रूस", "रू|स|"},
        {"हिंदी", "हिं|दी|"},
        {"कॉफ़ी", "कॉ|फ़ी|"},
        {"ज़रूरत", "ज़|रू|र|त|"},
        {"दुःख", "दुः|ख|"},
        {"१७ अक्टूबर, २०२३।", "१|७| |अ|क्टू|ब|र|,| |२|०|२|३|।|"},
        {"₹५", "₹|५|"},
    });
}

TEST_CASE("consonants that a virama joins are one cluster") {
    check({
        {"क्ष", "क्ष|"},
        {"राष्ट्रीय", "रा|ष्ट्री|य|"},
        {"स्त्री", "स्त्री|"},
        {"अंतर्राष्ट्रीय", "अं|त|र्रा|ष्ट्री|य|"},
        {"विज्ञप्ति", "वि|ज्ञ|प्ति|"},
        // With ZWJ the half form is written, with ZWNJ the virama is seen and parts.
        {"क्\u200Dया", "क्\u200Dया|"},
        {"क्\u200Cया", "क्\u200C|या|"},
        {"महान्", "म|हा|न्|"},
        {"सन् २०", "स|न्| |२|०|"},
        // A virama joins nothing but consonants.
        {"क्अ", "क्|अ|"},
        {"क्a", "क्|a|"},
        {"क्।", "क्|।|"},
        // A nukta between virama and consonant changes nothing.
        {"क़्ष", "क़्ष|"},
    });
}

TEST_CASE("a virama that follows no consonant joins nothing (rule GB9c)") {
    check({
        {"a\u094Dत", "a\u094D|त|"},
        {"?\u094Dत", "?\u094D|त|"},
        {"अ\u094Dत", "अ\u094D|त|"},
    });
}

TEST_CASE("signs without a letter do not vanish") {
    check({
        {"\u093F", "\u093F|"},
        {"\u094D", "\u094D|"},
        {"\u0301\u0301", "\u0301\u0301|"},
        {"\n\u093E", "\n|\u093E|"},
        {"a\u200D", "a\u200D|"},
    });
}

TEST_CASE("lines end between clusters, whatever ends them") {
    check({
        {"a\nb", "a|\n|b|"},
        {"a\r\nb", "a|\r\n|b|"},
        {"\n\n", "\n|\n|"},
        {"क\r\nक्ष", "क|\r\n|क्ष|"},
    });
}

TEST_CASE("emoji, flags and Hangul are clusters, also beside Devanagari") {
    check({
        {"\U0001F1EE\U0001F1F3\U0001F1F7\U0001F1FA", "\U0001F1EE\U0001F1F3|\U0001F1F7\U0001F1FA|"},
        {"\U0001F468\u200D\U0001F469\u200D\U0001F467",
         "\U0001F468\u200D\U0001F469\u200D\U0001F467|"},
        {"\U0001F44D\U0001F3FDक्ष", "\U0001F44D\U0001F3FD|क्ष|"},
        {"राष्ट्र\U0001F600क्या", "रा|ष्ट्र|\U0001F600|क्या|"},
        {"\u1112\u1161\u11ABa", "\u1112\u1161\u11AB|a|"},
        {"한국", "한|국|"},
    });
}

TEST_CASE("malformed bytes are clusters of their own and stop nothing") {
    CHECK(count_graphemes("\xFF") == 1);
    CHECK(count_graphemes("क\xFF"
                          "क्ष") == 3);
    CHECK(count_graphemes("\xE0\xA4") == 1);
    CHECK(count_graphemes(std::string_view("a\0b", 3)) == 3);
    CHECK(grapheme_prefix("क\xFF"
                          "क्ष",
                          2) == 4);
}

TEST_CASE("a prefix ends behind its last cluster or at the end of the text") {
    constexpr std::string_view text = "राष्ट्रीय संबंध";
    CHECK(grapheme_prefix(text, 0) == 0);
    CHECK(text.substr(0, grapheme_prefix(text, 1)) == "रा");
    CHECK(text.substr(0, grapheme_prefix(text, 2)) == "राष्ट्री");
    CHECK(text.substr(0, grapheme_prefix(text, 4)) == "राष्ट्रीय ");
    CHECK(grapheme_prefix(text, 7) == text.size());
    CHECK(grapheme_prefix(text, 8) == text.size());
    CHECK(grapheme_prefix(text, static_cast<std::size_t>(-1)) == text.size());
    CHECK(grapheme_prefix("", 0) == 0);
    CHECK(grapheme_prefix("", 3) == 0);
    constexpr std::string_view emoji = "\U0001F600क्षa";
    CHECK(grapheme_prefix(emoji, 0) == 0);
    CHECK(grapheme_prefix(emoji, 1) == 4);
    CHECK(grapheme_prefix(emoji, 2) == 13);
    CHECK(grapheme_prefix(emoji, 9) == 14);
}

TEST_CASE("a cluster may be long and a text longer") {
    std::string zalgo = "a";
    for (int i = 0; i < 10'000; ++i)
        zalgo += "\u0301";
    CHECK(count_graphemes(zalgo) == 1);
    CHECK(grapheme_prefix(zalgo, 1) == zalgo.size());
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "ष्ट्री";
    CHECK(count_graphemes(text) == 100'000);
    CHECK(count_graphemes(text + "\U0001F600") == 100'001);
}

TEST_CASE("columns are those of a terminal that sets each code point by itself") {
    CHECK(count_columns("") == 0);
    CHECK(count_columns("visa 2023") == 9);
    CHECK(count_columns("रूस") == 2);    // the sign of ऊ takes no room
    CHECK(count_columns("ऊर्जा") == 4);  // that of आ does
    CHECK(count_columns("क्\u200Dया") == 3);
    CHECK(count_columns("北京") == 4);
    CHECK(count_columns("e\u0301") == 1);
}

}  // namespace vigyapti
