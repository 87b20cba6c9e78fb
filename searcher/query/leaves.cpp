#include "searcher/query/leaves.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/function_words.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/stop_words.hpp"
#include "searcher/query/in_fields.hpp"
#include "searcher/query/text_check.hpp"

namespace vigyapti {
namespace {

std::uint8_t match_fields(std::optional<FieldId> field) {
    if (!field) return in_any_text;
    switch (*field) {
        case FieldId::title:
            return in_title;
        case FieldId::caption:
            return in_caption;
        case FieldId::credit:
            return in_credit;
        case FieldId::source:
            return in_source;
        default:
            return 0;
    }
}

Xapian::Query date(const Node& node) {
    const Xapian::valueno slot = field(FieldId::date).slot;
    const auto& [first, last] = node.dates;
    if (first && last) {
        if (first_day(*first) > last_day(*last)) return find_nothing();
        return {Xapian::Query::OP_VALUE_RANGE, slot, first_day(*first), last_day(*last)};
    }
    if (first) return {Xapian::Query::OP_VALUE_GE, slot, first_day(*first)};
    // A release without a date has an empty value, which would be below any day.
    return {Xapian::Query::OP_VALUE_RANGE, slot, "00000101", last_day(*last)};
}

Xapian::Query filter_of(const Node& node) {
    if (node.kind == NodeKind::date) return date(node);
    return Xapian::Query(boolean_term(field(*node.field).prefix, node.text));
}

Initials initials_of(const Match& match) {
    Initials initials;
    for (const std::string& term : match.terms) {
        initials |=
            match.kind == MatchKind::key ? initials_of_key(term) : Initials(initial_of_term(term));
    }
    return initials;
}

}  // namespace

Xapian::Query combine(Xapian::Query::op op, Queries queries) {
    std::erase_if(queries, [](const Xapian::Query& query) { return query.empty(); });
    if (queries.empty()) return {};
    if (queries.size() == 1) return queries.front();
    return {op, queries.begin(), queries.end()};
}

Xapian::Query unweighted(const Xapian::Query& query) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

bool is_filter(const Node& node) {
    return node.kind == NodeKind::filter || node.kind == NodeKind::date;
}

LeafCompiler::LeafCompiler(const QueryContext& context, CompiledQuery& out)
    : database_(context.database),
      vocabulary_(context.vocabulary),
      analyser_(context.analyser),
      crossing_(context.crossing),
      target_(context.target),
      out_(out),
      documents_(database_.get_doccount()) {}

bool LeafCompiler::set_excluding(bool excluding) {
    return std::exchange(excluding_, excluding);
}

std::vector<Word> LeafCompiler::words_of(const Node& node) {
    std::vector<Word> words;
    const std::string_view text = node.text;
    analyser_.for_each_word(text, [&](const Token& token, const Term& term) {
        // WHO is an organisation, U.S. a country.
        const std::string_view written = token.text(text);
        const bool capitals =
            term.exact.size() > 1 && std::all_of(written.begin(), written.end(),
                                                 [](char c) { return is_upper(c) || c == '.'; });
        const bool asks = !capitals && is_question_word(term.exact);
        words.push_back({std::string(term.key), std::string(term.exact), asks, capitals});
    });
    return words;
}

double LeafCompiler::idf(double frequency) const {
    return std::log(1 + (documents_ - frequency + 0.5) / (frequency + 0.5));
}

double LeafCompiler::idf(const std::string& term) const {
    return idf(static_cast<double>(database_.get_termfreq(term)));
}

double LeafCompiler::frequency(const Rendering& rendering) const {
    double least = documents_;
    for (const std::string& key : rendering.keys)
        least = std::min(least, static_cast<double>(database_.get_termfreq(key)));
    return least;
}

Match LeafCompiler::make_match(const Node& leaf, MatchKind kind, std::vector<std::string> terms,
                               double weight) const {
    Match match{kind, std::move(terms), match_fields(leaf.field), std::max(weight, 0.05), groups_};
    match.initials = initials_of(match);
    return match;
}

void LeafCompiler::add_match(Match match) {
    if (!excluding_) out_.matches.push_back(std::move(match));
}

// What was added since the last call stands for one word of the query.
void LeafCompiler::end_group() {
    if (!excluding_) ++groups_;
}

Xapian::Query LeafCompiler::compile(const Node& leaf) {
    if (is_filter(leaf)) return filter_of(leaf);
    if (leaf.kind == NodeKind::exact) return exact(leaf, words_of(leaf));
    if (leaf.kind == NodeKind::prefix) return prefix(leaf);
    if (leaf.kind == NodeKind::near) return near(leaf);
    return phrase(leaf, words_of(leaf));
}

Xapian::Query LeafCompiler::plain_word(const Node& leaf, const Word& plain, RankedWord& ranked) {
    ranked = {alternatives_to(leaf, plain.key), idf(plain.key), has_positions(leaf, plain.key)};
    Queries queries;
    for (const auto& [key, factor] : ranked.keys) {
        const Xapian::Query query = word(leaf, key);
        queries.push_back(
            factor == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, factor));
        Match match = make_match(leaf, MatchKind::key, {key}, factor * idf(key));
        if (key == plain.key) {
            match.forms = {plain.exact};
        } else {
            match.road = Road::spelling;
        }
        add_match(std::move(match));
    }
    end_group();
    return combine(Xapian::Query::OP_OR, queries);
}

Xapian::Query LeafCompiler::word(const Node& leaf, const std::string& key) {
    return in_fields(
        leaf,
        [&](std::string_view prefix) { return Xapian::Query(fmt::format("{}{}", prefix, key)); },
        [&](std::string_view prefix) {
            return database_.term_exists(fmt::format("{}{}", prefix, key));
        });
}

Xapian::Query LeafCompiler::positional_in(const Node& leaf, std::string_view prefix,
                                          Xapian::Query::op op,
                                          const std::vector<std::string>& keys,
                                          std::size_t window) {
    std::vector<std::string> placed;
    std::vector<std::string> others;
    for (const std::string& key : keys)
        (has_positions(leaf, key) ? placed : others).push_back(fmt::format("{}{}", prefix, key));
    return combine(
        Xapian::Query::OP_AND,
        {Xapian::Query(op, placed.begin(), placed.end(), static_cast<Xapian::termcount>(window)),
         Xapian::Query(Xapian::Query::OP_AND, others.begin(), others.end())});
}

Xapian::Query LeafCompiler::positional(const Node& leaf, Xapian::Query::op op,
                                       const std::vector<std::string>& keys, std::size_t window) {
    return in_fields(
        leaf,
        [&](std::string_view prefix) { return positional_in(leaf, prefix, op, keys, window); },
        [&](std::string_view prefix) { return all_exist(prefix, keys); });
}

bool LeafCompiler::all_exist(std::string_view prefix, const std::vector<std::string>& keys) const {
    return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return database_.term_exists(fmt::format("{}{}", prefix, key));
    });
}

Xapian::Query LeafCompiler::phrase(const Node& leaf, const std::vector<Word>& words) {
    if (words.empty()) return {};
    if (words.size() == 1 && leaf.kind != NodeKind::exact && is_foreign(words.front())) {
        Crossed crossed = cross(leaf, words);
        drop_doubtful(crossed.renderings);
        RankedWord ranked;
        return crossed.renderings.empty() ? find_nothing()
                                          : foreign_word(leaf, crossed.renderings, ranked);
    }
    std::vector<std::string> keys;
    double weight = 0;
    for (const Word& each : words) {
        keys.push_back(each.key);
        weight += idf(each.key);
    }
    const bool as_written = leaf.kind == NodeKind::exact;
    if (!as_written) add_match(make_match(leaf, MatchKind::key, keys, weight));
    const auto with_others = [&](const Xapian::Query& own) {
        return as_written ? own : or_foreign(leaf, own, Xapian::Query::OP_PHRASE, words, 0);
    };
    if (keys.size() == 1) return with_others(word(leaf, keys.front()));
    Xapian::Query query = positional(leaf, Xapian::Query::OP_PHRASE, keys, keys.size());
    const bool certain = std::all_of(keys.begin(), keys.end(),
                                     [&](const auto& key) { return has_positions(leaf, key); });
    // Exact forms are looked at anyway.
    if (!certain && !as_written) {
        query = checked(leaf, query, make_match(leaf, MatchKind::key, keys, weight));
    }
    return with_others(query);
}

bool LeafCompiler::has_positions(const Node& leaf, const std::string& key) {
    return (!leaf.field || field(*leaf.field).positions) && !is_function_word(key);
}

// The keys find and rank; where the index cannot tell their forms apart, the text does.
Xapian::Query LeafCompiler::exact(const Node& leaf, const std::vector<Word>& words) {
    std::vector<std::string> texts;
    double weight = 0;
    bool certain = true;
    for (const Word& each : words) {
        texts.push_back(each.exact);
        weight += idf(each.key);
        certain =
            certain && is_only_form(each) && (words.size() == 1 || has_positions(leaf, each.key));
    }
    if (texts.empty()) return {};
    const Match match = make_match(leaf, MatchKind::exact, texts, weight);
    add_match(match);
    end_group();
    const Xapian::Query query = phrase(leaf, words);
    return certain ? query : checked(leaf, query, match);
}

bool LeafCompiler::is_only_form(const Word& word) const {
    if (vocabulary_ == nullptr || vocabulary_->count_forms(word.key) != 1) return false;
    return vocabulary_->forms_of(word.key).front() == word.exact;
}

Xapian::Query LeafCompiler::checked(const Node& leaf, const Xapian::Query& query,
                                    const Match& match) {
    CheckedQuery checked = check_text(database_, analyser_, query, match);
    if (!checked.is_whole) {
        out_.notices.push_back(
            fmt::format("more than {} releases may hold {}; the rest was not looked at",
                        most_checked, printable(leaf.text)));
    }
    return std::move(checked.query);
}

// The keys of the words of the leaf's field that begin so, at most `most_expansions`: the most
// frequent ones. Those that have other forms too are to be checked.
LeafCompiler::Expansion LeafCompiler::expand(const Node& leaf, const std::string& beginning) {
    std::map<std::string, std::size_t> forms_of;
    if (vocabulary_ != nullptr) {
        for (const auto& [form, key] : vocabulary_->forms_beginning(beginning))
            ++forms_of[key];
    } else {
        for (auto term = database_.allterms_begin(beginning);
             term != database_.allterms_end(beginning); ++term)
            forms_of.emplace(*term, 0);
    }
    std::erase_if(forms_of, [&](const auto& each) { return !occurs(leaf, each.first); });
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string_view prefix = leaf.field ? field(*leaf.field).prefix : "";
    for (const auto& [key, forms] : forms_of)
        found.emplace_back(database_.get_termfreq(fmt::format("{}{}", prefix, key)), key);
    if (found.size() > most_expansions) {
        out_.notices.push_back(
            fmt::format("{}* begins more than {} words; the most frequent were used",
                        printable(leaf.text), most_expansions));
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        found.resize(most_expansions);
    }
    Expansion expansion;
    for (auto& [frequency, key] : found) {
        const bool certain =
            vocabulary_ != nullptr && vocabulary_->count_forms(key) == forms_of[key];
        (certain ? expansion.certain : expansion.uncertain).push_back(std::move(key));
    }
    return expansion;
}

Xapian::Query LeafCompiler::prefix(const Node& leaf) {
    const std::vector<Word> words = words_of(leaf);
    if (words.size() != 1) return phrase(leaf, words);
    const std::string& beginning = words.front().exact;
    const Match match = make_match(leaf, MatchKind::prefix, {beginning}, 1);
    add_match(match);
    end_group();
    const auto [certain, uncertain] = expand(leaf, beginning);
    if (certain.empty() && uncertain.empty()) return find_nothing();
    const auto any_of = [&](const std::vector<std::string>& keys) {
        Queries queries;
        for (const std::string& key : keys)
            queries.push_back(word(leaf, key));
        return combine(Xapian::Query::OP_OR, queries);
    };
    Xapian::Query query = any_of(certain);
    if (uncertain.empty()) return query;
    return combine(Xapian::Query::OP_OR, {query, checked(leaf, any_of(uncertain), match)});
}

Xapian::Query LeafCompiler::near(const Node& node) {
    std::vector<Word> words;
    std::vector<std::string> keys;
    for (const Node& child : node.children) {
        for (Word& each : words_of(child)) {
            keys.push_back(each.key);
            add_match(make_match(child, MatchKind::key, {each.key}, idf(each.key)));
            end_group();
            words.push_back(std::move(each));
        }
    }
    const Node& first = node.children.front();
    if (keys.empty()) return {};
    if (keys.size() == 1) return word(first, keys.front());
    const std::size_t room = node.distance - 1;
    return or_foreign(first, positional(first, Xapian::Query::OP_NEAR, keys, keys.size() + room),
                      Xapian::Query::OP_NEAR, words, room);
}

// The key itself where the index has it in any field, else the keys nearest to it.
std::vector<RankedWord::Alternative> LeafCompiler::alternatives_to(const Node& leaf,
                                                                   const std::string& key) const {
    constexpr std::size_t most = 3;
    constexpr double factor = 0.4;
    std::vector<RankedWord::Alternative> keys;
    if (vocabulary_ != nullptr && !occurs(leaf, key)) {
        // Some may be of releases that are gone.
        for (const NearKey& near : vocabulary_->nearest(key, 4 * most)) {
            if (keys.size() == most) break;
            if (occurs(leaf, near.key)) keys.push_back({near.key, factor * near.likeness});
        }
    }
    if (keys.empty()) keys.push_back({key, 1});
    return keys;
}

// Whether a leaf's field has the key, or, without a field, any field that plain words are in.
bool LeafCompiler::occurs(const Node& leaf, const std::string& key) const {
    return occurs_in(database_, leaf.field, key);
}

}  // namespace vigyapti
