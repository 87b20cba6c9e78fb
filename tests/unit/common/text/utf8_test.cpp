#include "common/text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vigyapti {
namespace {

// The code points of `text` in hexadecimal, FFFD for what is malformed.
std::string code_points(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        out += fmt::format("{}{:04X}", out.empty() ? "" : " ", static_cast<unsigned>(c));
    }
    return out;
}

struct Case {
    std::string text;
    std::string_view code_points;
};

// Well-formed text at each boundary of the encoding's lengths, and the malformed examples of the
// Unicode Standard, chapter 3, tables 3-8 to 3-11, on maximal subparts.
const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"", ""},
        {"aक", "0061 0915"},
        {std::string("\0", 1), "0000"},
        {"\x7F\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF",
         "007F 0080 07FF 0800 FFFF 10000 10FFFF"},
        {"\uD7FF\uE000\uFFFE\uFEFF", "D7FF E000 FFFE FEFF"},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD 0041"},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD 0041"},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "FFFD FFFD FFFD FFFD FFFD 0041 FFFD FFFD 0042"},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "FFFD FFFD FFFD FFFD 0041"},
        {"\xE0\xA4", "FFFD"},
        {"\xE0", "FFFD"},
        {"\xE0\xA4 ", "FFFD 0020"},
        {"\xE0\xA4\xE0\xA4\x95", "FFFD 0915"},
        {"\xFE\xFF", "FFFD FFFD"},
        {"\xF8\x88\x80\x80\x80", "FFFD FFFD FFFD FFFD FFFD"},
    };
    return all;
}

std::u16string utf16(std::string_view text) {
    std::u16string out = u"what was there before";
    to_utf16(text, out);
    return out;
}

std::string utf8(std::u16string_view text) {
    std::string out = "what was there before";
    to_utf8(text, out);
    return out;
}

}  // namespace

TEST_CASE("code points are read one by one and malformed bytes by maximal subparts") {
    for (const Case& each : cases()) {
        CAPTURE(each.code_points);
        CHECK(code_points(each.text) == each.code_points);
    }
}

TEST_CASE("code points are counted, a malformed sequence as one") {
    for (const Case& each : cases()) {
        CAPTURE(each.code_points);
        const auto spaces = std::count(each.code_points.begin(), each.code_points.end(), ' ');
        const std::size_t expected =
            each.code_points.empty() ? 0 : static_cast<std::size_t>(spaces) + 1;
        CHECK(count_code_points(each.text) == expected);
    }
}

TEST_CASE("code points are read backwards over the same boundaries") {
    // Every text of four bytes out of those at which the rules of UTF-8 turn.
    constexpr std::string_view bytes = "A\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xED\xEF\xF0\xF4\xF5";
    std::string text(4, ' ');
    std::size_t differences = 0;
    for (const char a : bytes) {
        for (const char b : bytes) {
            for (const char c : bytes) {
                for (const char d : bytes) {
                    text = {a, b, c, d};
                    std::vector<std::pair<std::size_t, char32_t>> forwards;
                    for (std::size_t i = 0; i < text.size();) {
                        const std::size_t begin = i;
                        const char32_t code_point = next_code_point(text, i);
                        forwards.emplace_back(begin, code_point);
                    }
                    std::vector<std::pair<std::size_t, char32_t>> backwards;
                    for (std::size_t i = text.size(); i > 0;) {
                        const char32_t code_point = previous_code_point(text, i);
                        backwards.emplace_back(i, code_point);
                    }
                    std::reverse(backwards.begin(), backwards.end());
                    differences += forwards == backwards ? 0 : 1;
                }
            }
        }
    }
    CHECK(differences == 0);
}

TEST_CASE("the first malformed byte is found") {
    struct Malformed {
        std::string text;
        std::optional<std::size_t> at;
    };
    const std::vector<Malformed> texts{
        {"", std::nullopt},
        {"plain", std::nullopt},
        {"रूस और India", std::nullopt},
        {std::string("a\0b", 3), std::nullopt},
        {"\uFFFD\uFFFE\U0010FFFF", std::nullopt},
        {"\xFF", 0},
        {"abc\x80", 3},
        {"क\xE0\xA4", 3},
        {"क\xE0\xA4ख", 3},
        {"\xC0\x80", 0},
        {"ab\xED\xA0\x80", 2},
        {"ab\xF4\x90\x80\x80", 2},
        {"\u00E9\xE9t\u00E9", 2},
    };
    for (const Malformed& each : texts) {
        CAPTURE(each.text);
        CHECK(find_malformed_utf8(each.text) == each.at);
    }
}

TEST_CASE("malformed bytes are found wherever they stand in a long text") {
    // As read code point by code point.
    const auto expected = [](std::string_view text) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t begin = i;
            if (next_code_point(text, i) == replacement_character) return begin;
        }
        return std::nullopt;
    };
    constexpr std::string_view bytes = "A\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xED\xEF\xF0\xF4\xF5";
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "a\u00E9\u0915\U0001F600";
    std::size_t differences = 0;
    std::size_t place = 0;
    for (const char a : bytes) {
        for (const char b : bytes) {
            for (const char c : bytes) {
                for (const char d : bytes) {
                    place = (place + 7) % (text.size() - 4);
                    std::string changed = text;
                    changed.replace(place, 4, {a, b, c, d});
                    changed.resize(text.size() - place % 5);
                    differences += find_malformed_utf8(changed) == expected(changed) ? 0 : 1;
                }
            }
        }
    }
    CHECK(differences == 0);
    text.resize(text.size() - text.size() % 10);
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const std::string_view part = std::string_view(text).substr(0, length);
        CHECK(find_malformed_utf8(part) == expected(part));
    }
}

TEST_CASE("code points are written in their shortest form") {
    std::string out = "a";
    for (const char32_t c :
         std::u32string_view(U"\u007F\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF"))
        append_utf8(out, c);
    CHECK(out == "a\x7F\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF");
    append_utf8(out, 0);
    CHECK(out.back() == '\0');
    CHECK(out.size() == 21);
}

TEST_CASE("text goes to UTF-16 and back") {
    for (const std::string& text :
         {std::string(), std::string("रूस और India"), std::string("\U0001F600 \U0010FFFF"),
          std::string("a\0b", 3), std::string(100'000, 'x') + "क"}) {
        CHECK(utf8(utf16(text)) == text);
    }
    CHECK(utf16("क\U0001F600") == u"क\xD83D\xDE00");
    CHECK(utf16("a\xFFz") == u"a\uFFFDz");
    CHECK(utf16("\xED\xA0\x80") == u"\uFFFD\uFFFD\uFFFD");
    CHECK(utf16("") == u"");
}

TEST_CASE("half of a surrogate pair becomes the replacement character") {
    CHECK(utf8(std::u16string(1, char16_t{0xD83D})) == "\uFFFD");
    CHECK(utf8(std::u16string{u'a', 0xDE00, u'b'}) == "a\uFFFDb");
    CHECK(utf8(std::u16string{0xD83D, u'b'}) == "\uFFFDb");
    CHECK(utf8(std::u16string{0xDE00, 0xD83D}) == "\uFFFD\uFFFD");
    CHECK(utf8(std::u16string{0xD83D, 0xD83D, 0xDE00}) == "\uFFFD\U0001F600");
}

TEST_CASE("bytes that are no UTF-8 are written in hexadecimal") {
    struct Name {
        std::string_view name;
        std::string_view expected;
    };
    const std::vector<Name> cases{{"", ""},
                                  {"रूस.txt", "रूस.txt"},
                                  {"\xFF", "%FF"},
                                  {"a\xE9z", "a%E9z"},
                                  {"\xE0\xA4", "%E0%A4"},
                                  {"%E9", "%E9"}};
    for (const Name& each : cases)
        CHECK(in_utf8(each.name) == each.expected);
}

}  // namespace vigyapti
