// Snowball's own vocabulary for Hindi with the stems that the algorithm's authors publish.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "common/text/stem.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {

TEST_CASE("every word of Snowball's vocabulary has the published stem") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(words_path, "stem/snowball_hindi.voc.txt");
    VIGYAPTI_SHARED_DATA_OR_SKIP(stems_path, "stem/snowball_hindi.output.txt");
    std::ifstream words(words_path);
    std::ifstream stems(stems_path);
    HindiStemmer stemmer;
    std::u16string wide;
    std::string got;
    std::string differences;
    std::size_t count = 0;
    for (std::string word, stem; std::getline(words, word); ++count) {
        REQUIRE(std::getline(stems, stem));
        to_utf16(word, wide);
        stemmer.stem(wide);
        to_utf8(wide, got);
        if (got != stem && differences.size() < 1000) {
            differences += word + ": " + got + ", not " + stem + '\n';
        }
    }
    CHECK(differences == "");
    CHECK(count > 60'000);
    std::string rest;
    CHECK_FALSE(std::getline(stems, rest));
}

}  // namespace vigyapti
