// The leaves of a query whose words are of another language than the texts that are asked for.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "common/text/number_words.hpp"
#include "searcher/query/in_fields.hpp"
#include "searcher/query/leaves.hpp"
#include "searcher/query/text_check.hpp"

namespace vigyapti {
namespace {

// Of what is as good as known: a word that sounds alike by .92.
constexpr double sure_factor = 0.85;

// Of what needs no other spelling: पाकिस्तान sounds like pakistn by .94, मंत्री like mantri by 1.
constexpr double understood_factor = 0.93;

// Of a pair of words that are quoted as they sound: more weighs names of people too much.
constexpr double quoted_weight = 0.3;

// To say a phrase.
constexpr std::size_t most_ways = 24;

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

Crossed LeafCompiler::number(const Node& leaf, std::span<const Word> words) const {
    constexpr std::size_t longest = 12;
    std::vector<std::string> forms;
    for (const Word& each : words.first(std::min(longest, words.size())))
        forms.push_back(each.exact);
    const auto read = crossing_ == nullptr ? std::nullopt : read_number(forms);
    if (!read) return {0, {}};
    Crossed found{read->count, {}};
    Rendering own{{}, Road::form, 1};
    for (const Word& each : words.first(read->count))
        own.keys.push_back(each.key);
    for (const std::string& text : write_number(read->value, target_ == Target::hindi)) {
        Rendering way{{}, Road::translation, 1};
        analyser_.for_each_word(
            text, [&](const Token&, const Term& term) { way.keys.emplace_back(term.key); });
        const bool whole = std::all_of(way.keys.begin(), way.keys.end(),
                                       [&](const std::string& key) { return occurs(leaf, key); });
        // Spellings of a word may have one key.
        const bool fresh = way.keys != own.keys && !has(found.renderings, way.keys);
        if (whole && fresh) found.renderings.push_back(std::move(way));
    }
    if (!found.renderings.empty()) found.renderings.push_back(std::move(own));
    return found;
}

std::vector<Rendering> LeafCompiler::foreign_phrases(const Node& leaf,
                                                     const std::vector<Word>& words) const {
    // The less the likelier: how far down the lists its parts stand.
    struct Way {
        Rendering phrase;
        std::size_t depth = 0;
    };
    std::vector<Way> ways{{{{}, Road::form, 1}, 0}};
    std::size_t number_end = 0;
    for (std::size_t i = 0; i < words.size();) {
        const std::span<const Word> run = foreign_run(words, i);
        Crossed crossed{0, {}};
        if (i >= number_end) {
            crossed = number(leaf, std::span<const Word>(words).subspan(i));
            number_end = i + crossed.count;
        }
        if (crossed.renderings.empty() && run.empty()) {
            crossed = {1, {{{words[i].key}, Road::form, 1}}};
        } else if (crossed.renderings.empty()) {
            crossed = cross(leaf, run);
            drop_doubtful(crossed.renderings);
        }
        i += crossed.count;
        if (crossed.renderings.empty() && adds_little(words[i - 1])) continue;
        // Texts rarely mix the languages within a phrase.
        std::stable_partition(crossed.renderings.begin(), crossed.renderings.end(),
                              [](const Rendering& each) { return each.road != Road::form; });
        const auto begun = std::exchange(ways, {});
        for (const Way& way : begun) {
            for (std::size_t depth = 0; depth < crossed.renderings.size(); ++depth) {
                const Rendering& each = crossed.renderings[depth];
                ways.push_back({way.phrase, way.depth + depth});
                Rendering& longer = ways.back().phrase;
                longer.keys.insert(longer.keys.end(), each.keys.begin(), each.keys.end());
                longer.road = std::max(longer.road, each.road);
                longer.factor *= each.factor;
            }
        }
        std::stable_sort(ways.begin(), ways.end(),
                         [](const Way& a, const Way& b) { return a.depth < b.depth; });
        if (ways.size() > most_ways) ways.resize(most_ways);
    }
    std::vector<Rendering> phrases;
    for (Way& each : ways) {
        // What is as it was written is looked for anyway.
        if (each.phrase.road == Road::form || each.phrase.keys.empty()) continue;
        phrases.push_back(std::move(each.phrase));
    }
    return phrases;
}

std::vector<Rendering> LeafCompiler::spoken_phrases(std::span<const Word> words) const {
    std::vector<Rendering> phrases{{{}, Road::sound, 1}};
    for (const Word& word : words) {
        if (!is_foreign(word)) return {};
        std::vector<Rendering> longer;
        for (const Rendering& phrase : phrases) {
            for (const Rendering& each : crossing_->spoken(word, target_ == Target::hindi)) {
                longer.push_back(phrase);
                std::vector<std::string>& keys = longer.back().keys;
                keys.insert(keys.end(), each.keys.begin(), each.keys.end());
                longer.back().factor *= each.factor;
            }
        }
        if (longer.empty()) return {};
        std::stable_sort(longer.begin(), longer.end(), [](const Rendering& a, const Rendering& b) {
            return a.factor > b.factor;
        });
        if (longer.size() > most_ways) longer.resize(most_ways);
        phrases = std::move(longer);
    }
    return phrases;
}

Xapian::Query LeafCompiler::quoted_pair(const Node& leaf, const Word& first, const Word& second) {
    // Names in English letters are found by their sounds already, in every Hindi text.
    if (target_ == Target::hindi || first.asks || second.asks) return {};
    if (adds_little(first) && adds_little(second)) return {};
    const std::array<Word, 2> words{first, second};
    const std::vector<Rendering> ways = spoken_phrases(words);
    if (ways.empty()) return {};
    const Xapian::Query pair =
        any_way(leaf, ways, [&](std::string_view prefix, const std::vector<std::string>& keys) {
            return positional_in(leaf, prefix, Xapian::Query::OP_PHRASE, keys, keys.size());
        });
    return {Xapian::Query::OP_SCALE_WEIGHT, pair, quoted_weight};
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
    std::vector<Rendering> ways = foreign_phrases(leaf, words);
    std::vector<Rendering> spoken = spoken_phrases(words);
    drop_doubtful(spoken);
    for (Rendering& each : spoken) {
        if (!has(ways, each.keys)) ways.push_back(std::move(each));
    }
    if (ways.empty()) {
        end_group();
        return own;
    }
    return combine(Xapian::Query::OP_OR, {own, ways_to_say(leaf, ways, op, room)});
}

Xapian::Query LeafCompiler::any_phrase(const Node& leaf, const std::vector<Rendering>& ways) {
    return ways_to_say(leaf, ways, Xapian::Query::OP_PHRASE, 0);
}

Xapian::Query LeafCompiler::ways_to_say(const Node& leaf, const std::vector<Rendering>& ways,
                                        Xapian::Query::op op, std::size_t room) {
    for (const Rendering& each : ways) {
        double weight = 0;
        for (const std::string& key : each.keys)
            weight += idf(key);
        Match match = make_match(leaf, MatchKind::key, each.keys, each.factor * weight);
        match.road = each.road;
        add_match(std::move(match));
    }
    end_group();
    out_.crossed = true;
    return any_way(leaf, ways, [&](std::string_view prefix, const std::vector<std::string>& keys) {
        return keys.size() == 1 ? Xapian::Query(fmt::format("{}{}", prefix, keys.front()))
                                : positional_in(leaf, prefix, op, keys, keys.size() + room);
    });
}

}  // namespace vigyapti
