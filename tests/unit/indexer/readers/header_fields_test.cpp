#include "indexer/readers/header_fields.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {

TEST_CASE("header lines end at the first blank line") {
    struct Case {
        std::string_view bytes;
        std::string_view lines;
        std::string_view rest;
    };
    for (const Case& each : {
             Case{"A: 1\r\nB: 2\r\n\r\nbody", "A: 1\r\nB: 2\r\n", "body"},
             Case{"A: 1\n\nbody\n\n", "A: 1\n", "body\n\n"},
             Case{"\r\nbody", "", "body"},
             Case{"A: 1\r\n\r\n", "A: 1\r\n", ""},
         }) {
        CAPTURE(each.bytes);
        std::string_view rest = each.bytes;
        const auto lines = take_header_lines(rest);
        REQUIRE(lines.has_value());
        CHECK(*lines == each.lines);
        CHECK(rest == each.rest);
    }
    const std::string endless(100'000, 'a');
    for (const std::string_view bytes :
         {std::string_view(""), std::string_view("A: 1\r\nB"), std::string_view("A: 1\r\n\r"),
          std::string_view(endless), std::string_view("A: 1\n")}) {
        std::string_view rest = bytes;
        CHECK_FALSE(take_header_lines(rest).has_value());
        CHECK(rest == bytes);
    }
}

TEST_CASE("fields are found whatever their case, the first of a name counts") {
    const HeaderFields fields(
        "A: 1\r\n\tgoes on \r\nContent-TYPE:text/html\r\nno field\r\na: 2\r\n");
    CHECK(fields.get("a") == "1 goes on");
    CHECK(fields.get("content-type") == "text/html");
    CHECK(fields.get("no field").empty());
    CHECK(fields.get("b").empty());
}

TEST_CASE("a media type is taken apart") {
    struct Case {
        std::string_view value;
        std::string_view type;
        std::string_view charset;
    };
    for (const Case& each : {
             Case{"text/html", "text/html", ""},
             Case{"Text/HTML; Charset=\"utf-8\"", "text/html", "utf-8"},
             Case{"text/html;q=1 ; charset = ISO-8859-1 ;x", "text/html", "ISO-8859-1"},
             Case{"", "", ""},
             Case{";;=;charset", "", ""},
         }) {
        CAPTURE(each.value);
        const MediaType media(each.value);
        CHECK(media.type == each.type);
        CHECK(media.charset == each.charset);
    }
}

}  // namespace vigyapti
