#include "searcher/query/compile.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "common/index/database.hpp"
#include "common/text/stop_words.hpp"

namespace vigyapti {
namespace {

using Queries = std::vector<Xapian::Query>;

// Parts without words are empty queries and are left out.
Xapian::Query combine(Xapian::Query::op op, Queries queries) {
    std::erase_if(queries, [](const Xapian::Query& query) { return query.empty(); });
    if (queries.empty()) return {};
    if (queries.size() == 1) return queries.front();
    return {op, queries.begin(), queries.end()};
}

Xapian::Query unweighted(const Xapian::Query& query) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

std::uint8_t match_fields(std::optional<FieldId> field) {
    if (!field) return in_any_text;
    switch (*field) {
        case FieldId::title:
            return in_title;
        case FieldId::caption:
            return in_caption;
        case FieldId::credit:
            return in_credit;
        default:
            return 0;
    }
}

bool is_filter(const Node& node) {
    return node.kind == NodeKind::filter || node.kind == NodeKind::date;
}

// The terms of a leaf's words; the strings are copies, since the analyser's views do not last.
struct Word {
    std::string key;
    std::string exact;
    bool asks = false;  // a question word
};

class Compiler {
  public:
    Compiler(const Xapian::Database& database, const Vocabulary* vocabulary, Analyser& analyser,
             bool all)
        : database_(database),
          vocabulary_(vocabulary),
          analyser_(analyser),
          all_(all),
          documents_(database.get_doccount()) {}

    CompiledQuery compile(const ParsedQuery& parsed) {
        out_.notices = parsed.notices;
        out_.query = bag(parsed.root, true);
        drop_faint_matches();
        return std::move(out_);
    }

  private:
    std::vector<Word> words_of(const Node& node) {
        std::vector<Word> words;
        const std::string_view text = node.text;
        analyser_.for_each_word(text, [&](const Token& token, const Term& term) {
            // WHO is an organisation.
            const std::string_view written = token.text(text);
            const bool capitals = std::all_of(written.begin(), written.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; });
            const bool asks = !capitals && is_question_word(term.exact);
            words.push_back({std::string(term.key), std::string(term.exact), asks});
        });
        return words;
    }

    double idf(const std::string& term) const {
        const double n = documents_;
        const double df = database_.get_termfreq(term);
        return std::log(1 + (n - df + 0.5) / (df + 0.5));
    }

    void add_match(const Node& leaf, MatchKind kind, std::vector<std::string> terms,
                   double weight) {
        if (excluding_) return;
        out_.matches.push_back(
            {kind, std::move(terms), match_fields(leaf.field), std::max(weight, 0.05), groups_});
    }

    // The only match of a word of the query.
    void add_word_match(const Node& leaf, MatchKind kind, std::vector<std::string> terms,
                        double weight) {
        add_match(leaf, kind, std::move(terms), weight);
        if (!excluding_) ++groups_;
    }

    // Function words beside words that tell more are searched for but not lit.
    void drop_faint_matches() {
        constexpr double faint = 0.1;
        double greatest = 0;
        for (const Match& match : out_.matches)
            greatest = std::max(greatest, match.weight);
        std::erase_if(out_.matches, [greatest](const Match& match) {
            return match.kind == MatchKind::key && match.terms.size() == 1 &&
                   match.weight < faint * greatest;
        });
    }

    // Makes one query a field of `make(prefix)`: of the leaf's own field, else of each field that
    // ranks plain words. `exists` tells whether a prefix can match at all.
    template <typename Make, typename Exists>
    Xapian::Query in_fields(const Node& leaf, Make&& make, Exists&& exists) {
        if (leaf.field) return make(field(*leaf.field).prefix);
        Queries queries;
        for (const Field& each : schema) {
            if (each.kind != FieldKind::text || each.weight <= 0 || !exists(each.prefix)) continue;
            Xapian::Query query = make(each.prefix);
            if (each.weight < 1) query = {Xapian::Query::OP_SCALE_WEIGHT, query, each.weight};
            queries.push_back(query);
        }
        if (queries.empty()) return make("");
        return combine(Xapian::Query::OP_OR, queries);
    }

    Xapian::Query word(const Node& leaf, const std::string& key) {
        return in_fields(
            leaf,
            [&](std::string_view prefix) {
                return Xapian::Query(fmt::format("{}{}", prefix, key));
            },
            [&](std::string_view prefix) {
                return database_.term_exists(fmt::format("{}{}", prefix, key));
            });
    }

    Xapian::Query positional(const Node& leaf, Xapian::Query::op op,
                             const std::vector<std::string>& keys, std::size_t window) {
        const auto terms_with = [&](std::string_view prefix) {
            std::vector<std::string> terms;
            for (const std::string& key : keys)
                terms.push_back(fmt::format("{}{}", prefix, key));
            return terms;
        };
        return in_fields(
            leaf,
            [&](std::string_view prefix) {
                const auto terms = terms_with(prefix);
                return Xapian::Query(op, terms.begin(), terms.end(),
                                     static_cast<Xapian::termcount>(window));
            },
            [&](std::string_view prefix) {
                const auto terms = terms_with(prefix);
                return std::all_of(terms.begin(), terms.end(), [this](const std::string& term) {
                    return database_.term_exists(term);
                });
            });
    }

    Xapian::Query phrase(const Node& leaf, const std::vector<Word>& words) {
        if (words.empty()) return {};
        std::vector<std::string> keys;
        double weight = 0;
        for (const Word& each : words) {
            keys.push_back(each.key);
            weight += idf(each.key);
        }
        if (leaf.kind != NodeKind::exact) add_word_match(leaf, MatchKind::key, keys, weight);
        if (keys.size() == 1) return word(leaf, keys.front());
        return positional(leaf, Xapian::Query::OP_PHRASE, keys, keys.size());
    }

    // Forms have no positions and no weight: they filter what the keys find and rank.
    Xapian::Query exact(const Node& leaf, const std::vector<Word>& words) {
        Queries forms;
        std::vector<std::string> texts;
        double weight = 0;
        for (const Word& each : words) {
            forms.push_back(
                Xapian::Query(fmt::format("{}{}", field(FieldId::exact).prefix, each.exact)));
            texts.push_back(each.exact);
            weight += idf(each.key);
        }
        if (forms.empty()) return {};
        add_word_match(leaf, MatchKind::exact, texts, weight);
        return {Xapian::Query::OP_FILTER, phrase(leaf, words),
                combine(Xapian::Query::OP_AND, forms)};
    }

    // The forms of the index that begin so, at most `most_expansions`: the most frequent ones.
    std::vector<std::string> expand(const std::string& beginning, const std::string& written) {
        const std::string forms(field(FieldId::exact).prefix);
        const std::string pattern = forms + beginning;
        std::vector<std::pair<Xapian::doccount, std::string>> found;
        for (auto term = database_.allterms_begin(pattern); term != database_.allterms_end(pattern);
             ++term) {
            found.emplace_back(term.get_termfreq(), (*term).substr(forms.size()));
        }
        if (found.size() > most_expansions) {
            out_.notices.push_back(
                fmt::format("{}* begins more than {} words; the most frequent were used",
                            printable(written), most_expansions));
            std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
                return a.first != b.first ? a.first > b.first : a.second < b.second;
            });
            found.resize(most_expansions);
        }
        std::vector<std::string> expanded;
        for (auto& [frequency, form] : found)
            expanded.push_back(std::move(form));
        return expanded;
    }

    // The forms filter; their keys say in which field, and rank.
    Xapian::Query prefix(const Node& leaf) {
        const std::vector<Word> words = words_of(leaf);
        if (words.size() != 1) return phrase(leaf, words);
        const std::string& beginning = words.front().exact;
        add_word_match(leaf, MatchKind::prefix, {beginning}, 1);
        Queries forms;
        std::set<std::string> keys;
        for (const std::string& form : expand(beginning, leaf.text)) {
            forms.push_back(Xapian::Query(fmt::format("{}{}", field(FieldId::exact).prefix, form)));
            keys.insert(analyser_.key_of(form));
        }
        if (forms.empty()) return Xapian::Query(beginning);
        Queries ranked;
        for (const std::string& key : keys)
            ranked.push_back(word(leaf, key));
        return {Xapian::Query::OP_FILTER, combine(Xapian::Query::OP_OR, ranked),
                combine(Xapian::Query::OP_OR, forms)};
    }

    Xapian::Query near(const Node& node) {
        std::vector<std::string> keys;
        for (const Node& child : node.children) {
            for (const Word& each : words_of(child)) {
                keys.push_back(each.key);
                add_word_match(child, MatchKind::key, {each.key}, idf(each.key));
            }
        }
        const Node& first = node.children.front();
        if (keys.empty()) return {};
        if (keys.size() == 1) return word(first, keys.front());
        return positional(first, Xapian::Query::OP_NEAR, keys, node.distance + keys.size() - 1);
    }

    static Xapian::Query date(const Node& node) {
        const Xapian::valueno slot = field(FieldId::date).slot;
        const auto& [first, last] = node.dates;
        if (first && last) {
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

    // A node inside an operator, where nothing is left out for being common.
    Xapian::Query operand(const Node& node) {
        switch (node.kind) {
            case NodeKind::word:
            case NodeKind::phrase:
                out_.ranked = true;
                return phrase(node, words_of(node));
            case NodeKind::exact:
                out_.ranked = true;
                return exact(node, words_of(node));
            case NodeKind::prefix:
                out_.ranked = true;
                return prefix(node);
            case NodeKind::near:
                out_.ranked = true;
                return near(node);
            case NodeKind::filter:
            case NodeKind::date:
                return unweighted(filter_of(node));
            case NodeKind::bag:
                return bag(node, false);
            case NodeKind::conjunction:
                return combine(Xapian::Query::OP_AND, operands(node));
            case NodeKind::disjunction:
                return combine(Xapian::Query::OP_OR, operands(node));
            case NodeKind::difference:
                return difference(node);
        }
        return {};
    }

    Queries operands(const Node& node) {
        Queries queries;
        for (const Node& child : node.children)
            queries.push_back(operand(child));
        return queries;
    }

    Xapian::Query excluded(const Node& node) {
        const bool outer = std::exchange(excluding_, true);
        const bool ranked = out_.ranked;
        Xapian::Query query = is_filter(node) ? filter_of(node) : operand(node);
        excluding_ = outer;
        out_.ranked = ranked;
        return query;
    }

    Xapian::Query difference(const Node& node) {
        Xapian::Query left = operand(node.children.front());
        Queries rest;
        for (std::size_t i = 1; i < node.children.size(); ++i)
            rest.push_back(excluded(node.children[i]));
        const Xapian::Query right = combine(Xapian::Query::OP_OR, rest);
        if (left.empty() || right.empty()) return left;
        return {Xapian::Query::OP_AND_NOT, left, right};
    }

    struct Parts {
        Queries ranked;
        Queries required;
        Queries excluded;
        std::map<FieldId, Queries> filters;  // alternatives of one field
        Queries demanded;                    // filters with a plus: each must hold
    };

    // The plain words of a bag: each key once, without question words where others remain.
    void add_plain_words(const std::vector<const Node*>& leaves, Parts& parts, bool outermost) {
        std::vector<std::pair<const Node*, Word>> plain;
        std::set<std::string> seen;
        bool names = false;
        for (const Node* leaf : leaves) {
            for (Word& each : words_of(*leaf)) {
                names = names || !each.asks;
                if (seen.insert(each.key).second) plain.emplace_back(leaf, std::move(each));
            }
        }
        for (const auto& [leaf, each] : plain) {
            if (each.asks && names) continue;
            out_.ranked = true;
            RankedWord ranked{alternatives_to(each.key), idf(each.key)};
            Queries queries;
            for (const auto& [key, factor] : ranked.keys) {
                const Xapian::Query query = word(*leaf, key);
                queries.push_back(
                    factor == 1 ? query
                                : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, factor));
                add_match(*leaf, MatchKind::key, {key}, factor * idf(key));
            }
            if (!excluding_) ++groups_;
            (all_ ? parts.required : parts.ranked)
                .push_back(combine(Xapian::Query::OP_OR, queries));
            if (outermost) out_.words.push_back(std::move(ranked));
        }
    }

    // The key itself where the index has it in any field, else the keys nearest to it.
    std::vector<RankedWord::Alternative> alternatives_to(const std::string& key) const {
        constexpr std::size_t most = 3;
        constexpr double factor = 0.4;
        std::vector<RankedWord::Alternative> keys;
        if (vocabulary_ != nullptr && !occurs(key)) {
            for (const NearKey& near : vocabulary_->nearest(key, most))
                keys.push_back({near.key, factor * near.likeness});
        }
        if (keys.empty()) keys.push_back({key, 1});
        return keys;
    }

    bool occurs(const std::string& key) const {
        return std::any_of(schema.begin(), schema.end(), [&](const Field& each) {
            return each.kind == FieldKind::text && each.weight > 0 &&
                   database_.term_exists(fmt::format("{}{}", each.prefix, key));
        });
    }

    Parts parts_of(const Node& node, bool outermost) {
        Parts parts;
        std::vector<const Node*> plain;
        for (const Node& child : node.children) {
            if (child.occurrence == Occurrence::excluded) {
                parts.excluded.push_back(excluded(child));
            } else if (is_filter(child) && child.occurrence == Occurrence::required) {
                parts.demanded.push_back(filter_of(child));
            } else if (is_filter(child)) {
                parts.filters[*child.field].push_back(filter_of(child));
            } else if (child.occurrence == Occurrence::required || child.field) {
                parts.required.push_back(operand(child));
            } else if (child.kind == NodeKind::word) {
                plain.push_back(&child);
            } else {
                (all_ ? parts.required : parts.ranked).push_back(operand(child));
            }
        }
        add_plain_words(plain, parts, outermost);
        return parts;
    }

    Xapian::Query bag(const Node& node, bool outermost) {
        Parts parts = parts_of(node, outermost);
        Xapian::Query query = combine(Xapian::Query::OP_AND, parts.required);
        const Xapian::Query ranked = combine(Xapian::Query::OP_OR, parts.ranked);
        if (query.empty()) {
            query = ranked;
        } else if (!ranked.empty()) {
            query = {Xapian::Query::OP_AND_MAYBE, query, ranked};
        }
        Queries filters = parts.demanded;
        for (const auto& [id, alternatives] : parts.filters)
            filters.push_back(combine(Xapian::Query::OP_OR, alternatives));
        const Xapian::Query filter = combine(Xapian::Query::OP_AND, filters);
        const Xapian::Query unwanted = combine(Xapian::Query::OP_OR, parts.excluded);
        if (query.empty() && !(filter.empty() && unwanted.empty())) {
            query = unweighted(Xapian::Query::MatchAll);
        }
        if (!filter.empty()) query = {Xapian::Query::OP_FILTER, query, filter};
        if (!unwanted.empty()) query = {Xapian::Query::OP_AND_NOT, query, unwanted};
        if (query.empty()) {
            if (outermost) out_.notices.emplace_back("the query has no words to look for");
            return {};
        }
        return query;
    }

    const Xapian::Database& database_;
    const Vocabulary* vocabulary_;
    Analyser& analyser_;
    const bool all_;
    const double documents_;
    CompiledQuery out_;
    bool excluding_ = false;
    std::size_t groups_ = 0;
};

}  // namespace

CompiledQuery compile_query(const ParsedQuery& parsed, const Xapian::Database& database,
                            const Vocabulary* vocabulary, Analyser& analyser, bool all) {
    return Compiler(database, vocabulary, analyser, all).compile(parsed);
}

}  // namespace vigyapti
