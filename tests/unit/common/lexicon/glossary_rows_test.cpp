#include "common/lexicon/glossary_rows.hpp"

#include <doctest/doctest.h>

#include <map>

#include "common/lexicon/lexicon.hpp"

namespace vigyapti {
namespace {

// The complaints about a glossary, one a line.
class Glossary {
  public:
    std::string add(std::string_view text) {
        std::string complaints;
        add_glossary(text, TranslationSource::user, analyser_, writer_,
                     [&](std::size_t line, const std::string& fault) {
                         complaints += "my.tsv:" + std::to_string(line) + ": " + fault + "\n";
                     });
        return complaints;
    }

    // What a text is called, in keys: "a b|c".
    std::string find(std::string_view text) {
        const std::string bytes = writer_.finish(0);
        std::string found;
        for (const Translation& each : Translations(bytes).find(translation_keys(text, analyser_)))
            found += (found.empty() ? "" : "|") + each.keys;
        return found;
    }

    std::string keys(std::string_view text) { return translation_keys(text, analyser_); }

  private:
    Analyser analyser_{canonical_key};
    TranslationsWriter writer_;
};

}  // namespace

TEST_CASE("each English word of a row translates each Hindi one, the usual one first") {
    Glossary glossary;
    CHECK(glossary.add("# a comment\n\ntalks; negotiations\tवार्ता; बातचीत\r\nshawl\tशॉल") == "");
    CHECK(glossary.find("talks") == glossary.keys("वार्ता") + "|" + glossary.keys("बातचीत"));
    CHECK(glossary.find("negotiation") == glossary.find("talks"));
    CHECK(glossary.find("वार्ताओं") == glossary.keys("talks") + "|" + glossary.keys("negotiations"));
    CHECK(glossary.find("shawls") == glossary.keys("शॉल"));
    CHECK(glossary.find("comment").empty());
}

TEST_CASE("what is wrong with a row is told with its line, and nothing of it is taken") {
    const std::map<std::string, std::string> faults{
        {"talks", "1 columns instead of 2: English words, a tab, Hindi words"},
        {"a\tb\tc", "3 columns instead of 2: English words, a tab, Hindi words"},
        {"वार्ता\tवार्ता", "\"वार्ता\" is not English"},
        {"talks\ttalks", "\"talks\" is not Hindi"},
        {"talks; \tवार्ता", "\"\" is no word"},
        {"talks\t—", "\"—\" is no word"},
        {"2023\tवार्ता", "\"2023\" is not English"},
        {"one two three four five six seven eight\tवार्ता",
         "\"one two three four five six seven eight\" has more than 7 words"}};
    for (const auto& [row, fault] : faults) {
        CAPTURE(row);
        Glossary glossary;
        CHECK(glossary.add("tea\tचाय\n" + row + "\ncoffee\tकॉफ़ी\n") == "my.tsv:2: " + fault + "\n");
        CHECK(glossary.find("वार्ता").empty());
        CHECK_FALSE(glossary.find("coffee").empty());
    }
}

TEST_CASE("a pair that is there already is told, in whatever form; the rest of its row stands") {
    Glossary glossary;
    CHECK(glossary.add("talk\tवार्ता\ntalks\tवार्ताएँ; बातचीत\n") ==
          "my.tsv:2: \"talks\" = \"वार्ताएँ\" is known already\n");
    CHECK(glossary.find("talk") == glossary.keys("वार्ता") + "|" + glossary.keys("बातचीत"));
}

TEST_CASE("any bytes are a glossary or a complaint") {
    for (const std::string& text :
         {std::string("\xFF\t\xFE"), std::string("a\0b\tक", 7), std::string(100'000, '\t'),
          std::string(100'000, ';'), std::string("\t\n\t\n;\t;")}) {
        Glossary glossary;
        glossary.add(text);
        CHECK(glossary.find("वार्ता").empty());
    }
}

}  // namespace vigyapti
