#include "searcher/render/country_label.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("countries are called by their names in the language of the reader") {
    CHECK(country_label("RU", "hi") == "रूस");
    CHECK(country_label("RU", "en") == "Russia");
    CHECK(country_label("RU", "und") == "Russia");
    CHECK(country_labels({"RU", "PK"}, "en", 2) == "Russia, Pakistan");
    CHECK(country_labels({"RU", "PK", "CN"}, "hi", 1) == "रूस +2");
    CHECK(country_labels({}, "en", 4).empty());
}

TEST_CASE("what is no code is shown as it is") {
    CHECK(country_label("", "en").empty());
    CHECK(country_label("Atlantis", "hi") == "Atlantis");
}

}  // namespace vigyapti
