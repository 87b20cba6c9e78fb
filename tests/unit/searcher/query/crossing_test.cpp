#include "searcher/query/crossing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/lexicon/lexicon.hpp"
#include "common/text/sound_key.hpp"
#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// A few texts in both languages, and what words are called in them.
class Library {
  public:
    Library() {
        Analyser analyser(canonical_key);
        Forms forms;
        note_forms(analyser, forms);
        for (const std::string_view text :
             {"रूस के राष्ट्रपति पुतिन ने मास्को में भारत के विदेश मंत्री से वार्ता की।",
              "प्रधानमंत्री काकर ने बीबीसी से कहा कि चुनाव समय पर होंगे।", "अमेरिका के दल ने कल बात की।",
              "एनएसए ने वास्तविक नियंत्रण रेखा पर मंत्रियों से चर्चा की।",
              "The foreign minister of Russia met President Putin in Moscow.",
              "The NSA spoke of the Line of Actual Control and of talks with Kakar.",
              "Sir, aapne dekha hoga."}) {
            Release release;
            release.id = std::to_string(database_.get_doccount());
            release.blocks = {{BlockKind::body, std::string(text)}};
            database_.add_document(build_document(release, analyser, 1000).document);
        }
        const auto path = folder_.path() / "vocabulary";
        write_vocabulary(path, forms, sound_bucket);
        vocabulary_ = Vocabulary::open(path);
    }

    // "taken: word|word", by falling trust.
    std::string cross(std::string_view query, const Translations* added = nullptr) {
        const std::vector<Word> words = words_of(query);
        const bool to_hindi = words.front().is_latin();
        const Crossing crossing(database_, &*vocabulary_, added, analyser_);
        const Crossed crossed = crossing.cross(words, to_hindi);
        return std::to_string(crossed.count) + ": " + joined(crossed.renderings);
    }

    std::vector<Rendering> renderings(std::string_view query, bool with_vocabulary = true) {
        const std::vector<Word> words = words_of(query);
        return Crossing(database_, with_vocabulary ? &*vocabulary_ : nullptr, nullptr, analyser_)
            .cross(words, words.front().is_latin())
            .renderings;
    }

    // How the first word is written where texts quote its language: "word|word".
    std::string spoken(std::string_view query) {
        const std::vector<Word> words = words_of(query);
        const Crossing crossing(database_, &*vocabulary_, nullptr, analyser_);
        return joined(crossing.spoken(words.front(), words.front().is_latin()));
    }

    // The expected form of words taken and what they are called.
    std::string keys(std::size_t taken, std::initializer_list<std::string_view> texts) {
        std::string out;
        for (const std::string_view text : texts)
            out += (out.empty() ? "" : "|") + translation_keys(text, analyser_);
        return std::to_string(taken) + ": " + out;
    }

  private:
    std::vector<Word> words_of(std::string_view query) {
        std::vector<Word> words;
        analyser_.for_each_word(query, [&](const Token& token, const Term& term) {
            const std::string_view written = token.text(query);
            const bool capitals = std::all_of(written.begin(), written.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; });
            words.push_back({std::string(term.key), std::string(term.exact), false, capitals});
        });
        return words;
    }

    static std::string joined(const std::vector<Rendering>& renderings) {
        std::string out;
        for (const Rendering& each : renderings) {
            if (!out.empty()) out += '|';
            for (std::size_t i = 0; i < each.keys.size(); ++i)
                out += (i > 0 ? " " : "") + each.keys[i];
        }
        return out;
    }

    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_{canonical_key};
    std::optional<Vocabulary> vocabulary_;
    test::TemporaryFolder folder_;
};

Library& library() {
    static Library instance;
    return instance;
}

struct Case {
    std::string_view query;
    std::size_t taken;
    std::initializer_list<std::string_view> called;
};

}  // namespace

TEST_CASE("words are called what the texts of the other language call them") {
    for (const auto& [query, taken, called] : {
             Case{"Putin", 1, {"पुतिन"}},
             {"Kakar", 1, {"काकर"}},
             {"पुतिन", 1, {"Putin"}},
             {"काकर", 1, {"Kakar"}},
             {"BBC", 1, {"बीबीसी"}},
             {"एनएसए", 1, {"NSA"}},
             {"Moscow", 1, {"मास्को"}},
             {"रूस", 1, {"Russia"}},
             {"US", 1, {"अमेरिका"}},
         }) {
        CAPTURE(query);
        CHECK(library().cross(query) == library().keys(taken, called));
    }
}

TEST_CASE("the longest run that is known as a whole is taken, over function words too") {
    for (const auto& [query, taken, called] : {
             Case{"foreign minister Putin", 2, {"विदेश मंत्री"}},
             {"Line of Actual Control", 4, {"वास्तविक नियंत्रण रेखा"}},
             {"विदेश मंत्री पुतिन", 2, {"foreign minister"}},
             {"वास्तविक नियंत्रण रेखा पर", 3, {"Line of Actual Control"}},
         }) {
        CAPTURE(query);
        CHECK(library().cross(query) == library().keys(taken, called));
    }
}

TEST_CASE("romanised Hindi finds Hindi, and Hindi finds it") {
    for (const auto& [query, called] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"videsh", "विदेश"}, {"mantri", "मंत्री"}, {"देखा", "dekha"}}) {
        CAPTURE(query);
        const std::string found = library().cross(query);
        const std::string key = library().keys(1, {called}).substr(3);
        CHECK(found.find(key) != found.npos);
    }
}

TEST_CASE("what says little is led to how it sounds where it may be quoted") {
    CHECK(library().spoken("आपने") == library().keys(1, {"aapne"}).substr(3));
    CHECK(library().spoken("देखा") == library().keys(1, {"dekha"}).substr(3));
    CHECK(library().spoken("होगा") == library().keys(1, {"hoga"}).substr(3));
    CHECK(library().spoken("रूस").find("russia") == std::string::npos);
    CHECK(library().spoken("Xyzzyquux").empty());
}

TEST_CASE("what no text holds, and what says little, is called nothing") {
    for (const std::string_view query : {"treaty", "Xyzzyquux", "BBCI", "the", "of", "not", "us",
                                         "के", "नहीं", "संधि", "सकता", "hai", "2023"}) {
        CAPTURE(query);
        CHECK(library().cross(query) == "1: ");
    }
}

TEST_CASE("what sounds alike is trusted less than what is known, and needs the vocabulary") {
    const auto sounding = library().renderings("Putin");
    REQUIRE(sounding.size() == 1);
    CHECK((sounding.front().road == Road::sound));
    CHECK(sounding.front().factor > 0.5);
    CHECK(sounding.front().factor <= 1);
    const auto known = library().renderings("Moscow");
    REQUIRE_FALSE(known.empty());
    CHECK((known.front().road == Road::translation));
    CHECK(known.front().factor == 1);
    CHECK(library().renderings("Putin", false).empty());
    CHECK(library().renderings("Moscow", false).size() == 1);
}

TEST_CASE("translations that are added come after the program's own") {
    TranslationsWriter writer;
    Analyser analyser(canonical_key);
    const auto add = [&](std::string_view english, std::string_view hindi) {
        writer.add(translation_keys(english, analyser), translation_keys(hindi, analyser),
                   TranslationSource::user);
    };
    add("Moscow", "चुनाव");
    add("Xyzzyquux", "वार्ता");
    add("Xyzzyquux", "संधि");
    add("chief of Xyzzyquux", "प्रधानमंत्री काकर");
    const std::string bytes = writer.finish(0);
    const Translations added(bytes);
    CHECK(library().cross("Xyzzyquux", &added) == library().keys(1, {"वार्ता"}));
    CHECK(library().cross("Moscow", &added) == library().keys(1, {"मास्को", "चुनाव"}));
    CHECK(library().cross("chief of the Xyzzyquux said", &added) ==
          library().keys(4, {"प्रधानमंत्री काकर"}));
    CHECK(library().cross("काकर", &added) == library().keys(1, {"Kakar"}));
}

}  // namespace vigyapti
