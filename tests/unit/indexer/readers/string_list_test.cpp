#include "indexer/readers/string_list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a list of texts is read in Python's notation and in JSON's") {
    struct Case {
        std::string_view value;
        Texts texts;
    };
    for (const Case& each : {
             Case{"['वार्ता हुई।', 'वे फिर मिलेंगे।']", {"वार्ता हुई।", "वे फिर मिलेंगे।"}},
             Case{"[\"The minister's visit\", 'Talks']", {"The minister's visit", "Talks"}},
             Case{" [ 'one' , 'two', ] \n", {"one", "two"}},
             Case{R"(['a\'b', "c\"d", 'e\\f', 'g\nh', 'i\tj'])",
                  {"a'b", "c\"d", "e\\f", "g\nh", "i j"}},
             Case{R"(['\u0935', '\xe9', '\U0001F600'])", {"व", "é", "😀"}},
             Case{R"(["\ud83d\ude00", "\/"])", {"😀", "/"}},
             Case{"['']", {""}},
         }) {
        CAPTURE(each.value);
        CHECK(read_string_list(each.value) == each.texts);
    }
}

TEST_CASE("whatever else begins with a bracket stays as it is") {
    for (const std::string_view value : {"",
                                         "[",
                                         "[]",
                                         "]",
                                         "['one'",
                                         "['one', two]",
                                         "['one'] and more",
                                         "[1, 2]",
                                         "['one' 'two']",
                                         "['one\\q']",
                                         "['\\u12']",
                                         "['\\ud83d']",
                                         "['\\x00']",
                                         "[,'one']",
                                         "['one',,'two']",
                                         "['one",
                                         "['one\\",
                                         "[sic] the minister said",
                                         "text",
                                         "[['one']]"})
        CHECK_FALSE(read_string_list(value));
}

}  // namespace vigyapti
