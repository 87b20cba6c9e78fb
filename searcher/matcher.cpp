#include "searcher/matcher.hpp"

#include <algorithm>

namespace vigyapti {
namespace {

struct Seen {
    Token token;
    Term term;
};

bool fits(const Match& match, const std::vector<Seen>& seen, std::size_t at) {
    if (match.kind == MatchKind::prefix) {
        return seen[at].term.exact.starts_with(match.terms.front());
    }
    if (at + match.terms.size() > seen.size()) return false;
    for (std::size_t k = 0; k < match.terms.size(); ++k) {
        const Term& term = seen[at + k].term;
        const std::string_view have = match.kind == MatchKind::exact ? term.exact : term.key;
        if (have != match.terms[k]) return false;
    }
    return true;
}

// The road of a match that fits.
Road road_of(const Match& match, const std::vector<Seen>& seen, std::size_t at) {
    if (match.kind == MatchKind::exact) return Road::exact;
    if (match.road != Road::form || match.forms.empty()) return match.road;
    for (std::size_t k = 0; k < match.forms.size(); ++k) {
        if (seen[at + k].term.exact != match.forms[k]) return Road::form;
    }
    return Road::exact;
}

}  // namespace

Matcher::Matcher(const std::vector<Match>& matches, MatchField field) {
    for (const Match& match : matches) {
        if ((match.fields & field) == 0) continue;
        initials_ |= match.initials;
        if (match.kind == MatchKind::prefix) {
            prefixes_.push_back(&match);
        } else {
            by_first_[match.terms.front()].push_back(&match);
        }
    }
}

std::vector<Found> Matcher::find(std::string_view text, Analyser& analyser) const {
    std::vector<Seen> seen;
    analyser.for_each_word(text, initials_, [&](const Token& token, const Term& term) {
        seen.push_back({token, term});
    });
    std::vector<Found> found;
    std::size_t free = 0;  // words before this one are lit already
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i].term.key.empty()) continue;
        const Match* best = nullptr;
        const auto consider = [&](const Match* match) {
            if (!fits(*match, seen, i)) return;
            if (best == nullptr || match->terms.size() > best->terms.size()) best = match;
        };
        for (const std::string_view term : {seen[i].term.key, seen[i].term.exact}) {
            const auto candidates = by_first_.find(term);
            if (candidates == by_first_.end()) continue;
            for (const Match* match : candidates->second)
                consider(match);
        }
        for (const Match* match : prefixes_)
            consider(match);
        if (best == nullptr) continue;
        const Road road = road_of(*best, seen, i);
        for (std::size_t j = std::max(i, free); j < i + best->terms.size(); ++j) {
            const double share = best->weight / static_cast<double>(best->terms.size());
            found.push_back({{seen[j].token.begin, seen[j].token.end, road}, share, best->group});
        }
        free = std::max(free, i + best->terms.size());
    }
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
