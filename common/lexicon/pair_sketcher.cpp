#include "common/lexicon/pair_sketcher.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/lexicon/function_words.hpp"
#include "common/lexicon/translations.hpp"
#include "common/text/analyser.hpp"
#include "common/text/sound_key.hpp"

namespace vigyapti {
namespace {

// What a release is about stands in its beginning, and time is not spent on the rest.
constexpr std::size_t most_sketched = 300;

std::uint64_t hash_of(std::string_view text) {
    return XXH3_64bits(text.data(), text.size());
}

struct Feature {
    std::uint16_t hash = 0;
    std::uint8_t length = 0;  // of the word that it stands for; 0: no feature
};

enum class FeatureKind : char { country = 'C', number = 'N', sound = 'S', concept_ = 'T' };

Feature feature_of(FeatureKind kind, std::string_view text) {
    // Beyond that length words are equally rare.
    constexpr std::size_t longest = 8;
    const std::string named = static_cast<char>(kind) + std::string(text);
    return {static_cast<std::uint16_t>(hash_of(named)),
            static_cast<std::uint8_t>(std::min(text.size(), longest))};
}

// What runs of words of either language mean: the best English word for the best Hindi word for it.
class Concepts {
  public:
    Concepts() {
        const Translations& all = built_in_translations();
        std::vector<std::string> english;
        std::vector<std::uint32_t> to_hindi;
        std::vector<std::uint32_t> to_english;
        all.for_each_best(false, [&](std::string_view keys, std::uint32_t best) {
            english.emplace_back(keys);
            to_hindi.push_back(best);
        });
        all.for_each_best(true, [&](std::string_view keys, std::uint32_t best) {
            to_english.push_back(best);
            add(keys, english[best]);
        });
        for (std::size_t i = 0; i < english.size(); ++i)
            add(english[i], english[to_english[to_hindi[i]]]);
    }

    // `hash`: of the keys of the run with spaces between them.
    Feature find(std::uint64_t hash) const {
        const auto found = features_.find(hash);
        return found == features_.end() ? Feature{} : found->second;
    }

    // The most words in a run that begins with this one; 0 for none.
    std::size_t longest(std::uint64_t hash) const {
        const auto found = longest_.find(hash);
        return found == longest_.end() ? 0 : found->second;
    }

  private:
    void add(std::string_view keys, std::string_view meaning) {
        features_.emplace(hash_of(keys), feature_of(FeatureKind::concept_, meaning));
        const auto words = static_cast<std::uint8_t>(std::count(keys.begin(), keys.end(), ' ') + 1);
        std::uint8_t& longest = longest_[hash_of(keys.substr(0, keys.find(' ')))];
        longest = std::max(longest, words);
    }

    std::unordered_map<std::uint64_t, Feature> features_;
    std::unordered_map<std::uint64_t, std::uint8_t> longest_;
};

const Concepts& concepts() {
    static const Concepts all;
    return all;
}

// WHO and US are names.
bool is_acronym(std::string_view word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
}

// What is known of a word wherever it stands.
struct KnownWord {
    bool joins = false;        // a function word, which runs pass over
    Feature alone;             // when it is part of no run
    std::uint8_t longest = 0;  // of the runs that it begins
};

KnownWord know(bool acronym, const Term& term) {
    KnownWord word;
    if (is_function_word(term.key)) {
        word.joins = true;
        return word;
    }
    if (is_digit(term.key.front())) {
        if (term.key.size() > 1) word.alone = feature_of(FeatureKind::number, term.key);
        return word;
    }
    const std::uint64_t hash = hash_of(term.key);
    word.longest = static_cast<std::uint8_t>(concepts().longest(hash));
    if (says_little(term.key) && !acronym) return word;
    word.alone = concepts().find(hash);
    if (word.alone.length > 0) return word;
    // Shorter skeletons are shared by too many words.
    constexpr std::size_t shortest_skeleton = 3;
    const std::string skeleton = skeleton_of(reading_of(term.exact));
    if (skeleton.size() >= shortest_skeleton) word.alone = feature_of(FeatureKind::sound, skeleton);
    return word;
}

}  // namespace

struct PairSketcher::Implementation {
    struct Placed {
        KnownWord word;
        std::size_t begin = 0;  // of its key in `keys`
    };

    struct Ranked {
        int rank = 0;  // lower is more telling
        std::uint16_t hash = 0;
    };

    // Few thousand words make up most of all texts.
    std::unordered_map<std::uint64_t, KnownWord> known;
    std::string keys;  // of the words that count, with a space behind each
    std::vector<Placed> words;
    std::size_t title_words = 0;
    std::vector<Ranked> found;

    bool add(std::string_view text, const Term& term) {
        if (words.size() == most_sketched) return false;
        const KnownWord word = look_up(text, term);
        if (word.joins) return false;
        words.push_back({word, keys.size()});
        keys += term.key;
        keys += ' ';
        return true;
    }

    KnownWord look_up(std::string_view text, const Term& term) {
        constexpr std::size_t most_known = 200'000;
        const bool acronym = is_acronym(text);
        const std::uint64_t hash = hash_of(term.exact) + (acronym ? 1 : 0);
        const auto at = known.find(hash);
        if (at != known.end()) return at->second;
        if (known.size() == most_known) known.clear();
        return known.emplace(hash, know(acronym, term)).first->second;
    }

    void find_features() {
        find_features(0, title_words, true);
        find_features(title_words, words.size(), false);
    }

    void find_features(std::size_t begin, std::size_t end, bool in_title) {
        for (std::size_t i = begin; i < end;) {
            const auto [feature, count] = longest_run(i, end);
            if (feature.length > 0) note(feature, in_title ? 0 : i - begin);
            i += count;
        }
    }

    // The feature that begins at a word, and of how many words it is.
    std::pair<Feature, std::size_t> longest_run(std::size_t at, std::size_t end) const {
        const std::size_t longest = std::min<std::size_t>(words[at].word.longest, end - at);
        for (std::size_t count = longest; count > 1; --count) {
            const std::size_t from = words[at].begin;
            const std::size_t to =
                at + count < words.size() ? words[at + count].begin : keys.size();
            const std::string_view run = std::string_view(keys).substr(from, to - from - 1);
            const Feature feature = concepts().find(hash_of(run));
            if (feature.length > 0) return {feature, count};
        }
        return {words[at].word.alone, 1};
    }

    void note(Feature feature, std::size_t place) {
        constexpr std::size_t lead = 40;  // words
        const int later = place == 0 ? 0 : place < lead ? 2 : 4;
        found.push_back({later - static_cast<int>(feature.length), feature.hash});
    }

    // Each feature once, at its best place. Equals are ordered by their hash, on both sides alike.
    std::vector<std::uint16_t> most_telling() {
        std::sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
            return std::pair(a.rank, a.hash) < std::pair(b.rank, b.hash);
        });
        std::vector<std::uint16_t> features;
        for (const Ranked& each : found) {
            if (features.size() == most_pair_features) break;
            if (std::find(features.begin(), features.end(), each.hash) == features.end())
                features.push_back(each.hash);
        }
        return features;
    }

    void clear() {
        keys.clear();
        words.clear();
        title_words = 0;
        found.clear();
    }
};

PairSketcher::PairSketcher() : implementation_(new Implementation) {}

PairSketcher::~PairSketcher() = default;

void PairSketcher::add_word(std::string_view word, const Term& term, bool in_title) {
    const bool counts = implementation_->add(word, term);
    if (counts && in_title) implementation_->title_words += 1;
}

void PairSketcher::add_country(std::string_view code) {
    implementation_->note(feature_of(FeatureKind::country, code), 0);
}

PairSketch PairSketcher::take(bool hindi) {
    implementation_->find_features();
    PairSketch sketch;
    sketch.hindi = hindi;
    sketch.features = implementation_->most_telling();
    implementation_->clear();
    return sketch;
}

std::uint32_t neutral_address(std::string_view address, bool hindi) {
    constexpr std::array<std::string_view, 3> hindi_names{"hi", "hin", "hindi"};
    constexpr std::array<std::string_view, 3> english_names{"en", "eng", "english"};
    const auto& names = hindi ? hindi_names : english_names;
    const auto in_word = [](char c) { return is_letter(c) || is_digit(c); };
    std::string neutral;
    bool named = false;
    for (std::size_t i = 0; i < address.size();) {
        std::string word;
        while (i < address.size() && in_word(address[i]))
            word += to_lower(address[i++]);
        const bool names_language = std::find(names.begin(), names.end(), word) != names.end();
        neutral += names_language ? "*" : word;
        named = named || names_language;
        if (i < address.size() && !in_word(address[i])) neutral += address[i++];
    }
    if (!named) return 0;
    return std::max(1U, static_cast<std::uint32_t>(hash_of(neutral)));
}

}  // namespace vigyapti
