#include "common/text/term_cache.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {

TEST_CASE("a word is found with its terms, and only that word") {
    TermCache cache;
    CHECK_FALSE(cache.find("talks"));
    cache.add("talks", "talk", "talks");
    const auto found = cache.find("talks");
    REQUIRE(found);
    CHECK(found->key == "talk");
    CHECK(found->exact == "talks");
    CHECK_FALSE(cache.find("talk"));
    CHECK_FALSE(cache.find(""));
}

TEST_CASE("terms may be empty and words of any length") {
    TermCache cache;
    const std::string word(100'000, 'x');
    cache.add(word, "", "");
    cache.add("", "k", "e");
    REQUIRE(cache.find(word));
    CHECK(cache.find(word)->key.empty());
    CHECK(cache.find("")->key == "k");
}

TEST_CASE("views live while the cache grows, and all is gone after clear") {
    TermCache cache;
    std::vector<Term> terms;
    constexpr std::size_t count = 50'000;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string word = "word" + std::to_string(i);
        terms.push_back(cache.add(word, "k" + word, word));
    }
    CHECK(cache.size() == count);
    for (std::size_t i = 0; i < count; i += 997) {
        const std::string word = "word" + std::to_string(i);
        CHECK(terms[i].key == "k" + word);
        REQUIRE(cache.find(word));
        CHECK(cache.find(word)->exact == word);
    }
    cache.clear();
    CHECK(cache.size() == 0);
    CHECK_FALSE(cache.find("word0"));
    cache.add("word0", "a", "b");
    CHECK(cache.find("word0")->key == "a");
}

}  // namespace vigyapti
