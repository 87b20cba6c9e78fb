#include "searcher/ranking.hpp"

#include <algorithm>

namespace vigyapti {
namespace {

// In words; about a sentence.
constexpr Xapian::termpos window_length = 12;

// Shares of the best score that a document can gain.
constexpr double window_gain = 0.8;
constexpr double adjacency_gain = 0.4;

struct Occurrence {
    Xapian::termpos position;
    std::size_t word;
    double weight;
};

// Where the words of a query stand in one document.
class Positions {
  public:
    Positions(const Xapian::Database& database, Xapian::docid document,
              const std::vector<RankedWord>& words) {
        by_word_.resize(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            for (const auto& [key, factor] : words[i].keys) {
                const auto end = database.positionlist_end(document, key);
                for (auto at = database.positionlist_begin(document, key); at != end; ++at) {
                    by_word_[i].push_back(*at);
                    all_.push_back({*at, i, factor * words[i].idf});
                }
            }
            std::sort(by_word_[i].begin(), by_word_[i].end());
        }
        std::sort(all_.begin(), all_.end(),
                  [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
    }

    // The greatest sum of weights of different words within one window.
    double best_window(std::size_t words) const {
        std::vector<std::size_t> counts(words, 0);
        double best = 0;
        double sum = 0;
        std::size_t first = 0;
        for (const Occurrence& last : all_) {
            if (counts[last.word]++ == 0) sum += last.weight;
            while (last.position - all_[first].position >= window_length) {
                if (--counts[all_[first].word] == 0) sum -= all_[first].weight;
                ++first;
            }
            best = std::max(best, sum);
        }
        return best;
    }

    // The weights of successive words of the query that somewhere stand next to each other.
    double adjacent(const std::vector<RankedWord>& words) const {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const auto& left = by_word_[i];
            const auto& right = by_word_[i + 1];
            const bool found = std::any_of(left.begin(), left.end(), [&](Xapian::termpos at) {
                return std::binary_search(right.begin(), right.end(), at + 1);
            });
            if (found) sum += (words[i].idf + words[i + 1].idf) / 2;
        }
        return sum;
    }

  private:
    std::vector<std::vector<Xapian::termpos>> by_word_;
    std::vector<Occurrence> all_;
};

}  // namespace

Xapian::BM25Weight ranking_weight() {
    constexpr double k1 = 0.6;
    constexpr double k2 = 0;
    constexpr double k3 = 1;
    constexpr double b = 0.7;
    constexpr double min_normlen = 0;
    return {k1, k2, k3, b, min_normlen};
}

std::vector<RankedDocument> rerank(const Xapian::Database& database, const Xapian::MSet& matches,
                                   const std::vector<RankedWord>& words) {
    std::vector<RankedDocument> ranked;
    for (auto match = matches.begin(); match != matches.end(); ++match)
        ranked.push_back({*match, match.get_weight()});
    double total = 0;
    for (const RankedWord& word : words)
        total += word.idf;
    if (words.size() < 2 || total <= 0 || ranked.empty()) return ranked;
    const double best = ranked.front().score;
    const std::size_t count = std::min<std::size_t>(ranked.size(), reranked);
    for (std::size_t i = 0; i < count; ++i) {
        const Positions positions(database, ranked[i].number, words);
        ranked[i].score += best * (window_gain * positions.best_window(words.size()) / total +
                                   adjacency_gain * positions.adjacent(words) / total);
    }
    std::stable_sort(
        ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
        [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
    return ranked;
}

}  // namespace vigyapti
