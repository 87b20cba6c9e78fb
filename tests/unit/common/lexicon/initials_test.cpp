// No word is passed over that is a form of a term: over all words of real text.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

// How many words of the text were looked at.
std::size_t check_words(const std::string& text) {
    Analyser analyser(canonical_key);
    std::size_t words = 0;
    analyser.for_each_word(text, [&](const Token& token, const Term& term) {
        const std::string_view word = token.text(text);
        const Initial initial = initial_of_word(word);
        ++words;
        if (initials_of_key(term.key).may_hold(initial) &&
            Initials(initial_of_term(term.exact)).may_hold(initial)) {
            return;
        }
        CAPTURE(word);
        CAPTURE(term.key);
        CAPTURE(term.exact);
        FAIL_CHECK("begins otherwise than its term");
    });
    return words;
}

std::size_t check_files(const std::filesystem::path& folder) {
    constexpr std::uint64_t greatest = 4'000'000;
    std::size_t words = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.file_size() > greatest) continue;
        words += check_words(read_file(entry.path().string(), greatest));
    }
    return words;
}

}  // namespace

TEST_CASE("words of the corpus begin as their terms do") {
    CHECK(check_files(std::filesystem::path(VIGYAPTI_SOURCE_DIR) / "corpus") > 10'000);
}

TEST_CASE("words of real text begin as their terms do") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(folder, "newsonair");
    CHECK(check_files(folder) > 100'000);
}

TEST_CASE("a spelling that the tables lead to a key counts among its initials") {
    Analyser analyser(canonical_key);
    for (const std::string_view word :
         {"अमेरिका", "अमरीका", "Kiev", "Kyiv", "यूरोप", "योरोप", "दिल्ली"}) {
        std::string key;
        analyser.for_each_word(word, [&](const Token&, const Term& term) { key = term.key; });
        CAPTURE(word);
        CHECK(initials_of_key(key).may_hold(initial_of_word(word)));
    }
}

}  // namespace vigyapti
