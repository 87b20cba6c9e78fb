#include "searcher/web/form.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"

namespace vigyapti {

TEST_CASE("a form is its names and values in their order") {
    const struct {
        std::string_view encoded;
        Form form;
    } cases[]{
        {"", {}},
        {"&&", {}},
        {"q", {{"q", ""}}},
        {"q=", {{"q", ""}}},
        {"=x", {{"", "x"}}},
        {"q=a+b%20c&lang=hi", {{"q", "a b c"}, {"lang", "hi"}}},
        {"lang=hi&lang=en&", {{"lang", "hi"}, {"lang", "en"}}},
        {"q=a=b", {{"q", "a=b"}}},
        {"q=%E0%A4%A4%e0%a5%87ल", {{"q", "तेल"}}},
        {"%71=%2B%26%3D%25", {{"q", "+&=%"}}},
        {"q=100%&p=%4&r=%zz&s=%+1&t=%-1&u=%",
         {{"q", "100%"}, {"p", "%4"}, {"r", "%zz"}, {"s", "% 1"}, {"t", "%-1"}, {"u", "%"}}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.encoded);
        CHECK(parse_form(each.encoded) == each.form);
    }
}

TEST_CASE("what is no text is refused, in names and in values") {
    for (const std::string_view encoded :
         {"q=%00", "%00=q", "q=a%00b", "q=%FF", "q=%E0%A4", "q=%C0%80", "q=%ED%A0%80", "q=\xFF"}) {
        CAPTURE(encoded);
        CHECK_THROWS_AS(parse_form(encoded), Error);
    }
    CHECK_THROWS_AS(parse_form(std::string_view("q=\0", 3)), Error);
}

TEST_CASE("what is written is read as it was") {
    const Form form{{"q", "तेल & \"gas\" + 100% = ?#/"}, {"", ""}, {"एक", "\r\n\t\x7F"}};
    const std::string encoded = encode_form(form);
    CHECK(parse_form(encoded) == form);
    CHECK(encoded.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                    "-._~%&=") == std::string::npos);
}

}  // namespace vigyapti
