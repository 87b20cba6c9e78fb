#include "searcher/query/parse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view unclosed_quote = "a quote that is not closed was closed at the end";
constexpr std::string_view unclosed_bracket = "a bracket that is not closed was closed at the end";
constexpr std::string_view stray_bracket =
    "a closing bracket without an opening one was passed over";
constexpr std::string_view near_words = "NEAR joins single words only; it was read as AND";
constexpr std::string_view near_reach = "NEAR reaches 100 words at most";
constexpr std::string_view deep_brackets = "brackets nested deeper than 32 were passed over";
constexpr std::string_view many_words = "only the first 64 words of the query were used";

std::string stray(std::string_view name) {
    return std::string(name) + " joins nothing here; it was read as a word";
}

std::string no_date(std::string_view text) {
    return "\"" + std::string(text) +
           "\" is no date; write 2023, 2023-10, 2023-10-17 or a range such as "
           "2023-10-01..2023-10-17";
}

std::string no_value(std::string_view name) {
    return std::string(name) + ": without a value was passed over";
}

// The notices, joined by '|'.
std::string notices_of(const ParsedQuery& parsed) {
    std::string out;
    for (const std::string& notice : parsed.notices)
        out += (out.empty() ? "" : "|") + notice;
    return out;
}

constexpr Date today{2023, 10, 17};

struct Case {
    std::string query;
    std::string tree;
    std::string notices = {};
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.query);
        const ParsedQuery parsed = parse_query(each.query, today);
        CHECK(to_string(parsed.root) == each.tree);
        CHECK(notices_of(parsed) == each.notices);
    }
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("words are a bag") {
    check({
        {"", "(bag)"},
        {" \t\n ", "(bag)"},
        {"रूस", "(bag रूस)"},
        {"रूस  पाकिस्तान\tऊर्जा\n", "(bag रूस पाकिस्तान ऊर्जा)"},
        {"रूस-पाकिस्तान संबंध", "(bag रूस-पाकिस्तान संबंध)"},
        {"what did Russia say?", "(bag what did Russia say?)"},
        {"and or not near", "(bag and or not near)"},
        {"mea.gov.in 12:30 U.S.", "(bag mea.gov.in 12:30 U.S.)"},
        {"रूस - पाकिस्तान", "(bag रूस पाकिस्तान)"},
        {"रूस & पाकिस्तान", "(bag रूस & पाकिस्तान)"},
        {"*", "(bag *)"},
    });
}

TEST_CASE("signs require and exclude") {
    check({
        {"+रूस -पाकिस्तान ऊर्जा", "(bag +रूस -पाकिस्तान ऊर्जा)"},
        {"-\"विदेश मंत्री\"", "(bag -\"विदेश मंत्री\")"},
        {"+title:रूस -caption:Putin", "(bag +title:रूस -caption:Putin)"},
        {"+(a b)", "(bag +(bag a b))"},
        {"-(a b) c", "(bag -(bag a b) c)"},
        {"NOT a b", "(bag -a b)"},
        {"a b NOT", "(bag a b NOT)", stray("NOT")},
        {"+a OR b", "(bag +(or a b))"},
        {"+a AND b", "(bag +(and a b))"},
        {"+AND -OR", "(bag +AND -OR)"},
    });
}

TEST_CASE("phrases, forms and beginnings of words") {
    check({
        {"\"विदेश मंत्री\"", "(bag \"विदेश मंत्री\")"},
        {"“विदेश मंत्री” ने", "(bag \"विदेश मंत्री\" ने)"},
        {"\"AND (OR) -NOT\"", "(bag \"AND (OR) -NOT\")"},
        {"=रूसी", "(bag =\"रूसी\")"},
        {"=\"रूसी तेल\"", "(bag =\"रूसी तेल\")"},
        {"पाकि*", "(bag पाकि*)"},
        {"title:पाकि*", "(bag title:पाकि*)"},
        {"\"पाकि*\"", "(bag \"पाकि*\")"},
        {"a*b", "(bag a*b)"},
        {"\"\"", "(bag \"\")"},
    });
}

TEST_CASE("fields") {
    check({
        {"title:रूस", "(bag title:रूस)"},
        {"title:\"रूस पाकिस्तान\"", "(bag title:\"रूस पाकिस्तान\")"},
        {"title:=रूसी", "(bag title:=\"रूसी\")"},
        {"caption:Putin credit:PIB source:Sputnik",
         "(bag caption:Putin credit:PIB source:Sputnik)"},
        {"lang:HI", "(bag lang:hi)"},
        {"country:ru country:Pk", "(bag country:RU country:PK)"},
        {"country:Russia country:रूस country:रूसी", "(bag country:RU country:RU country:RU)"},
        {"country:\"sri lanka\" -country:\"दक्षिण कोरिया\"", "(bag country:LK -country:KR)"},
        {"id:Abc-1", "(bag id:Abc-1)"},
        {"url:https://example.org/A?b=c", "(bag url:https://example.org/A?b=c)"},
        {"-lang:en", "(bag -lang:en)"},
        {"body:a Title:b", "(bag body:a Title:b)"},
    });
}

TEST_CASE("dates and ranges of them") {
    check({
        {"date:2023", "(bag date:2023)"},
        {"date:2023-10", "(bag date:2023-10)"},
        {"date:2023-10-17", "(bag date:2023-10-17)"},
        {"date:2023-10-01..2023-10-17", "(bag date:2023-10-01..2023-10-17)"},
        {"date:2023-10..", "(bag date:2023-10..)"},
        {"date:..2023-10-17", "(bag date:..2023-10-17)"},
        {"date:\"अक्टूबर 2023\"", "(bag date:2023-10)"},
        {"date:\"१७ अक्टूबर २०२३\"", "(bag date:2023-10-17)"},
        {"date:\"17 October 2023..December 2023\"", "(bag date:2023-10-17..2023-12)"},
        {"date:२०२३", "(bag date:2023)"},
        {"-date:2023 रूस", "(bag -date:2023 रूस)"},
    });
}

TEST_CASE("dates that are named from today, and limits") {
    check({
        {"date:आज", "(bag date:2023-10-17)"},
        {"date:कल रूस", "(bag date:2023-10-16 रूस)"},
        {"date:पिछले हफ्ते", "(bag date:2023-10-09..2023-10-15)"},
        {"date:\"last month\" oil", "(bag date:2023-09 oil)"},
        {"date:17 October 2023 रूस", "(bag date:2023-10-17 रूस)"},
        // A limit leaves out what it names.
        {"before:2023-10-17", "(bag +date:..2023-10-16)"},
        {"after:2023-10-17", "(bag +date:2023-10-18..)"},
        {"before:2023", "(bag +date:..2022-12-31)"},
        {"after:2023", "(bag +date:2024-01-01..)"},
        {"after:अक्टूबर 2023 रूस", "(bag +date:2023-11-01.. रूस)"},
        {"before:last week", "(bag +date:..2023-10-08)"},
        {"पहले:आज बाद:पिछले महीने", "(bag +date:..2023-10-16 +date:2023-10-01..)"},
        {"-before:2023 रूस", "(bag -date:..2022-12-31 रूस)"},
        {"before:2021..2023", "(bag +date:..2020-12-31)"},
        {"before:..2023", "(bag)", no_date("..2023")},
        {"after:2023..", "(bag)", no_date("2023..")},
        {"before:1000", "(bag +date:9999-12-31..1000-01-01)",
         "the range \"1000\" ends before it begins"},
        {"after:9999", "(bag +date:9999-12-31..1000-01-01)",
         "the range \"9999\" ends before it begins"},
    });
}

TEST_CASE("languages and fields are named in either language") {
    check({
        {"lang:Hindi lang:अंग्रेज़ी", "(bag lang:hi lang:en)"},
        {"भाषा:हिन्दी शीर्षक:रूस स्रोत:\"विदेश मंत्रालय\"",
         "(bag lang:hi title:रूस source:\"विदेश मंत्रालय\")"},
    });
}

TEST_CASE("operators in Hindi stand in square brackets") {
    check({
        {"रूस [और] ऊर्जा", "(bag (and रूस ऊर्जा))"},
        {"रूस [या] ऊर्जा [और] तेल", "(bag (or रूस (and ऊर्जा तेल)))"},
        {"रूस [नहीं] ऊर्जा", "(bag (not रूस ऊर्जा))"},
        {"[नहीं] रूस ऊर्जा", "(bag -रूस ऊर्जा)"},
        {"रूस [और] [नहीं] ऊर्जा", "(bag (not रूस ऊर्जा))"},
        {"रूस [पास/५] ऊर्जा", "(bag (near/5 रूस ऊर्जा))"},
        {"रूस और ऊर्जा या तेल नहीं", "(bag रूस और ऊर्जा या तेल नहीं)"},
        {"[और] रूस", "(bag [और] रूस)", stray("[और]")},
        {"रूस [पास/0] ऊर्जा", "(bag रूस [पास/0] ऊर्जा)",
         "NEAR/ needs a number from 1 on; it was read as a word"},
    });
}

TEST_CASE("a sign before brackets with one clause is that of the clause") {
    check({
        {"+(a)", "(bag +a)"},
        {"-(a) b", "(bag -a b)"},
        {"-(+a) b", "(bag -a b)"},
        {"+(-a) b", "(bag -a b)"},
        {"-(-a) b", "(bag +a b)"},
        {"-(a OR b) c", "(bag -(or a b) c)"},
        {"NOT (-a)", "(bag +a)"},
        {"NOT -a", "(bag -a)"},
        {"b NOT (-a)", "(bag +(and b a))"},
        {"x AND +(-a)", "(bag (not x a))"},
    });
}

TEST_CASE("a tree is printed as a query that is read as the same tree") {
    for (const std::string query :
         {"a b", "+a -b \"c d\" =e =\"f g\" h*", "a AND b OR c NOT d", "(a b) -(c d) +(e OR f)",
          "a NEAR/3 b NEAR c", "title:a title:\"b c\" title:=d title:e*", "-a AND -b AND -(c d)",
          "lang:hi date:2023-10..2024 before:2024 id:\"a b\"", "a AND +AND", "x AND +-a", "--a",
          "(+AND NEAR b) OR c", "x NOT -AND", "a NOT (--)", "a AND b NOT (-AND)", "\"\"", "=\"\"",
          "a AND (b [या] +[और])"}) {
        CAPTURE(query);
        const ParsedQuery parsed = parse_query(query, today);
        CHECK(parsed.notices.empty());
        const std::string printed = to_query(parsed.root);
        CAPTURE(printed);
        const ParsedQuery again = parse_query(printed, today);
        CHECK(again.notices.empty());
        CHECK(to_string(again.root) == to_string(parsed.root));
        CHECK(again.root == parsed.root);
    }
}

TEST_CASE("a tree is printed for people, a line a node") {
    CHECK(to_tree(parse_query("रूस +title:\"a b\" (तेल OR गैस*) -lang:hi date:2023", today).root) ==
          "a list:\n"
          "    the word रूस\n"
          "    required: title: the phrase \"a b\"\n"
          "    any of:\n"
          "        the word तेल\n"
          "        words that begin with गैस\n"
          "    excluded: lang: hi\n"
          "    date: of 2023\n");
    CHECK(to_tree(parse_query("a NEAR/3 b NOT =c after:2022 date:2021..2022", today).root) ==
          "a list:\n"
          "    the first without the others:\n"
          "        at most 3 words from each other:\n"
          "            the word a\n"
          "            the word b\n"
          "        the very form \"c\"\n"
          "    required: date: from 2023-01-01\n"
          "    date: from 2021 until 2022\n");
}

TEST_CASE("operators bind as NEAR, then AND and NOT, then OR") {
    check({
        {"a AND b", "(bag (and a b))"},
        {"a AND b AND c", "(bag (and a b c))"},
        {"a OR b OR c", "(bag (or a b c))"},
        {"a OR b AND c", "(bag (or a (and b c)))"},
        {"a AND b OR c", "(bag (or (and a b) c))"},
        {"a b OR c d", "(bag a (or b c) d)"},
        {"(a OR b) AND c", "(bag (and (or a b) c))"},
        {"a AND (b c)", "(bag (and a (bag b c)))"},
        {"((a))", "(bag a)"},
        {"(a b) c", "(bag (bag a b) c)"},
        {"a NOT b", "(bag (not a b))"},
        {"a AND NOT b", "(bag (not a b))"},
        {"a NOT b NOT c", "(bag (not a b c))"},
        {"a NOT (b OR c)", "(bag (not a (or b c)))"},
        {"\"a b\" OR title:c", "(bag (or \"a b\" title:c))"},
        {"lang:hi AND date:2023", "(bag (and lang:hi date:2023))"},
    });
}

TEST_CASE("NEAR joins words at a distance") {
    check({
        {"a NEAR b", "(bag (near/10 a b))"},
        {"a NEAR/3 b", "(bag (near/3 a b))"},
        {"a NEAR/100 b", "(bag (near/100 a b))"},
        {"a NEAR/3 b NEAR/5 c", "(bag (near/5 a b c))"},
        {"a NEAR/3 b AND c", "(bag (and (near/3 a b) c))"},
        {"title:a NEAR title:b", "(bag (near/10 title:a title:b))"},
        {"+a NEAR b", "(bag +(near/10 a b))"},
        {"a NEAR/101 b", "(bag (near/100 a b))", std::string(near_reach)},
        {"a NEAR \"b c\"", "(bag (and a \"b c\"))", std::string(near_words)},
        {"a NEAR b*", "(bag (and a b*))", std::string(near_words)},
        {"a NEAR title:b", "(bag (and a title:b))", std::string(near_words)},
        {"a NEAR (b OR c)", "(bag (and a (or b c)))", std::string(near_words)},
        {"a NEAR lang:hi", "(bag (and a lang:hi))", std::string(near_words)},
    });
}

TEST_CASE("quotes and brackets that do not match") {
    const std::string quote(unclosed_quote);
    const std::string bracket(unclosed_bracket);
    const std::string closing(stray_bracket);
    check({
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
    check({
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
    check({
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
    check({
        {"date:2024..2023", "(bag date:2024..2023)",
         "the range \"2024..2023\" ends before it begins"},
        {"date:2023-10-17..2023-10-16 a", "(bag date:2023-10-17..2023-10-16 a)",
         "the range \"2023-10-17..2023-10-16\" ends before it begins"},
        {"date:2023..2023", "(bag date:2023)", ""},
        {"date:2023-10-17..2023", "(bag date:2023-10-17..2023)", ""},
    });
}

TEST_CASE("a field that stands alone is passed over with a notice") {
    check({
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
    check({{"a NEAR/99999999999 b", "(bag (near/100 a b))", std::string(near_reach)}});
}

TEST_CASE("an exclusion inside an operator is not turned into its opposite") {
    check({
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
    check({
        {most, tree},
        {most + "b", tree, std::string(many_words)},
        {most + "(b OR c) -d title:e", tree, std::string(many_words)},
        {most + "AND b", tree, std::string(many_words)},
        {most + "b c \"d", tree, std::string(many_words)},
    });
}

TEST_CASE("the query is cut at 1,024 bytes, between characters") {
    const std::string most(longest_query, 'a');
    check({
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
    check({
        {nested(deepest_nesting), "(bag (bag a b))"},
        {nested(deepest_nesting) + " c", "(bag (bag a b) c)"},
        // The closing brackets of those passed over are passed over with them.
        {nested(deepest_nesting + 1), "(bag (bag a b))", std::string(deep_brackets)},
        {nested(deepest_nesting + 1) + " c", "(bag (bag a b) c)", std::string(deep_brackets)},
        {"-" + nested(200) + " c", "(bag -(bag a b) c)", std::string(deep_brackets)},
    });
}

TEST_CASE("bytes that are no text are kept as words") {
    check({
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

namespace {

std::string random_bytes(std::mt19937& random) {
    std::string out;
    const auto size = random() % 60;
    for (std::size_t i = 0; i < size; ++i)
        out += static_cast<char>(random() % 256);
    return out;
}

std::string random_tokens(std::mt19937& random) {
    static constexpr std::array<std::string_view, 69> tokens{
        " ",      " ",           " ",        " ",        " ",        " ",
        "\u3000", "\u00A0",      "\"",       "\"",       "“",        "”",
        "„",      "'",           "(",        "(",        ")",        ")",
        "+",      "-",           "=",        "*",        "*",        ":",
        ".",      "..",          "AND",      "OR",       "NOT",      "NEAR",
        "NEAR/3", "NEAR/0",      "NEAR/500", "title:",   "caption:", "source:",
        "lang:",  "country:",    "date:",    "before:",  "तारीख:",   " से ",
        " [और] ", " last week ", "id:",      "body:",    "2023-10",  "2023-10-01..2023-10-17",
        "अक्टूबर",  "१७",          "रूस",       "पाकिस्तान", "ऊर्जा",     "विदेश मंत्री",
        "क्या",    "Russia",      "Pakistan", "who",      "WHO",      "energy",
        "U.S.",   "यू.एन.",       "\xFF",     "\xE0\xA4", "\xF0\x9F", "\u200D",
        "\u093F", "😀",           "।"};
    std::string out;
    const auto count = random() % 30 == 0 ? random() % 400 : random() % 20;
    for (std::size_t i = 0; i < count; ++i)
        out += tokens[random() % tokens.size()];
    return out;
}

// Printing and the tree itself stay within bounds.
std::size_t leaves_in(const Node& node) {
    if (node.children.empty()) return node.kind == NodeKind::bag ? 0 : 1;
    std::size_t leaves = 0;
    for (const Node& child : node.children)
        leaves += leaves_in(child);
    return leaves;
}

std::size_t depth_of(const Node& node) {
    std::size_t depth = 0;
    for (const Node& child : node.children)
        depth = std::max(depth, depth_of(child));
    return depth + 1;
}

bool is_one_sentence(std::string_view notice) {
    if (notice.empty() || notice.front() == ' ' || notice.ends_with('.')) return false;
    // What is quoted of the query may hold anything.
    if (notice.substr(std::min(notice.rfind('"') + 1, notice.size())).find(". ") != notice.npos) {
        return false;
    }
    return std::none_of(notice.begin(), notice.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// What is wrong with the reading of `query`; empty when nothing is.
std::string complaint(const std::string& query) {
    try {
        const ParsedQuery parsed = parse_query(query);
        const std::string printed = to_string(parsed.root);
        if (printed != to_string(parse_query(query).root)) return "read in two ways";
        if (printed.size() > 16 * longest_query) return "printed without end";
        if (parsed.root.kind != NodeKind::bag) return "the root is no bag";
        if (leaves_in(parsed.root) > most_terms) return "too many leaves";
        if (depth_of(parsed.root) > 5 * deepest_nesting) return "too deep";
        for (const std::string& notice : parsed.notices) {
            if (!is_one_sentence(notice)) return "no sentence: " + notice;
            const auto same = std::count(parsed.notices.begin(), parsed.notices.end(), notice);
            if (same != 1) return "said twice: " + notice;
        }
    } catch (...) {
        return "threw";
    }
    return {};
}

}  // namespace

TEST_CASE("20,000 random queries are read, printed and explained") {
    std::mt19937 random(20231017);
    std::size_t complaints = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string query = i % 4 == 0 ? random_bytes(random) : random_tokens(random);
        const std::string wrong = complaint(query);
        if (wrong.empty()) continue;
        CAPTURE(query);
        if (++complaints <= 5) CHECK(wrong == "");
    }
    CHECK(complaints == 0);
}

}  // namespace vigyapti
