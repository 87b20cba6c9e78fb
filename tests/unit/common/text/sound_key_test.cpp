#include "common/text/sound_key.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/support/exact_form.hpp"

namespace vigyapti {
namespace {

using test::exact_form;

using Table = std::map<std::string, std::string>;

bool has_reading(std::string_view word, std::string_view reading) {
    const auto readings = readings_of(exact_form(word));
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
        CHECK(reading_of(exact_form(word)) == reading);
        CHECK(readings_of(exact_form(word)).front() == reading);
    }
    CHECK(readings_of(exact_form("पुतिन")).size() == 1);
}

TEST_CASE("a Hindi word is also read as people write it in Latin letters") {
    for (const auto& [word, reading] :
         Table{{"सड़क", "sadak"}, {"विज्ञान", "vigyAn"}, {"नई", "ne"}, {"सुनवाई", "sunave"}}) {
        CAPTURE(word);
        CHECK(has_reading(word, reading));
    }
}

TEST_CASE("w between vowels begins a syllable") {
    for (const auto& [word, reading] : Table{{"Awas", "AvAs"},
                                             {"sewa", "sevA"},
                                             {"Powell", "povel"},
                                             {"law", "lo"},
                                             {"Newton", "nuton"}}) {
        CAPTURE(word);
        CHECK(reading_of(exact_form(word)) == reading);
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
        CHECK(reading_of(exact_form(word)) == reading);
        CHECK(readings_of(exact_form(word)).front() == reading);
    }
    for (const auto& [word, reading] : Table{{"Xi", "Si"},
                                             {"general", "jenerAl"},
                                             {"Christian", "kristiAn"},
                                             {"Asia", "ASA"},
                                             {"bomb", "bom"},
                                             {"Punjab", "pAnjAb"},
                                             {"finance", "finAns"},
                                             {"vigyan", "vijnAn"},
                                             {"sadak", "sArAk"}}) {
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
    CHECK(sound_bucket(exact_form("Putin")) == "ptn");
    CHECK(sound_bucket(exact_form("पुतिन")) == ".ptn");
    for (const auto& [latin, hindi] : Table{{"Putin", "पुतिन"},
                                            {"Kakar", "काकर"},
                                            {"videsh", "विदेश"},
                                            {"mantri", "मंत्री"},
                                            {"Jaishankar", "जयशंकर"},
                                            {"Zelensky", "ज़ेलेंस्की"},
                                            {"Khamenei", "ख़ामेनेई"}}) {
        CAPTURE(latin);
        CHECK(sound_bucket_of_reading(reading_of(exact_form(latin)), true) ==
              sound_bucket(exact_form(hindi)));
        CHECK(sound_bucket_of_reading(reading_of(exact_form(hindi)), false) ==
              sound_bucket(exact_form(latin)));
    }
}

}  // namespace vigyapti
