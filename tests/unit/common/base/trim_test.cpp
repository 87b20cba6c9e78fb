#include "common/base/trim.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("white space goes at the ends and stays inside") {
    CHECK(trimmed("").empty());
    CHECK(trimmed(" \t\r\n\v\f").empty());
    CHECK(trimmed("a") == "a");
    CHECK(trimmed("\t दो  शब्द \r\n") == "दो  शब्द");
    // A space of another kind is a character.
    CHECK(trimmed("\u00A0a") == "\u00A0a");
}

}  // namespace vigyapti
