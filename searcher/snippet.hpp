// Snippets: the stretch of a release that shows best why it was found, with the words that matched.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/release.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/match.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

// The words of `text`, which stands in `field`, that `matches` look for. In order, not overlapping.
std::vector<Highlight> find_highlights(std::string_view text, MatchField field,
                                       const std::vector<Match>& matches, Analyser& analyser);

// Of at most `graphemes` clusters, from one block only. Begins and ends with sentences where they
// fit, else with words; never inside a grapheme cluster. Line ends become spaces. Without any
// match, the beginning of the body.
Snippet make_snippet(const Release& release, const std::vector<Match>& matches, Analyser& analyser,
                     std::size_t graphemes);

}  // namespace vigyapti
