#include "searcher/respell.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "common/text/akshara.hpp"
#include "common/text/analyser.hpp"
#include "common/text/latin_distance.hpp"
#include "common/text/wx.hpp"

namespace vigyapti {
namespace {

// Chosen on tests/relevance/misspellings.tsv.
constexpr double least_alike = 0.25;       // of keys, by their three-letter pieces
constexpr std::size_t most_keys = 120;     // that are compared
constexpr std::size_t most_forms_of = 20;  // keys whose forms are compared
constexpr double per_decade = 0.15;        // what ten times the frequency outweighs of the cost
constexpr double form_slack = 0.5;         // of keys, whose forms may be nearer
constexpr double ending_cost = 0.3;        // of letters behind the key in the word

// A word that a few releases hold is taken for a slip where another is ten times as frequent, and
// more by a power of ten for each half of the cost.
constexpr std::size_t most_rare = 5;
constexpr double least_decades = 1.0;
constexpr double decades_of_cost = 2.0;
constexpr double rare_most_cost = 0.7;

constexpr double virama_cost = 0.2;  // of all viramas that stand elsewhere or nowhere

// A slip leaves a short key without common pieces, two leave a longer one without.
constexpr std::size_t short_key = 6;  // bytes
constexpr std::size_t longer_key = 10;

// A word in the form in which it is compared with many others.
class Spelling {
  public:
    explicit Spelling(std::string_view exact) : text_(exact), hindi_(is_hindi(exact)) {
        if (!hindi_) return;
        std::u16string wide;
        from_wx(exact.substr(1), wide);
        aksharas_ = split_aksharas(wide);
    }

    double cost(const Spelling& other) const {
        return hindi_ ? akshara_distance(aksharas_, other.aksharas_)
                      : latin_distance(text_, other.text_);
    }

    // The same, but letters in the wrong order make other clusters: माध्मय for माध्यम.
    double cost_without_clusters(const Spelling& other) const {
        return hindi_ ? virama_cost + akshara_distance(loose(), other.loose()) : cost(other);
    }

    const std::string& text() const { return text_; }

    std::size_t size() const { return hindi_ ? aksharas_.size() : text_.size(); }

    // The first `size` aksharas or letters.
    Spelling beginning(std::size_t size) const {
        Spelling cut = *this;
        if (size >= this->size()) return cut;
        if (hindi_) {
            cut.aksharas_.resize(size);
            cut.aksharas_.back().vowel = 0;  // of the ending
        } else {
            cut.text_.resize(size);
        }
        return cut;
    }

    // The cost beyond which a word is another word.
    double most_cost() const {
        constexpr double most = 1.7;
        const auto length = static_cast<double>(size());
        return std::min(most, hindi_ ? 0.3 * length - 0.05 : 0.2 * length - 0.1);
    }

    bool is_long_enough() const {
        constexpr std::size_t shortest_latin = 4;
        return size() >= (hindi_ ? 2 : shortest_latin);
    }

  private:
    // Without viramas.
    Aksharas loose() const {
        Aksharas out;
        for (const Akshara& akshara : aksharas_) {
            for (std::size_t i = 0; i + 1 < akshara.size; ++i) {
                Akshara& part = out.emplace_back();
                part.consonants[0] = akshara.consonants[i];
                part.size = 1;
            }
            Akshara& last = out.emplace_back(akshara);
            if (akshara.size < 2) continue;
            last.consonants = {akshara.consonants[akshara.size - 1U]};
            last.size = 1;
            last.nuktas = 0;
        }
        return out;
    }

    std::string text_;
    bool hindi_;
    Aksharas aksharas_;
};

// The first letters that the first letter of a short key may have been meant for: of WX notation
// behind the marker, else Latin ones.
std::string first_letters(std::string_view key) {
    static constexpr std::array<std::string_view, 13> wx{
        "kKC", "gG", "cC", "jJy", "tTwW", "dDxX", "pP", "bBv", "SRs", "nN", "iIeE", "uUoO", "aA"};
    static constexpr std::array<std::string_view, 9> latin{"ckq", "szc", "vw", "jgz", "eiy",
                                                           "fpv", "uo",  "ae", "kq"};
    const bool hindi = is_hindi(key);
    const char first = key[hindi ? 1 : 0];
    std::set<char> letters{first};
    const auto add = [&](std::string_view group) {
        if (group.find(first) != group.npos) letters.insert(group.begin(), group.end());
    };
    if (hindi) {
        std::for_each(wx.begin(), wx.end(), add);
    } else {
        std::for_each(latin.begin(), latin.end(), add);
    }
    return {letters.begin(), letters.end()};
}

// How many letters stand in one of the keys only.
int different_letters(std::string_view a, std::string_view b) {
    const auto letters = [](std::string_view key) {
        std::uint64_t bits = 0;
        for (const char c : key)
            bits |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
        return bits;
    };
    return __builtin_popcountll(letters(a) ^ letters(b));
}

// Adds the keys of about the letters of `key` that begin with one of `first_letters`.
void add_by_letters(const std::string& key, const std::string& first_letters,
                    const Vocabulary& vocabulary, std::vector<std::string>& keys) {
    constexpr int most_different = 3;
    for (const char first : first_letters) {
        const std::string beginning =
            is_hindi(key) ? std::string{hindi_marker, first} : std::string{first};
        for (std::string& each : vocabulary.keys_beginning(beginning, key.size() + 2)) {
            if (each.size() + 2 >= key.size() && different_letters(each, key) <= most_different)
                keys.push_back(std::move(each));
        }
    }
}

// Keys that may be near. `everywhere`: also where few are.
std::vector<std::string> candidates(std::string_view exact, const std::string& key,
                                    const Vocabulary& vocabulary, bool everywhere) {
    std::vector<std::string> keys;
    const auto add_nearest = [&](std::string_view text) {
        for (NearKey& near : vocabulary.nearest(text, most_keys, least_alike))
            keys.push_back(std::move(near.key));
    };
    add_nearest(key);
    // What the stemmer took for an ending may be none: सहयता for सहायता.
    if (exact.size() > key.size() + 1) add_nearest(exact);
    if (key.size() <= short_key) add_by_letters(key, first_letters(key), vocabulary, keys);
    if (everywhere && key.size() > short_key && key.size() <= longer_key)
        add_by_letters(key, {key[is_hindi(key) ? 1 : 0]}, vocabulary, keys);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::erase(keys, key);
    return keys;
}

using CostOfKey = std::pair<double, std::string>;

// The keys nearest to the word's own, at most as many as are worth looking at form by form.
std::vector<CostOfKey> near_keys(const Spelling& exact, const std::string& key,
                                 const Vocabulary& vocabulary, bool everywhere) {
    const Spelling own(key);
    std::vector<CostOfKey> near;
    constexpr int most_different = 6;
    const double most_cost = exact.most_cost() + form_slack;
    for (std::string& each : candidates(exact.text(), key, vocabulary, everywhere)) {
        if (different_letters(each, key) > most_different) continue;
        const Spelling other(each);
        double cost = own.cost(other);
        // A slip in an ending may keep the stemmer from taking it away, and a key may be that of a
        // longer word (globalis for global).
        if (cost > ending_cost && other.size() != exact.size()) {
            const Spelling beginning = exact.beginning(other.size());
            cost = std::min(cost, ending_cost + beginning.cost(other.beginning(exact.size())));
        }
        if (cost <= most_cost) near.emplace_back(cost, std::move(each));
    }
    std::sort(near.begin(), near.end());
    if (near.size() > most_forms_of) near.resize(most_forms_of);
    return near;
}

// The form of the key that is nearest to the word, without its frequency.
Respelling nearest_form(const Spelling& exact, const std::string& key,
                        const Vocabulary& vocabulary) {
    Respelling nearest{{}, key, 1000, 0, 0};
    for (std::string& form : vocabulary.forms_of(key)) {
        const Spelling other(form);
        const double cost = std::min(exact.cost(other), exact.cost_without_clusters(other));
        if (cost < nearest.cost) {
            nearest.cost = cost;
            nearest.form = std::move(form);
        }
    }
    return nearest;
}

// Whether a word of `known` releases may be a slip for this one.
bool outweighs(const Respelling& each, std::size_t known) {
    if (each.frequency == 0) return false;  // some words are of releases that are gone
    if (known == 0) return true;
    const double decades =
        std::log10(static_cast<double>(each.frequency) / static_cast<double>(known));
    return decades >= least_decades + decades_of_cost * each.cost;
}

}  // namespace

double slip_cost(std::string_view a, std::string_view b) {
    return Spelling(a).cost(Spelling(b));
}

std::vector<Respelling> respell(std::string_view exact, const std::string& key,
                                const Vocabulary& vocabulary, const Frequency& frequency,
                                std::size_t limit) {
    std::vector<Respelling> found;
    const std::size_t known = frequency(key);
    const Spelling word(exact);
    if (known > most_rare || !word.is_long_enough()) return found;
    const double most_cost =
        known > 0 ? std::min(rare_most_cost, word.most_cost() / 2) : word.most_cost();
    for (const bool everywhere : {false, true}) {
        for (const auto& [cost, near] : near_keys(word, key, vocabulary, everywhere)) {
            Respelling each = nearest_form(word, near, vocabulary);
            if (each.cost > most_cost) continue;
            each.frequency = frequency(near);
            if (!outweighs(each, known)) continue;
            each.score = each.cost - per_decade * std::log10(static_cast<double>(each.frequency));
            found.push_back(std::move(each));
        }
        if (!found.empty() || known > 0) break;
    }
    std::sort(found.begin(), found.end(), [](const Respelling& a, const Respelling& b) {
        return a.score != b.score ? a.score < b.score : a.form < b.form;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace vigyapti
