#include "indexer/readers/mail_header.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {

TEST_CASE("encoded words become text") {
    struct Case {
        std::string raw;
        std::string text;
    };
    for (const Case& each : {
             Case{"Talks on trade", "Talks on trade"},
             Case{" Talks\r\n on\r\n\ttrade ", "Talks on trade"},
             Case{"=?UTF-8?B?4KS14KS/4KSm4KWH4KS2IOCkruCkguCkpOCljeCksOClgA==?=", "विदेश मंत्री"},
             Case{"=?utf-8?q?=E0=A4=B5=E0=A4=BF=E0=A4=A6=E0=A5=87=E0=A4=B6?= 2023", "विदेश 2023"},
             // White space between words is none of the text; a character may be cut in two.
             Case{"=?UTF-8?Q?=E0=A4?=\r\n =?utf-8?B?teCkvw==?=", "वि"},
             Case{"=?utf-8?q?Visit_to?= =?iso-8859-1?q?_S=E3o_Paulo?=", "Visit to São Paulo"},
             Case{"=?iso-8859-1*en?Q?Caf=e9?= opens", "Café opens"},
             Case{"=?windows-1252?Q?=93Talks=94_=96_day_2?=", "“Talks” – day 2"},
             Case{"=?utf-16be?B?CTUJPwkmCUcJNg==?=", "विदेश"},
             // Not encoded, as old programs wrote them.
             Case{"Caf\xE9 opens", "Café opens"},
             Case{"विदेश मंत्री", "विदेश मंत्री"},
             // No words.
             Case{"=?utf-8?x?abc?=", "=?utf-8?x?abc?="},
             Case{"=?utf-8?q?abc", "=?utf-8?q?abc"},
             Case{"=?", "=?"},
             Case{"=?a?b?", "=?a?b?"},
             Case{"why =?what?=", "why =?what?="},
             Case{"=?utf-8?q?=Z1=?=", "=Z1="},
             Case{"=?utf-8?q?\?=", ""},
             Case{"", ""},
         }) {
        CAPTURE(each.raw);
        CHECK(decode_header(each.raw) == each.text);
    }
}

TEST_CASE("a mailbox has the name before its address, or behind it") {
    struct Case {
        std::string raw;
        std::string name;
    };
    for (const Case& each : {
             Case{"Press Office <press@example.org>", "Press Office"},
             Case{"\"Press Office, <MEA>\" <press@example.org>", "Press Office, <MEA>"},
             Case{"\"The \\\"Voice\\\"\" <press@example.org>", "The \"Voice\""},
             Case{"=?utf-8?B?4KS14KS/4KSm4KWH4KS2?= <press@example.org>", "विदेश"},
             Case{"\"=?utf-8?B?4KS14KS/4KSm4KWH4KS2?=\" <press@example.org>", "विदेश"},
             Case{"press@example.org (Press Office)", "Press Office"},
             Case{"press@example.org", ""},
             Case{"<press@example.org>", ""},
             Case{"\"press@example.org\" <press@example.org>", ""},
             Case{"", ""},
         }) {
        CAPTURE(each.raw);
        CHECK(display_name(each.raw) == each.name);
    }
}

TEST_CASE("addresses and ids stand between angle brackets") {
    CHECK(without_brackets(" <a@b> ") == "a@b");
    CHECK(without_brackets(" a@b ") == "a@b");
    CHECK(without_brackets("<a@b") == "a@b");
    CHECK(web_address("<https://mea.example/1>") == "https://mea.example/1");
    CHECK(web_address("https://mea.example/1") == "https://mea.example/1");
    CHECK(web_address("<mailto:a@b>, <http://mea.example/>") == "http://mea.example/");
    CHECK(web_address("<mailto:a@b>") == "");
    CHECK(web_address("") == "");
}

TEST_CASE("a mail begins with a header") {
    CHECK(begins_with_field("Subject: a\n\nb"));
    CHECK(begins_with_field(">From x\r\nSubject:a"));
    CHECK_FALSE(begins_with_field("a b c\n\nSubject: a"));
    CHECK_FALSE(begins_with_field("\nSubject: a"));
    CHECK_FALSE(begins_with_field(": a"));
    CHECK_FALSE(begins_with_field(""));
}

}  // namespace vigyapti
