#include "searcher/ranking.hpp"

#include <algorithm>
#include <span>

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

// Where the words of a query stand in one document, in the order of the text once sorted.
using Occurrences = std::vector<Occurrence>;

// The greatest sum of weights of different words within one window.
double best_window(const Occurrences& occurrences, std::vector<unsigned>& counts) {
    std::fill(counts.begin(), counts.end(), 0);
    double best = 0;
    double sum = 0;
    std::size_t first = 0;
    for (const Occurrence& last : occurrences) {
        if (counts[last.word]++ == 0) sum += last.weight;
        while (last.position - occurrences[first].position >= window_length) {
            if (--counts[occurrences[first].word] == 0) sum -= occurrences[first].weight;
            ++first;
        }
        best = std::max(best, sum);
    }
    return best;
}

// For each word of the query the next one whose places are known; the end behind the last.
std::vector<std::size_t> next_placed(const std::vector<RankedWord>& words) {
    std::vector<std::size_t> next(words.size());
    std::size_t placed = words.size();
    for (std::size_t i = words.size(); i > 0; --i) {
        next[i - 1] = placed;
        if (words[i - 1].placed) placed = i - 1;
    }
    return next;
}

// The weights of successive words of the query that somewhere stand next to each other, or as far
// apart as in the query when function words lie between them.
double adjacent(const Occurrences& occurrences, const std::vector<RankedWord>& words,
                const std::vector<std::size_t>& next, std::vector<unsigned>& seen) {
    std::fill(seen.begin(), seen.end(), 0);
    double sum = 0;
    for (auto left = occurrences.begin(); left != occurrences.end(); ++left) {
        const std::size_t follower = next[left->word];
        if (follower == words.size() || seen[left->word] != 0) continue;
        const auto place = left->position + static_cast<Xapian::termpos>(follower - left->word);
        for (auto right = left + 1; right != occurrences.end() && right->position <= place;
             ++right) {
            if (right->position != place || right->word != follower) continue;
            seen[left->word] = 1;
            sum += (words[left->word].idf + words[follower].idf) / 2;
            break;
        }
    }
    return sum;
}

// The table of positions is sorted by term, then by document: read in that order, a block of it
// serves many look-ups.
std::vector<Occurrences> read_positions(const Xapian::Database& database,
                                        std::span<const RankedDocument> documents,
                                        const std::vector<RankedWord>& words) {
    std::vector<Occurrences> found(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (!words[word].placed) continue;
            for (const auto& [key, factor] : words[word].keys) {
                const double weight = factor * words[word].idf;
                const auto end = database.positionlist_end(documents[i].number, key);
                for (auto at = database.positionlist_begin(documents[i].number, key); at != end;
                     ++at)
                    found[i].push_back({*at, word, weight});
            }
        }
        std::sort(found[i].begin(), found[i].end(), [](const Occurrence& a, const Occurrence& b) {
            return a.position != b.position ? a.position < b.position : a.word < b.word;
        });
    }
    return found;
}

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
    const std::vector<Occurrences> found = read_positions(database, {ranked.data(), count}, words);
    const std::vector<std::size_t> next = next_placed(words);
    std::vector<unsigned> scratch(words.size());
    for (std::size_t i = 0; i < count; ++i) {
        ranked[i].score +=
            best * (window_gain * best_window(found[i], scratch) / total +
                    adjacency_gain * adjacent(found[i], words, next, scratch) / total);
    }
    std::stable_sort(
        ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
        [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
    return ranked;
}

}  // namespace vigyapti
