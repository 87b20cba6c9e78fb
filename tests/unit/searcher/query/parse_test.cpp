#include "searcher/query/parse.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/parse_cases.hpp"

namespace vigyapti {
namespace {

using test::check_parse;
using test::near_reach;
using test::no_date;
using test::parse_day;
using test::stray;

constexpr std::string_view near_words = "NEAR joins single words only; it was read as AND";

}  // namespace

TEST_CASE("words are a bag") {
    check_parse({
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
    check_parse({
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
    check_parse({
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
    check_parse({
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
    check_parse({
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
    check_parse({
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
    check_parse({
        {"lang:Hindi lang:अंग्रेज़ी", "(bag lang:hi lang:en)"},
        {"भाषा:हिन्दी शीर्षक:रूस स्रोत:\"विदेश मंत्रालय\"",
         "(bag lang:hi title:रूस source:\"विदेश मंत्रालय\")"},
    });
}

TEST_CASE("operators in Hindi stand in square brackets") {
    check_parse({
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
    check_parse({
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
        const ParsedQuery parsed = parse_query(query, parse_day);
        CHECK(parsed.notices.empty());
        const std::string printed = to_query(parsed.root);
        CAPTURE(printed);
        const ParsedQuery again = parse_query(printed, parse_day);
        CHECK(again.notices.empty());
        CHECK(to_string(again.root) == to_string(parsed.root));
        CHECK(again.root == parsed.root);
    }
}

TEST_CASE("a tree is printed for people, a line a node") {
    CHECK(
        to_tree(parse_query("रूस +title:\"a b\" (तेल OR गैस*) -lang:hi date:2023", parse_day).root) ==
        "a list:\n"
        "    the word रूस\n"
        "    required: title: the phrase \"a b\"\n"
        "    any of:\n"
        "        the word तेल\n"
        "        words that begin with गैस\n"
        "    excluded: lang: hi\n"
        "    date: of 2023\n");
    CHECK(to_tree(parse_query("a NEAR/3 b NOT =c after:2022 date:2021..2022", parse_day).root) ==
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
    check_parse({
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
    check_parse({
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

}  // namespace vigyapti
