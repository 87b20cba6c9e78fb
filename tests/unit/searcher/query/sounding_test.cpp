#include "searcher/query/sounding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "common/text/sound_key.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

class Words {
  public:
    void add(std::string_view text) {
        analyser_.for_each_word(
            text, [&](const Token&, const Term& term) { forms_.emplace(term.exact, term.key); });
    }

    const Vocabulary& vocabulary() {
        const auto path = folder_.path() / "vocabulary";
        write_vocabulary(path, forms_, sound_bucket);
        vocabulary_ = Vocabulary::open(path);
        return *vocabulary_;
    }

    std::pair<std::string, std::string> form_and_key(std::string_view text) {
        std::pair<std::string, std::string> found;
        analyser_.for_each_word(text, [&](const Token&, const Term& term) {
            found = {std::string(term.exact), std::string(term.key)};
        });
        return found;
    }

    std::size_t size() const { return forms_.size(); }

  private:
    test::TemporaryFolder folder_;
    Analyser analyser_{canonical_key};
    Forms forms_;
    std::optional<Vocabulary> vocabulary_;
};

// Lines of two columns.
std::vector<std::pair<std::string, std::string>> read_pairs(const std::filesystem::path& path) {
    std::vector<std::pair<std::string, std::string>> pairs;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        const std::size_t tab = line.find('\t');
        const std::size_t end = std::min(line.find('\t', tab + 1), line.size());
        pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1, end - tab - 1));
    }
    return pairs;
}

}  // namespace

TEST_CASE("what sounds most alike comes first, in the script that is asked for") {
    Words words;
    words.add("पुतिन पतन पाटन मंत्री Putin Poutine Patna");
    const auto& vocabulary = words.vocabulary();
    const auto [latin, latin_key] = words.form_and_key("Putin");
    const auto [hindi, hindi_key] = words.form_and_key("पुतिन");
    const auto in_hindi = keys_sounding_like(latin, true, vocabulary, 0.5);
    REQUIRE(in_hindi.size() > 1);
    CHECK(in_hindi.front().key == hindi_key);
    CHECK(std::is_sorted(in_hindi.begin(), in_hindi.end(),
                         [](const auto& a, const auto& b) { return a.likeness > b.likeness; }));
    const auto in_latin = keys_sounding_like(hindi, false, vocabulary, 0.5);
    REQUIRE(!in_latin.empty());
    CHECK(in_latin.front().key == latin_key);
}

TEST_CASE("too little likeness, and too short a word, find nothing") {
    Words words;
    words.add("पुतिन का");
    const auto& vocabulary = words.vocabulary();
    CHECK(keys_sounding_like("kakar", true, vocabulary, 0.5).empty());
    CHECK(keys_sounding_like("pudin", true, vocabulary, 0.99).empty());
    CHECK(keys_sounding_like("ka", true, vocabulary, 0.1).empty());
    CHECK(keys_sounding_like("2023", true, vocabulary, 0.1).empty());
    CHECK(keys_sounding_like("", true, vocabulary, 0.1).empty());
}

TEST_CASE("a name in Latin letters finds its Devanagari among tens of thousands") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(names_path, "pairs/names.roman_hi.tsv");
    VIGYAPTI_SHARED_DATA_OR_SKIP(news_path, "newsonair/docs.hi.jsonl");
    VIGYAPTI_SHARED_DATA_OR_SKIP(articles_path, "ednil/docs.hi.jsonl");
    VIGYAPTI_SHARED_DATA_OR_SKIP(paragraphs_path, "ir/P.hi/docs.jsonl");
    const auto names = read_pairs(names_path);
    Words words;
    for (const auto& [latin, hindi] : names)
        words.add(hindi);
    for (const auto& path : {news_path, articles_path, paragraphs_path}) {
        std::ifstream stream(path);
        for (std::string line; std::getline(stream, line);)
            words.add(line);
    }
    const auto& vocabulary = words.vocabulary();
    std::size_t asked = 0;
    std::size_t found = 0;
    // Every fifth: nothing was tuned on any of them.
    for (std::size_t i = 0; i < names.size(); i += 5, ++asked) {
        const std::string exact = words.form_and_key(names[i].first).first;
        const std::string wanted = words.form_and_key(names[i].second).second;
        auto keys = keys_sounding_like(exact, true, vocabulary, 0.5);
        keys.resize(std::min<std::size_t>(keys.size(), 5));
        found += std::any_of(keys.begin(), keys.end(),
                             [&](const Sounding& each) { return each.key == wanted; })
                     ? 1
                     : 0;
    }
    const double share = static_cast<double>(found) / static_cast<double>(asked);
    MESSAGE(share, " of ", asked, " names are among the first five of ", words.size(), " words");
    CHECK(share >= 0.91);
}

}  // namespace vigyapti
