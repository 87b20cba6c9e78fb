#include "common/text/sound_key.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

using Table = std::map<std::string, std::string>;

// The exact form of the one word of `text`.
std::string exact(std::string_view text) {
    Analyser analyser;
    std::string form;
    analyser.for_each_word(text, [&](const Token&, const Term& term) { form = term.exact; });
    return form;
}

// Of the readings that are most alike.
double likeness(std::string_view a, std::string_view b) {
    double best = -10;
    for (const std::string& one : readings_of(exact(a))) {
        for (const std::string& other : readings_of(exact(b)))
            best = std::max(best, sound_likeness(one, other));
    }
    return best;
}

bool has_reading(std::string_view word, std::string_view reading) {
    const auto readings = readings_of(exact(word));
    return std::find(readings.begin(), readings.end(), reading) != readings.end();
}

}  // namespace

TEST_CASE("a Hindi word is read as it is spelt, but for its last inherent vowel") {
    for (const auto& [word, reading] : Table{{"पुतिन", "putin"},
                                             {"काकर", "kAkar"},
                                             {"विदेश", "videS"},
                                             {"मंत्री", "mantri"},
                                             {"मुंबई", "mumbai"},
                                             {"कृषि", "kriSi"},
                                             {"ऋण", "rin"},
                                             {"लड़ाई", "laRAi"},
                                             {"डाक", "dAk"},
                                             {"हिंदी", "hindi"},
                                             {"न", "na"}}) {
        CAPTURE(word);
        CHECK(reading_of(exact(word)) == reading);
        CHECK(readings_of(exact(word)) == std::vector<std::string>{reading});
    }
}

TEST_CASE("of a Latin word the likeliest reading comes first, and others follow") {
    for (const auto& [word, reading] : Table{{"Putin", "putin"},
                                             {"Kakar", "kAkAr"},
                                             {"Bhutto", "Buto"},
                                             {"Knesset", "neset"},
                                             {"Xi", "ksi"},
                                             {"mantri", "mAntri"},
                                             {"Photo", "foto"}}) {
        CAPTURE(word);
        CHECK(reading_of(exact(word)) == reading);
        CHECK(readings_of(exact(word)).front() == reading);
    }
    for (const auto& [word, reading] : Table{{"Xi", "Si"},
                                             {"general", "jenerAl"},
                                             {"Christian", "kristiAn"},
                                             {"Asia", "ASA"},
                                             {"bomb", "bom"},
                                             {"Punjab", "pAnjAb"},
                                             {"finance", "finAns"}}) {
        CAPTURE(word);
        CHECK(has_reading(word, reading));
    }
}

TEST_CASE("numbers, mixtures and endless words have no reading and no bucket") {
    for (const std::string& word : {std::string("2023"), std::string("g20"), std::string(41, 'k'),
                                    "." + std::string(200, 'k'), std::string()}) {
        CAPTURE(word);
        CHECK(reading_of(word).empty());
        CHECK(readings_of(word).empty());
        CHECK(sound_bucket(word).empty());
    }
}

TEST_CASE("what is spoken alike is in one bucket a script") {
    CHECK(skeleton_of("putin") == "ptn");
    CHECK(skeleton_of("Amerika") == "anrk");
    CHECK(skeleton_of("hyA").empty());
    CHECK(sound_bucket(exact("Putin")) == "ptn");
    CHECK(sound_bucket(exact("पुतिन")) == ".ptn");
    for (const auto& [latin, hindi] : Table{{"Putin", "पुतिन"},
                                            {"Kakar", "काकर"},
                                            {"videsh", "विदेश"},
                                            {"mantri", "मंत्री"},
                                            {"Jaishankar", "जयशंकर"},
                                            {"Zelensky", "ज़ेलेंस्की"},
                                            {"Khamenei", "ख़ामेनेई"}}) {
        CAPTURE(latin);
        CHECK(sound_bucket_of_reading(reading_of(exact(latin)), true) ==
              sound_bucket(exact(hindi)));
        CHECK(sound_bucket_of_reading(reading_of(exact(hindi)), false) ==
              sound_bucket(exact(latin)));
    }
}

TEST_CASE("a name is more like itself in the other script than like any other") {
    const Table names{{"Putin", "पुतिन"},       {"Kakar", "काकर"},    {"Modi", "मोदी"},
                      {"Jaishankar", "जयशंकर"}, {"Sharif", "शरीफ़"},   {"Xi", "शी"},
                      {"Zelensky", "ज़ेलेंस्की"},   {"Lavrov", "लावरोव"}, {"Gandhi", "गांधी"}};
    for (const auto& [latin, own] : names) {
        CAPTURE(latin);
        CHECK(likeness(latin, own) >= 0.8);
        for (const auto& [other, hindi] : names) {
            CAPTURE(hindi);
            if (other != latin) CHECK(likeness(latin, hindi) < likeness(latin, own));
        }
    }
}

TEST_CASE("likeness is 1 for equal readings, the same both ways and low for strangers") {
    CHECK(sound_likeness("putin", "putin") == 1);
    CHECK(sound_likeness("", "") == 1);
    CHECK(sound_likeness("putin", "kAkar") == sound_likeness("kAkar", "putin"));
    CHECK(sound_likeness("putin", "pudin") < 1);
    CHECK(sound_likeness("putin", "puTin") > sound_likeness("putin", "pudin"));
    CHECK(sound_likeness("putin", "kSBjA") < 0.2);
    const std::string endless(1000, 'k');
    CHECK(sound_likeness(endless, endless) == 1);
    CHECK(sound_likeness(endless, "k") == 0);
}

}  // namespace vigyapti
