#include "common/base/split.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

using Parts = std::vector<std::string_view>;

TEST_CASE("there is one part more than there are separators") {
    CHECK(split("a;b", ';') == Parts{"a", "b"});
    CHECK(split("", ';') == Parts{""});
    CHECK(split(";", ';') == Parts{"", ""});
    CHECK(split("a;;b;", ';') == Parts{"a", "", "b", ""});
    CHECK(split("विदेश मंत्री", ' ') == Parts{"विदेश", "मंत्री"});
}

}  // namespace vigyapti
