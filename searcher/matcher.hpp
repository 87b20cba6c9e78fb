// Looks the words of a text up among the matches of a query: the one place that tells whether and
// where a text has what was asked for.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/release.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/match.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

struct Found {
    Highlight span;
    double weight = 0;
    std::size_t group = 0;
};

class Matcher {
  public:
    // For texts that stand in `field`. `matches` must outlive the object.
    Matcher(const std::vector<Match>& matches, MatchField field);

    // No match is to be found in this field.
    bool empty() const { return by_first_.empty() && prefixes_.empty(); }

    // The words of `text` that match, in order and each once; the longest match wins.
    std::vector<Found> find(std::string_view text, Analyser& analyser) const;

    struct Seen;  // a word of a text

  private:
    const Match* best(std::span<const Seen> seen) const;

    // The keys are views of the matches' own strings.
    std::unordered_map<std::string_view, std::vector<const Match*>> by_first_;
    std::vector<const Match*> prefixes_;
    Initials initials_;        // of all words that can match
    std::size_t longest_ = 1;  // words of a match
};

// Where matches in a block of this kind count.
MatchField match_field(BlockKind kind);

}  // namespace vigyapti
