#include "searcher/matcher.hpp"

#include <algorithm>

namespace vigyapti {

// A word of the text.
struct Matcher::Seen {
    Token token;
    Term term;
};

namespace {

using Words = std::span<const Matcher::Seen>;

bool fits(const Match& match, Words seen) {
    if (match.kind == MatchKind::prefix) {
        return seen.front().term.exact.starts_with(match.terms.front());
    }
    if (match.terms.size() > seen.size()) return false;
    for (std::size_t k = 0; k < match.terms.size(); ++k) {
        const Term& term = seen[k].term;
        const std::string_view have = match.kind == MatchKind::exact ? term.exact : term.key;
        if (have != match.terms[k]) return false;
    }
    return true;
}

// The road of a match that fits.
Road road_of(const Match& match, Words seen) {
    if (match.kind == MatchKind::exact) return Road::exact;
    if (match.road != Road::form || match.forms.empty()) return match.road;
    for (std::size_t k = 0; k < match.forms.size(); ++k) {
        if (seen[k].term.exact != match.forms[k]) return Road::form;
    }
    return Road::exact;
}

}  // namespace

Matcher::Matcher(const std::vector<Match>& matches, MatchField field) {
    for (const Match& match : matches) {
        if ((match.fields & field) == 0) continue;
        initials_ |= match.initials;
        longest_ = std::max(longest_, match.terms.size());
        if (match.kind == MatchKind::prefix) {
            prefixes_.push_back(&match);
        } else {
            by_first_[match.terms.front()].push_back(&match);
        }
    }
}

// The best match that begins at the first of the words.
const Match* Matcher::best(std::span<const Seen> seen) const {
    const Match* best = nullptr;
    const auto consider = [&](const Match* match) {
        if (!fits(*match, seen)) return;
        if (best == nullptr || match->terms.size() > best->terms.size()) best = match;
    };
    for (const std::string_view term : {seen.front().term.key, seen.front().term.exact}) {
        const auto candidates = by_first_.find(term);
        if (candidates == by_first_.end()) continue;
        for (const Match* match : candidates->second)
            consider(match);
    }
    for (const Match* match : prefixes_)
        consider(match);
    return best;
}

std::vector<Found> Matcher::find(std::string_view text, Analyser& analyser) const {
    std::vector<Found> found;
    std::vector<Seen> seen;  // as many words as the longest match has, not the whole text
    std::size_t lit = 0;     // of them, from the first
    const auto take_first = [&] {
        if (!seen.front().term.key.empty()) {
            if (const Match* match = best(seen)) {
                const std::size_t words = match->terms.size();
                const double share = match->weight / static_cast<double>(words);
                const Road road = road_of(*match, seen);
                for (; lit < words; ++lit) {
                    const Token& token = seen[lit].token;
                    found.push_back({{token.begin, token.end, road}, share, match->group});
                }
            }
        }
        seen.erase(seen.begin());
        lit -= std::min<std::size_t>(lit, 1);
    };
    analyser.for_each_word(text, initials_, [&](const Token& token, const Term& term) {
        if (seen.empty() && term.key.empty()) return;
        seen.push_back({token, term});
        if (seen.size() == longest_) take_first();
    });
    while (!seen.empty())
        take_first();
    return found;
}

MatchField match_field(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return in_caption;
        case BlockKind::credit:
            return in_credit;
        case BlockKind::body:
            break;
    }
    return in_body;
}

}  // namespace vigyapti
