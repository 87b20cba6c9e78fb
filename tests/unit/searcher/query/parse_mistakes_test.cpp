// No query is an error: what is malformed or too much is read all the same, with a notice.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/utf8.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/parse_cases.hpp"

namespace vigyapti {
namespace {

using test::check_parse;
using test::near_reach;
using test::no_date;
using test::stray;

constexpr std::string_view unclosed_quote = "a quote that is not closed was closed at the end";
constexpr std::string_view unclosed_bracket = "a bracket that is not closed was closed at the end";
constexpr std::string_view stray_bracket =
    "a closing bracket without an opening one was passed over";
constexpr std::string_view deep_brackets = "brackets nested deeper than 32 were passed over";
constexpr std::string_view many_words = "only the first 64 words of the query were used";

std::string no_value(std::string_view name) {
    return std::string(name) + ": without a value was passed over";
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("quotes and brackets that do not match") {
    const std::string quote(unclosed_quote);
    const std::string bracket(unclosed_bracket);
    const std::string closing(stray_bracket);
    check_parse({
        {"\"विदेश मंत्री", "(bag \"विदेश मंत्री\")", quote},
        {"“विदेश", "(bag \"विदेश\")", quote},
        {"रूस \"", "(bag रूस \"\")", quote},
        {"=\"a b", "(bag =\"a b\")", quote},
        {"title:\"a", "(bag title:\"a\")", quote},
        {"\"a\" \"b", "(bag \"a\" \"b\")", quote},
        {"(a b", "(bag (bag a b))", bracket},
        {"((a b", "(bag (bag a b))", bracket},
        {"(", "(bag)", bracket},
        {"a)", "(bag a)", closing},
        {")", "(bag)", closing},
        {")))", "(bag)", closing},
        {"a) b", "(bag a b)", closing},
        {")(", "(bag)", closing + "|" + bracket},
        {"(\"a b)", "(bag \"a b)\")", quote + "|" + bracket},
        {"()", "(bag)"},
        {"a () b", "(bag a b)"},
    });
}

TEST_CASE("operators that join nothing are words") {
    check_parse({
        {"AND", "(bag AND)", stray("AND")},
        {"OR", "(bag OR)", stray("OR")},
        {"NOT", "(bag NOT)", stray("NOT")},
        {"NEAR/3", "(bag NEAR/3)", stray("NEAR/3")},
        {"AND a", "(bag AND a)", stray("AND")},
        {"OR a", "(bag OR a)", stray("OR")},
        {"NEAR a", "(bag NEAR a)", stray("NEAR")},
        {"a AND", "(bag a AND)", stray("AND")},
        {"a OR", "(bag a OR)", stray("OR")},
        {"a NEAR", "(bag a NEAR)", stray("NEAR")},
        {"(a OR) b", "(bag (bag a OR) b)", stray("OR")},
        {"(AND)", "(bag AND)", stray("AND")},
        {"a AND )", "(bag a AND)", stray("AND") + "|" + std::string(stray_bracket)},
    });
}

TEST_CASE("fields without a value and dates that are none are passed over") {
    check_parse({
        {"title:\"\" a", "(bag a)", no_value("title")},
        {"date:\"\" a", "(bag a)", no_value("date")},
        {"date:kal", "(bag)", no_date("kal")},
        {"date:2023-13 a", "(bag a)", no_date("2023-13")},
        {"date:2023-02-29", "(bag)", no_date("2023-02-29")},
        {"date:..", "(bag)", no_date("..")},
        {"date:2023..kal", "(bag)", no_date("2023..kal")},
        {"date:10-17-2023", "(bag)", no_date("10-17-2023")},
    });
}

TEST_CASE("a range that ends before it begins is kept, with a notice") {
    check_parse({
        {"date:2024..2023", "(bag date:2024..2023)",
         "the range \"2024..2023\" ends before it begins"},
        {"date:2023-10-17..2023-10-16 a", "(bag date:2023-10-17..2023-10-16 a)",
         "the range \"2023-10-17..2023-10-16\" ends before it begins"},
        {"date:2023..2023", "(bag date:2023)", ""},
        {"date:2023-10-17..2023", "(bag date:2023-10-17..2023)", ""},
    });
}

TEST_CASE("a field that stands alone is passed over with a notice") {
    check_parse({
        {"title:", "(bag)", no_value("title")},
        {"title: रूस", "(bag रूस)", no_value("title")},
        {"lang: hi", "(bag hi)", no_value("lang")},
        {"date:", "(bag)", no_value("date")},
    });
    // Brackets behind a field are no syntax of ours; they may not lose the field in silence.
    CHECK_FALSE(parse_query("title:(a b)").notices.empty());
}

TEST_CASE("what is no distance makes NEAR a word with a notice") {
    for (const std::string query : {"a NEAR/0 b", "a NEAR/ b", "a NEAR/x b", "a NEAR/-1 b"}) {
        CAPTURE(query);
        const ParsedQuery parsed = parse_query(query);
        CHECK(to_string(parsed.root) == "(bag " + query + ")");
        CHECK(parsed.notices.size() == 1);
    }
    check_parse({{"a NEAR/99999999999 b", "(bag (near/100 a b))", std::string(near_reach)}});
}

TEST_CASE("an exclusion inside an operator is not turned into its opposite") {
    check_parse({
        {"a AND -b", "(bag (not a b))"},
        {"a AND b AND -c", "(bag (not (and a b) c))"},
        {"a AND (-b)", "(bag (not a b))"},
    });
    // It may be read in several ways, but not as (or a b) without a word.
    const ParsedQuery parsed = parse_query("a OR -b");
    CHECK((to_string(parsed.root) != "(bag (or a b))" || !parsed.notices.empty()));
}

TEST_CASE("the 64th word is used and the 65th is not") {
    const std::string most = repeated("a ", most_terms);
    const std::string tree = "(bag" + repeated(" a", most_terms) + ")";
    check_parse({
        {most, tree},
        {most + "b", tree, std::string(many_words)},
        {most + "(b OR c) -d title:e", tree, std::string(many_words)},
        {most + "AND b", tree, std::string(many_words)},
        {most + "b c \"d", tree, std::string(many_words)},
    });
}

TEST_CASE("the query is cut at 1,024 bytes, between characters") {
    const std::string most(longest_query, 'a');
    check_parse({
        {most, "(bag " + most + ")"},
        {most + "b", "(bag " + most + ")", "only the first 1024 bytes of the query were used"},
        {repeated("अ", 342), "(bag " + repeated("अ", 341) + ")",
         "only the first 1023 bytes of the query were used"},
        {repeated(" ", 5000) + "a", "(bag)", "only the first 1024 bytes of the query were used"},
        {"\"" + most, "(bag \"" + most.substr(1) + "\")",
         std::string(unclosed_quote) + "|only the first 1024 bytes of the query were used"},
    });
    CHECK(parse_query(std::string(1'000'000, '(')).notices.size() == 3);
    CHECK(parse_query(std::string(5000, '\x80')).notices.size() == 1);
}

TEST_CASE("brackets are read to a depth of 32") {
    const auto nested = [](std::size_t depth) {
        return repeated("(", depth) + "a b" + repeated(")", depth);
    };
    check_parse({
        {nested(deepest_nesting), "(bag (bag a b))"},
        {nested(deepest_nesting) + " c", "(bag (bag a b) c)"},
        // The closing brackets of those passed over are passed over with them.
        {nested(deepest_nesting + 1), "(bag (bag a b))", std::string(deep_brackets)},
        {nested(deepest_nesting + 1) + " c", "(bag (bag a b) c)", std::string(deep_brackets)},
        {"-" + nested(200) + " c", "(bag -(bag a b) c)", std::string(deep_brackets)},
    });
}

TEST_CASE("bytes that are no text are kept as words") {
    check_parse({
        {"\xFF", "(bag \xFF)"},
        {"रू\xE0\xA4 b", "(bag रू\xE0\xA4 b)"},
        {"\"\xE2\x80", "(bag \"\xE2\x80\")", std::string(unclosed_quote)},
        {std::string("a\0b c", 5), std::string("(bag a\0b c)", 11)},
        {std::string(1, '\0'), std::string("(bag \0)", 7)},
    });
}

TEST_CASE("a notice is one line of valid text, whatever the query holds") {
    for (const std::string query :
         {"date:\"a\nb\"", "date:\xFF", "date:\"\x1b[2J\"", "date:\"\xC2\x9B\"", "date:\"a\r\""}) {
        CAPTURE(query);
        const ParsedQuery parsed = parse_query(query);
        REQUIRE(parsed.notices.size() == 1);
        const std::string& notice = parsed.notices.front();
        CHECK_FALSE(find_malformed_utf8(notice).has_value());
        CHECK(std::none_of(notice.begin(), notice.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
        }));
        CHECK(notice.find("\xC2\x9B") == std::string::npos);
    }
}

}  // namespace vigyapti
