#include "common/lexicon/translations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "common/base/error.hpp"
#include "common/lexicon/lexicon.hpp"

namespace vigyapti {
namespace {

std::string keys(std::string_view text) {
    Analyser analyser(canonical_key);
    return translation_keys(text, analyser);
}

// The words that are found, with '|' between them.
std::string found(const Translations& translations, std::string_view keys) {
    std::string out;
    for (const Translation& each : translations.find(keys))
        out += (out.empty() ? "" : "|") + each.keys;
    return out;
}

std::string small_tables() {
    TranslationsWriter writer;
    writer.add("talk", ".vArwA", TranslationSource::glossary);
    writer.add("talk", ".bAwcIw", TranslationSource::dictionary);
    writer.add("talk", ".carcA", TranslationSource::glossary);
    writer.add("russia", ".rUs", TranslationSource::gazetteer);
    writer.add("foreign minist", ".vixeS .maMwrI", TranslationSource::user);
    writer.add("talk", ".rUs", TranslationSource::gazetteer);
    return writer.finish(0x123456789ABCDEF0);
}

}  // namespace

TEST_CASE("keys leave out function words unless there is nothing else") {
    CHECK(keys("line of actual control") ==
          keys("line") + " " + keys("actual") + " " + keys("control"));
    CHECK(keys("भारत के विदेश मंत्री") == keys("भारत विदेश मंत्री"));
    CHECK(keys("of the") == "of the");
    CHECK(keys("—").empty());
}

TEST_CASE("translations lead both ways, those of the better source first") {
    const std::string bytes = small_tables();
    const Translations translations(bytes);
    CHECK(found(translations, "talk") == ".rUs|.vArwA|.carcA|.bAwcIw");
    CHECK(found(translations, ".rUs") == "russia|talk");
    CHECK(found(translations, "foreign minist") == ".vixeS .maMwrI");
    CHECK(found(translations, ".vixeS .maMwrI") == "foreign minist");
    CHECK(translations.find("talk").back().source == TranslationSource::dictionary);
    CHECK(translations.fingerprint() == 0x123456789ABCDEF0);
    for (const std::string unknown : {"", ".", "foreign", "talks", "foreign minist talk", ".vixeS"})
        CHECK(found(translations, unknown).empty());
}

TEST_CASE("a pair counts once, under its first source") {
    TranslationsWriter writer;
    CHECK(writer.add("talk", ".vArwA", TranslationSource::user));
    CHECK_FALSE(writer.add("talk", ".vArwA", TranslationSource::gazetteer));
    const std::string bytes = writer.finish(0);
    REQUIRE(Translations(bytes).find("talk").size() == 1);
    CHECK(Translations(bytes).find("talk").front().source == TranslationSource::user);
}

TEST_CASE("without words nothing is found") {
    CHECK(Translations().find("talk").empty());
    const std::string bytes = TranslationsWriter().finish(7);
    CHECK(Translations(bytes).find(".rUs").empty());
    CHECK(Translations(bytes).fingerprint() == 7);
}

TEST_CASE("all runs of one language are visited with their best translation") {
    const std::string bytes = small_tables();
    const Translations translations(bytes);
    const auto visited = [&](bool hindi) {
        std::string out;
        translations.for_each_best(hindi, [&](std::string_view each, std::uint32_t best) {
            out += std::string(each) + "=" + std::to_string(best) + " ";
        });
        return out;
    };
    // By their places in the other list, which is in the order of bytes.
    CHECK(visited(false) == "foreign minist=4 russia=2 talk=2 ");
    CHECK(visited(true) == ".bAwcIw=2 .carcA=2 .rUs=1 .vArwA=2 .vixeS .maMwrI=0 ");
    CHECK_NOTHROW(Translations().for_each_best(true, [](std::string_view, std::uint32_t) {}));
}

TEST_CASE("damaged translations are an error or an answer, never a crash") {
    const std::string bytes = small_tables();
    const auto ask = [](const std::string& damaged) {
        try {
            const Translations translations(damaged);
            for (const std::string word : {"talk", "russia", ".rUs", ".vixeS .maMwrI", "zzz"})
                translations.find(word);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::corrupt);
        }
    };
    for (std::size_t size = 0; size < bytes.size(); ++size)
        ask(bytes.substr(0, size));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const char flip : {'\x01', '\x40', '\x80', '\xFF'}) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            ask(changed);
        }
    }
}

TEST_CASE("the program's own translations know the words of foreign affairs both ways") {
    const std::map<std::string, std::string> pairs{{"foreign minister", "विदेश मंत्री"},
                                                   {"joint statement", "संयुक्त वक्तव्य"},
                                                   {"bilateral cooperation", "द्विपक्षीय सहयोग"},
                                                   {"line of actual control", "वास्तविक नियंत्रण रेखा"},
                                                   {"United Nations", "संयुक्त राष्ट्र"},
                                                   {"Security Council", "सुरक्षा परिषद"},
                                                   {"Russia", "रूस"},
                                                   {"Moscow", "मास्को"},
                                                   {"summit", "शिखर सम्मेलन"},
                                                   {"talks", "वार्ता"},
                                                   {"visit", "यात्रा"},
                                                   {"border", "सीमा"},
                                                   {"government", "सरकार"},
                                                   {"Monday", "सोमवार"},
                                                   {"January", "जनवरी"}};
    const auto holds = [](std::string_view from, std::string_view to) {
        const auto all = built_in_translations().find(keys(from));
        return std::any_of(all.begin(), all.end(),
                           [&](const Translation& each) { return each.keys == keys(to); });
    };
    for (const auto& [english, hindi] : pairs) {
        CAPTURE(english);
        CHECK(holds(english, hindi));
        CHECK(holds(hindi, english));
    }
}

}  // namespace vigyapti
