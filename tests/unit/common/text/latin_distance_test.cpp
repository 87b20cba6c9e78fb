#include "common/text/latin_distance.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

struct Pair {
    std::string_view a;
    std::string_view b;
    double cost;
};

}  // namespace

TEST_CASE("a slip costs what it is likely, and the same both ways") {
    for (const Pair& each : std::vector<Pair>{{"talks", "talks", 0},
                                              {"comittee", "committee", 0.3},
                                              {"helicopter", "helikopter", 0.3},
                                              {"foto", "photo", 0.3},
                                              {"kasmir", "kashmir", 0.4},
                                              {"dilli", "dillee", 0.3},
                                              {"urdu", "urdoo", 0.3},
                                              {"bahaar", "bahar", 0.3},
                                              {"vikas", "wikas", 0.5},
                                              {"recieve", "receive", 0.4},
                                              {"minsiter", "minister", 0.5},
                                              {"ministar", "minister", 0.5},
                                              {"pakistn", "pakistan", 0.6},
                                              {"enetgy", "energy", 0.6},
                                              {"goverment", "government", 0.8},
                                              {"inergy", "energy", 0.7},
                                              {"talks", "talkz", 0.3}}) {
        CAPTURE(each.a);
        CAPTURE(each.b);
        CHECK(latin_distance(each.a, each.b) == doctest::Approx(each.cost));
        CHECK(latin_distance(each.b, each.a) == doctest::Approx(each.cost));
    }
}

TEST_CASE("other words are farther away, whatever they are made of") {
    const std::string long_word(3000, 'x');
    CHECK(latin_distance("russia", "india") > 2);
    CHECK(latin_distance("", "abc") > 2);
    CHECK(latin_distance("", "") == 0);
    CHECK(latin_distance(long_word, "abc") == 3000);
    CHECK(latin_distance(long_word, long_word) == 0);
    CHECK(latin_distance("\xC3\xA9t", "\xFF") > 1);
}

}  // namespace vigyapti
