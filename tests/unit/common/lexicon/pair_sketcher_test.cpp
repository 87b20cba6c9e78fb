#include "common/lexicon/pair_sketcher.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

class Sketching {
  public:
    PairSketch sketch(std::string_view title, std::string_view text,
                      const std::vector<std::string>& countries = {}) {
        for (const bool in_title : {true, false}) {
            const std::string_view part = in_title ? title : text;
            analyser_.for_each_word(part, [&](const Token& token, const Term& term) {
                sketcher_.add_word(token.text(part), term, in_title);
            });
        }
        for (const std::string& country : countries)
            sketcher_.add_country(country);
        return sketcher_.take(false);
    }

    std::size_t shared(std::string_view one, std::string_view other) {
        const std::vector<std::uint16_t> features = sketch(one, "").features;
        const std::vector<std::uint16_t> others = sketch(other, "").features;
        return static_cast<std::size_t>(
            std::count_if(features.begin(), features.end(), [&](std::uint16_t each) {
                return std::find(others.begin(), others.end(), each) != others.end();
            }));
    }

  private:
    Analyser analyser_{canonical_key};
    PairSketcher sketcher_;
};

}  // namespace

TEST_CASE("what is said in either language gives the same features") {
    Sketching sketching;
    const struct {
        std::string_view english;
        std::string_view hindi;
        std::size_t shared;
    } cases[] = {
        {"joint statement", "संयुक्त वक्तव्य", 1},  // one feature, not two
        {"the Foreign Minister in Moscow", "मॉस्को में विदेश मंत्री", 2},
        {"Subrahmanyam", "सुब्रह्मण्यम", 1},  // no translation, but the sounds
        {"2,155 cadets", "2155 विद्यार्थी", 1},
        {"१०२ योजनाएँ", "102", 1},
        {"UNESCO", "यूनेस्को", 1},
        {"the and of after", "और के बाद", 0},
        {"energy", "संविधान", 0},
        {"", "", 0},
    };
    for (const auto& each : cases) {
        CAPTURE(each.english);
        CHECK(sketching.shared(each.english, each.hindi) == each.shared);
    }
}

TEST_CASE("acronyms are not the words that they look like") {
    Sketching sketching;
    CHECK(sketching.shared("WHO", "विश्व स्वास्थ्य संगठन") == 1);
    CHECK(sketching.shared("who", "विश्व स्वास्थ्य संगठन") == 0);
}

TEST_CASE("title and first lines are kept before what follows") {
    Sketching sketching;
    const PairSketch title = sketching.sketch("Subrahmanyam in Uzbekistan", "");
    std::string text;
    for (int i = 1000; i < 2000; ++i)
        text += std::to_string(i) + " ";
    const PairSketch whole = sketching.sketch("Subrahmanyam in Uzbekistan", text, {"UZ"});
    CHECK(title.features.size() == 2);
    CHECK(whole.features.size() == most_pair_features);
    for (const std::uint16_t each : title.features)
        CHECK(std::find(whole.features.begin(), whole.features.end(), each) !=
              whole.features.end());
}

TEST_CASE("a sketch holds each feature once and nothing of the release before") {
    Sketching sketching;
    CHECK(sketching.sketch("Moscow Moscow", "Moscow मॉस्को").features.size() == 1);
    CHECK(sketching.sketch("", "", {"RU"}).features.size() == 1);
    CHECK(sketching.sketch("", "").features.empty());
}

TEST_CASE("an address is the same without what names its language") {
    const struct {
        std::string_view hindi;
        std::string_view english;
        bool same;
    } cases[] = {
        {"https://example.org/hi/2023/1", "https://example.org/en/2023/1", true},
        {"https://example.org/item?lang=hi&id=3", "https://example.org/item?lang=en&id=3", true},
        {"https://hindi.example.org/1", "https://english.example.org/1", true},
        {"vg-2023-01-HI", "vg-2023-01-EN", true},
        {"note_17.hin.txt", "note_17.eng.txt", true},
        {"hi/1.txt", "english/1.txt", true},
        {"hi/1.txt", "en/2.txt", false},
        {"https://example.org/hi/1", "https://example.net/en/1", false},
    };
    for (const auto& each : cases) {
        CAPTURE(each.hindi);
        const std::uint32_t hindi = neutral_address(each.hindi, true);
        CHECK(hindi != 0);
        CHECK((hindi == neutral_address(each.english, false)) == each.same);
    }
    // Of another language, inside a word, or not at all.
    for (const std::string_view address :
         {"hindi/1.txt", "hi/1", "https://example.org/energy/1", "open-end", "17", ""})
        CHECK(neutral_address(address, false) == 0);
    CHECK(neutral_address("chief/1", true) == 0);
}

}  // namespace vigyapti
