// The leaves of a query whose words are of another language than the texts that are asked for.
#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "searcher/query/in_fields.hpp"
#include "searcher/query/leaves.hpp"
#include "searcher/query/text_check.hpp"

namespace vigyapti {
namespace {

// Of what is as good as known: a word that sounds alike by .92.
constexpr double sure_factor = 0.85;

// Of what needs no other spelling: पाकिस्तान sounds like pakistn by .94, मंत्री like mantri by 1.
constexpr double understood_factor = 0.93;

}  // namespace

bool LeafCompiler::is_foreign(const Word& word) const {
    if (crossing_ == nullptr) return false;
    return target_ == Target::hindi ? word.is_latin() : word.is_hindi();
}

Crossed LeafCompiler::cross(const Node& leaf, std::span<const Word> words) const {
    Crossed crossed = crossing_->cross(words, target_ == Target::hindi);
    // Hindi is typed in Latin letters, but who types Devanagari misspells a Hindi word.
    const double least = target_ == Target::hindi ? understood_factor : 1;
    const bool understood =
        std::any_of(crossed.renderings.begin(), crossed.renderings.end(),
                    [least](const Rendering& each) { return each.factor >= least; });
    for (const Word& each : words.first(understood ? crossed.count : 0))
        out_.understood.push_back(each.exact);
    // The words themselves may stand in texts of the other language too: BBC, G20, English captions
    // of Hindi releases, names of sources.
    Rendering own{{}, Road::form, 1};
    for (const Word& each : words.first(crossed.count)) {
        if (!adds_little(each)) own.keys.push_back(each.key);
    }
    const bool occur = std::all_of(own.keys.begin(), own.keys.end(),
                                   [&](const std::string& key) { return occurs(leaf, key); });
    if (!own.keys.empty() && occur) {
        crossed.renderings.insert(crossed.renderings.begin(), std::move(own));
    }
    return crossed;
}

Xapian::Query LeafCompiler::foreign_word(const Node& leaf, const std::vector<Rendering>& renderings,
                                         RankedWord& ranked) {
    out_.crossed = true;
    double total = 0;
    for (const Rendering& each : renderings)
        total += frequency(each);
    ranked.idf = idf(std::min(total, documents_));
    for (const Rendering& each : renderings) {
        const double share = each.factor / static_cast<double>(each.keys.size());
        for (const std::string& key : each.keys) {
            const bool fresh = std::none_of(
                ranked.keys.begin(), ranked.keys.end(),
                [&](const RankedWord::Alternative& known) { return known.key == key; });
            if (fresh) ranked.keys.push_back({key, share});
        }
        Match match = make_match(leaf, MatchKind::key, each.keys, each.factor * ranked.idf);
        match.road = each.road;
        add_match(std::move(match));
    }
    end_group();
    return any_way(leaf, renderings,
                   [](std::string_view prefix, const std::vector<std::string>& keys) {
                       Queries terms;
                       for (const std::string& key : keys)
                           terms.emplace_back(fmt::format("{}{}", prefix, key));
                       return combine(Xapian::Query::OP_AND, terms);
                   });
}

// One word in several guises: what is rare is rare in all of them together.
Xapian::Query LeafCompiler::any_way(
    const Node& leaf, const std::vector<Rendering>& ways,
    const std::function<Xapian::Query(std::string_view, const std::vector<std::string>&)>& make)
    const {
    return in_fields(
        leaf,
        [&](std::string_view prefix) {
            Queries queries;
            for (const Rendering& each : ways) {
                if (all_exist(prefix, each.keys)) queries.push_back(make(prefix, each.keys));
            }
            return queries.empty() ? find_nothing() : combine(Xapian::Query::OP_SYNONYM, queries);
        },
        [&](std::string_view prefix) {
            return std::any_of(ways.begin(), ways.end(),
                               [&](const Rendering& each) { return all_exist(prefix, each.keys); });
        });
}

RankedWord LeafCompiler::unknown_word(const Word& word) const {
    return {{}, idf(word.key), false};
}

std::vector<Rendering> LeafCompiler::foreign_phrases(const Node& leaf,
                                                     const std::vector<Word>& words) const {
    constexpr std::size_t most = 24;
    std::vector<Rendering> phrases{{{}, Road::form, 1}};
    for (std::size_t i = 0; i < words.size();) {
        const std::span<const Word> run = foreign_run(words, i);
        Crossed crossed;
        if (run.empty()) {
            crossed.renderings.push_back({{words[i].key}, Road::form, 1});
        } else {
            crossed = cross(leaf, run);
            drop_doubtful(crossed.renderings);
        }
        i += crossed.count;
        if (crossed.renderings.empty() && adds_little(words[i - 1])) continue;
        const auto begun = std::exchange(phrases, {});
        for (const Rendering& phrase : begun) {
            for (const Rendering& each : crossed.renderings) {
                if (phrases.size() == most) break;
                phrases.push_back(phrase);
                Rendering& longer = phrases.back();
                longer.keys.insert(longer.keys.end(), each.keys.begin(), each.keys.end());
                longer.road = std::max(longer.road, each.road);
                longer.factor *= each.factor;
            }
        }
    }
    // What is as it was written is looked for anyway.
    std::erase_if(phrases, [](const Rendering& each) {
        return each.road == Road::form || each.keys.empty();
    });
    return phrases;
}

// What must not be found must be meant.
void LeafCompiler::drop_doubtful(std::vector<Rendering>& renderings) const {
    if (!excluding_) return;
    std::erase_if(renderings, [](const Rendering& each) { return each.factor < sure_factor; });
}

std::span<const Word> LeafCompiler::foreign_run(std::span<const Word> words,
                                                std::size_t first) const {
    const std::span<const Word> rest = words.subspan(first);
    const auto end = std::find_if(rest.begin(), rest.end(),
                                  [this](const Word& each) { return !is_foreign(each); });
    return rest.first(static_cast<std::size_t>(end - rest.begin()));
}

// The words as they are, or any of what they are called in the other language.
Xapian::Query LeafCompiler::or_foreign(const Node& leaf, const Xapian::Query& own,
                                       Xapian::Query::op op, const std::vector<Word>& words,
                                       std::size_t room) {
    const std::vector<Rendering> ways = foreign_phrases(leaf, words);
    for (const Rendering& each : ways) {
        double weight = 0;
        for (const std::string& key : each.keys)
            weight += idf(key);
        Match match = make_match(leaf, MatchKind::key, each.keys, each.factor * weight);
        match.road = each.road;
        add_match(std::move(match));
    }
    end_group();
    if (ways.empty()) return own;
    out_.crossed = true;
    const Xapian::Query foreign =
        any_way(leaf, ways, [&](std::string_view prefix, const std::vector<std::string>& keys) {
            return keys.size() == 1 ? Xapian::Query(fmt::format("{}{}", prefix, keys.front()))
                                    : positional_in(leaf, prefix, op, keys, keys.size() + room);
        });
    return combine(Xapian::Query::OP_OR, {own, foreign});
}

}  // namespace vigyapti
