#include "common/text/letter_names.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/support/exact_form.hpp"

namespace vigyapti {
using test::exact_form;

TEST_CASE("acronyms and the names of their letters lead to each other") {
    for (const auto& [letters, named] :
         std::map<std::string, std::string>{{"bbc", "बीबीसी"},
                                            {"nsa", "एनएसए"},
                                            {"un", "यूएन"},
                                            {"iaea", "आईएईए"},
                                            {"who", "डब्ल्यूएचओ"},
                                            {"fbi", "एफबीआई"},
                                            {"xz", "एक्सजेड"},
                                            {"unhcr", "यूएनएचसीआर"}}) {
        CAPTURE(letters);
        CHECK(name_letters(letters) == named);
        CHECK(letters_named(exact_form(named)) == letters);
    }
}

TEST_CASE("each letter is known by its name, but is no acronym alone") {
    for (const LetterName& each : letter_names) {
        CAPTURE(each.name);
        CHECK(letters_named(exact_form(each.name)).empty());
        CHECK(letters_named(exact_form("सी" + std::string(each.name))) ==
              std::string("c") + each.letter);
    }
}

TEST_CASE("what is no acronym has no letters") {
    for (const std::string word : {"", "a", "abcdefg", "BBC", "g20", "b c", "बीबीसी"})
        CHECK(name_letters(word).empty());
    for (const std::string word : {"बी", "पुतिन", "बीबीसीका", "एनएसएएनएसएएन", "bbc"})
        CHECK(letters_named(exact_form(word)).empty());
    CHECK(letters_named("").empty());
}

}  // namespace vigyapti
