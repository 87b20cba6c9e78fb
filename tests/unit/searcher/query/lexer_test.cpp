#include "searcher/query/lexer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

std::string show(const Lexeme& lexeme) {
    const std::string sign = lexeme.sign == ' ' ? "" : std::string(1, lexeme.sign);
    switch (lexeme.kind) {
        case LexemeKind::open:
            return sign + "(";
        case LexemeKind::close:
            return sign + ")";
        case LexemeKind::both:
        case LexemeKind::either:
        case LexemeKind::without:
            return "<" + lexeme.text + ">";
        case LexemeKind::near:
            return "<" + lexeme.text + "," + std::to_string(lexeme.distance) + ">";
        case LexemeKind::leaf:
            break;
    }
    std::string out = sign;
    if (lexeme.field) out += std::string(field(*lexeme.field).name) + ":";
    if (lexeme.limit == DateLimit::before) out += "<before>";
    if (lexeme.limit == DateLimit::after) out += "<after>";
    if (lexeme.exact) out += "=";
    if (!lexeme.quoted) return out + "[" + lexeme.text + "]";
    return out + "\"" + lexeme.text + (lexeme.unclosed ? "" : "\"");
}

// The lexemes of `text`, joined by spaces: words in [ ], operators in < >.
std::string split(std::string_view text) {
    std::string out;
    for (const Lexeme& lexeme : split_query(text)) {
        if (!out.empty()) out += ' ';
        out += show(lexeme);
    }
    return out;
}

struct Case {
    std::string_view text;
    std::string_view lexemes;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(split(each.text) == each.lexemes);
    }
}

}  // namespace

TEST_CASE("words are split at white space, brackets and quotes") {
    check({
        {"", ""},
        {" \t\r\n\v\f ", ""},
        {"रूस", "[रूस]"},
        {" रूस \t और\nपाकिस्तान ", "[रूस] [और] [पाकिस्तान]"},
        {"(रूस)", "( [रूस] )"},
        {"a(b)c", "[a] ( [b] ) [c]"},
        {"()", "( )"},
        {")(", ") ("},
        {"mea.gov.in", "[mea.gov.in]"},
        {"रूस-पाकिस्तान", "[रूस-पाकिस्तान]"},
        {"है।", "[है।]"},
        {"a\xFF"
         "b \xE0\xA4",
         "[a\xFF"
         "b] [\xE0\xA4]"},
    });
}

TEST_CASE("signs stand before words, phrases, fields and brackets") {
    check({
        {"+रूस", "+[रूस]"},
        {"-रूस", "-[रूस]"},
        {"+\"a b\"", "+\"a b\""},
        {"-title:a", "-title:[a]"},
        {"-=a", "-=[a]"},
        {"+(a", "+( [a]"},
        {"-(a)", "-( [a] )"},
        {"--a", "-[-a]"},
        {"+-a", "+[-a]"},
        {"a-b", "[a-b]"},
        {"a+ b", "[a+] [b]"},
        // A dash between spaces is a dash.
        {"a - b", "[a] [b]"},
        {"+", ""},
        {"- ", ""},
        {"-)", ")"},
    });
}

TEST_CASE("phrases stand in straight or curly quotes") {
    check({
        {"\"a b\"", "\"a b\""},
        {"“विदेश मंत्री”", "\"विदेश मंत्री\""},
        {"„विदेश मंत्री“", "\"विदेश मंत्री\""},
        {"”a b”", "\"a b\""},
        {"“a b\"", "\"a b\""},
        {"\"\"", "\"\""},
        {"\"a\"\"b\"", "\"a\" \"b\""},
        {"(\"a\")", "( \"a\" )"},
        {"\"(a OR b) -c title:d\"", "\"(a OR b) -c title:d\""},
        {"\"a b", "\"a b"},
        {"\"", "\""},
        {"a \"", "[a] \""},
        {"“", "\""},
        {"\"a\xE2\x80", "\"a\xE2\x80"},
        // Single quotes are no query syntax.
        {"''a b''", "[''a] [b'']"},
        {"don't", "[don't]"},
    });
}

TEST_CASE("fields are known by their names") {
    check({
        {"title:रूस", "title:[रूस]"},
        {"caption:a", "caption:[a]"},
        {"credit:a", "credit:[a]"},
        {"source:a", "source:[a]"},
        {"lang:hi", "lang:[hi]"},
        {"country:RU", "country:[RU]"},
        {"id:a", "id:[a]"},
        {"url:https://example.org/", "url:[https://example.org/]"},
        {"date:2023-10", "date:[2023-10]"},
        {"title:\"a b\"", "title:\"a b\""},
        {"title:\"\"", "title:\"\""},
        {"title:=a", "title:=[a]"},
        {"title:=\"a b\"", "title:=\"a b\""},
        {"title:a:b", "title:[a:b]"},
        {"title:title:a", "title:[title:a]"},
        // What is no field is a word.
        {"body:a", "[body:a]"},
        {"Title:a", "[Title:a]"},
        {"titles:a", "[titles:a]"},
        {":a", "[:a]"},
        {"12:30", "[12:30]"},
        {"https://example.org/", "[https://example.org/]"},
        {"शीर्षक:a", "title:[a]"},
        {"देश:RU भाषा:hi", "country:[RU] lang:[hi]"},
        {"विषय:a", "[विषय:a]"},
        {"a title:b", "[a] title:[b]"},
    });
}

TEST_CASE("a date is as many words as read as one") {
    check({
        {"date:17 October 2023 रूस", "date:[17 October 2023] [रूस]"},
        {"date:October 17, 2023, रूस", "date:[October 17, 2023,] [रूस]"},
        {"तारीख:१७ अक्टूबर २०२३ रूस", "date:[१७ अक्टूबर २०२३] [रूस]"},
        {"दिनांक:अक्टूबर 2023", "date:[अक्टूबर 2023]"},
        {"date:पिछले हफ्ते रूस", "date:[पिछले हफ्ते] [रूस]"},
        {"date:last week Russia", "date:[last week] [Russia]"},
        {"date:2023 रूस", "date:[2023] [रूस]"},
        {"date:2021 .. 2023 रूस", "date:[2021 .. 2023] [रूस]"},
        {"date:1 से 17 अक्टूबर 2023 तक रूस", "date:[1 से 17 अक्टूबर 2023 तक] [रूस]"},
        {"before:17 October 2023 oil", "date:<before>[17 October 2023] [oil]"},
        {"after:2023", "date:<after>[2023]"},
        {"पहले:आज बाद:2021 रूस", "date:<before>[आज] date:<after>[2021] [रूस]"},
        // Neither marks nor operators nor fields belong to it.
        {"date:2021 -2022", "date:[2021] -[2022]"},
        {"date:October (2023)", "date:[October] ( [2023] )"},
        {"date:October AND 2023", "date:[October] <AND> [2023]"},
        {"date:2021 date:2022", "date:[2021] date:[2022]"},
        {"(date:17 October 2023)", "( date:[17 October 2023] )"},
        // What looks like one is not looked for in the text either.
        {"date:31 June 2023 रूस", "date:[31 June 2023] [रूस]"},
        // What is none is one word.
        {"date:रूस 2023", "date:[रूस] [2023]"},
        {"date:last रूस", "date:[last] [रूस]"},
        {"date: 2023", "date:[] [2023]"},
    });
}

TEST_CASE("the sign of equality asks for a form") {
    check({
        {"=रूसी", "=[रूसी]"},
        {"=\"a b\"", "=\"a b\""},
        {"==a", "=[=a]"},
        {"a=b", "[a=b]"},
        {"=title:a", "=[title:a]"},
        {"=", ""},
    });
}

TEST_CASE("operators are words in capitals that stand alone") {
    check({
        {"a AND b", "[a] <AND> [b]"},
        {"a OR b", "[a] <OR> [b]"},
        {"NOT a", "<NOT> [a]"},
        {"a NEAR b", "[a] <NEAR,0> [b]"},
        {"a NEAR/5 b", "[a] <NEAR/5,5> [b]"},
        {"a NEAR/999999 b", "[a] <NEAR/999999,999999> [b]"},
        {"(a)OR(b)", "( [a] ) <OR> ( [b] )"},
        {"and Or not near", "[and] [Or] [not] [near]"},
        {"a [और] b [या] c [नहीं] d", "[a] <[और]> [b] <[या]> [c] <[नहीं]> [d]"},
        {"a [पास] b [पास/5] c", "[a] <[पास],0> [b] <[पास/5],5> [c]"},
        {"a [पास/५] b [NEAR/3] c", "[a] <[पास/५],5> [b] <[NEAR/3],3> [c]"},
        {"a [AND] b [OR] c [NOT] d", "[a] <[AND]> [b] <[OR]> [c] <[NOT]> [d]"},
        {"a और b या c नहीं d पास e", "[a] [और] [b] [या] [c] [नहीं] [d] [पास] [e]"},
        {"पास/5 [रूस] [और [] [ ]", "[पास/5] [[रूस]] [[और] [[]] [[] []]"},
        {"+[और] title:[या] a[और]b", "+[[और]] title:[[या]] [a[और]b]"},
        {"ANDROID NEARBY", "[ANDROID] [NEARBY]"},
        {"\"AND\" =OR -NOT +NEAR title:AND", "\"AND\" =[OR] -[NOT] +[NEAR] title:[AND]"},
        {"NEAR/ NEAR/0 NEAR/x NEAR/5x NEAR/-5 NEAR/५",
         "[NEAR/] [NEAR/0] [NEAR/x] [NEAR/5x] [NEAR/-5] [NEAR/५]"},
    });
}

}  // namespace vigyapti
