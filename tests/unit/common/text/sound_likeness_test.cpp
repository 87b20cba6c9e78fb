#include "common/text/sound_likeness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "common/text/sound_key.hpp"
#include "tests/support/exact_form.hpp"

namespace vigyapti {
namespace {

using test::exact_form;

using Table = std::map<std::string, std::string>;

// Of the readings that are most alike.
double likeness(std::string_view a, std::string_view b) {
    double best = -10;
    for (const std::string& one : readings_of(exact_form(a))) {
        for (const std::string& other : readings_of(exact_form(b)))
            best = std::max(best, sound_likeness(one, other));
    }
    return best;
}

}  // namespace

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
