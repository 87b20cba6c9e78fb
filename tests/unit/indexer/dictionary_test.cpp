#include "indexer/dictionary.hpp"

#include <doctest/doctest.h>

#include <string>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

std::string entries(std::string_view text) {
    std::string out;
    for_each_entry(text, [&](std::string_view english, std::string_view hindi) {
        out += std::string(english) + "=" + std::string(hindi) + "|";
    });
    return out;
}

}  // namespace

TEST_CASE("an entry has numbered senses with Hindi words between commas") {
    CHECK(entries("envoy /ɛnvɔɪ/ <N>\n1. दूत, राजदूत\n      \"An envoy, it says.\"\n2. प्रतिनिधि\n") ==
          "envoy=दूत|envoy=राजदूत|envoy=प्रतिनिधि|");
    CHECK(entries("red /ɹɛd/ <Adj>\n1. लाल~रंग{गहरा}\n") == "red=लाल रंग|");
}

TEST_CASE("what is no Hindi word, or an explanation of one, is passed over") {
    CHECK(entries("") == "");
    CHECK(entries("1. दूत\n") == "");
    CHECK(entries("and/or /x\n1. दूत\n") == "");
    CHECK(entries("a /x/ <N>\n1. see b\n2. एक दो तीन चार\n3.\n4. ,;/\n5. (x\n") == "");
    CHECK(entries("a /x/ <N>\n1. एक\nb /y/ <N>\n1. दो") == "a=एक|b=दो|");
}

TEST_CASE("what cannot be unpacked is an error that names the file") {
    const test::TemporaryFolder folder;
    CHECK_THROWS_AS(read_dictionary(folder.path() / "none"), Error);
}

}  // namespace vigyapti
