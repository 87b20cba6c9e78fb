#include "searcher/web/interface_language.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("the language that is asked for holds against any other") {
    CHECK(interface_language("hi", "en", "en") == "hi");
    CHECK(interface_language("en", "hi;q=1", "hi") == "en");
}

TEST_CASE("else the one of the two that the visitor likes better, else the site's own") {
    const struct {
        std::string_view header;
        std::string_view fallback;
        std::string_view language;
    } cases[]{
        {"", "en", "en"},
        {"", "hi", "hi"},
        {"hi", "en", "hi"},
        {"en", "hi", "en"},
        {"hi-IN,hi;q=0.9,en;q=0.8", "en", "hi"},
        {"en-GB,en;q=0.9,hi;q=0.8", "hi", "en"},
        {"en;q=0.3, hi;q=0.7", "en", "hi"},
        {"en;q=0.3,hi;q=0.25", "hi", "en"},
        {"HI-in", "en", "hi"},
        {"hi-Deva-IN", "en", "hi"},
        {"fr,de;q=0.9", "hi", "hi"},
        {"fr, hi;q=0.1", "en", "hi"},
        {"mr,*;q=0.5", "en", "en"},
        {"en,hi", "hi", "en"},  // of two that are liked alike the first
        {"hi;q=1.000,en;q=1", "en", "hi"},
        {"hi;q=0.999,en;q=1.0", "hi", "en"},
        {"hin", "en", "en"},
        {"english", "hi", "hi"},
    };
    for (const auto& [header, fallback, language] : cases) {
        CAPTURE(header);
        CHECK(interface_language("", header, fallback) == language);
    }
}

TEST_CASE("a language of quality 0 is not wanted") {
    CHECK(interface_language("", "hi;q=0", "en") == "en");
    CHECK(interface_language("", "hi;q=0.000,en;q=0.001", "hi") == "en");
}

TEST_CASE("a header that is none is passed over") {
    for (const std::string_view header :
         {",", ";", ",,;;", ";q=1", "-", "q=1", "\xFF\xFE", "h i", "fr;q=", " ; q=0.5 , "}) {
        CAPTURE(header);
        CHECK(interface_language("", header, "hi") == "hi");
        CHECK(interface_language("", header, "en") == "en");
    }
    // What is no quality counts in full.
    CHECK(interface_language("", "hi;q=high,en;q=0.9", "en") == "hi");
    CHECK(interface_language("", "hi ; level=1 ; q=0.9 , en;q=0.5", "en") == "hi");
}

}  // namespace vigyapti
