#include "searcher/render/markup.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("what XML cannot hold is left out") {
    using namespace std::string_literals;
    const struct {
        std::string text;
        std::string wanted;
    } table[] = {
        {"रूस & <b>\t\n\r", "रूस & <b>\t\n\r"},
        {"a\0b\x01\x1b[2J\x7F"s, "ab[2J"},
        {"a\xC2\x9B"
         "b\xC2\x85",
         "ab"},
        {"a\xEF\xBF\xBE\xEF\xBF\xBF"
         "b",
         "ab"},
        {"\xFF|\xED\xA0\x80|", "\uFFFD|\uFFFD\uFFFD\uFFFD|"},
        {"😀", "😀"},
    };
    for (const auto& [text, wanted] : table) {
        CAPTURE(text);
        CHECK(xml_text(text) == wanted);
    }
}

TEST_CASE("a language tag is two or three small letters") {
    for (const char* lang : {"hi", "en", "und"})
        CHECK(language_tag(lang) == lang);
    for (const char* lang : {"", "h", "english", "HI", "h\"", "\x1bx"})
        CHECK(language_tag(lang) == "und");
}

}  // namespace vigyapti
