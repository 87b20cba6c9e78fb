#include "searcher/query/compile.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "common/lexicon/function_words.hpp"
#include "searcher/query/leaves.hpp"
#include "searcher/query/text_check.hpp"

namespace vigyapti {
namespace {

// A filter, or filters joined by operators, which filter too: (lang:hi OR country:RU).
bool filters_only(const Node& node) {
    if (node.children.empty()) return is_filter(node);
    return std::all_of(node.children.begin(), node.children.end(), filters_only);
}

class Compiler {
  public:
    explicit Compiler(const QueryContext& context) : leaves_(context, out_), all_(context.all) {}

    CompiledQuery compile(const ParsedQuery& parsed) {
        out_.notices = parsed.notices;
        out_.query = bag(parsed.root, true);
        drop_faint_matches();
        return std::move(out_);
    }

  private:
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

    // A node inside an operator, where nothing is left out for being common.
    Xapian::Query operand(const Node& node) {
        switch (node.kind) {
            case NodeKind::word:
            case NodeKind::phrase:
            case NodeKind::exact:
            case NodeKind::prefix:
            case NodeKind::near:
                out_.ranked = true;
                return leaves_.compile(node);
            case NodeKind::filter:
            case NodeKind::date:
                return unweighted(leaves_.compile(node));
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
        const bool outer = leaves_.set_excluding(true);
        const bool ranked = out_.ranked;
        Xapian::Query query = is_filter(node) ? leaves_.compile(node) : operand(node);
        leaves_.set_excluding(outer);
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
        Queries faint;  // function words: they weigh, but find nothing beside words that tell more
        Queries required;
        Queries excluded;
        std::map<FieldId, Queries> filters;  // alternatives of one field
        Queries demanded;                    // filters with a plus: each must hold
    };

    Queries& list_for(Parts& parts, const std::string& key) const {
        if (all_) return parts.required;
        return is_function_word(key) ? parts.faint : parts.ranked;
    }

    // The plain words of a bag: each key once, without question words where others remain.
    void add_plain_words(const std::vector<const Node*>& leaves, Parts& parts, bool outermost) {
        std::vector<Word> words;
        std::vector<const Node*> leaf_of;
        for (const Node* leaf : leaves) {
            for (Word& each : leaves_.words_of(*leaf)) {
                words.push_back(std::move(each));
                leaf_of.push_back(leaf);
            }
        }
        const bool asks_only = std::all_of(words.begin(), words.end(), asks);
        std::set<std::string> seen;
        bool known = words.empty();
        for (std::size_t i = 0; i < words.size();) {
            const std::span<const Word> foreign = leaves_.foreign_run(words, i);
            if (!foreign.empty()) {
                i += add_foreign(*leaf_of[i], foreign, parts, outermost, seen, known);
                continue;
            }
            known = true;
            const Word& word = words[i];
            const Node& leaf = *leaf_of[i++];
            if (asks(word) && !asks_only) continue;
            if (!seen.insert(word.key).second) continue;
            RankedWord ranked;
            const Xapian::Query query = leaves_.plain_word(leaf, word, ranked);
            add_word(query, std::move(ranked), list_for(parts, word.key), outermost);
        }
        add_quoted_pairs(words, leaf_of, parts);
        add_numbers(words, leaf_of, parts);
        // Filters alone would find what the words do not ask for.
        if (!known) parts.ranked.push_back(find_nothing());
    }

    static bool asks(const Word& word) { return word.asks; }

    void add_word(const Xapian::Query& query, RankedWord ranked, Queries& list, bool outermost) {
        out_.ranked = true;
        list.push_back(query);
        if (outermost) out_.words.push_back(std::move(ranked));
    }

    // The first of foreign words; how many were taken. `known` is set where they are called
    // something.
    std::size_t add_foreign(const Node& leaf, std::span<const Word> words, Parts& parts,
                            bool outermost, std::set<std::string>& seen, bool& known) {
        const Crossed crossed = leaves_.cross(leaf, words);
        std::string name;
        for (std::size_t i = 0; i < crossed.count; ++i)
            name += words[i].key + " ";
        if (!seen.insert(name).second) return crossed.count;
        if (!crossed.renderings.empty()) {
            known = true;
            RankedWord ranked;
            const Xapian::Query query = leaves_.foreign_word(leaf, crossed.renderings, ranked);
            add_word(query, std::move(ranked), all_ ? parts.required : parts.ranked, outermost);
        } else if (!adds_little(words.front())) {
            if (all_) parts.required.push_back(find_nothing());
            if (outermost) out_.words.push_back(leaves_.unknown_word(words.front()));
        }
        return crossed.count;
    }

    // Where the texts quote the other language its words stand next to each other; they weigh more
    // then, but find nothing more.
    void add_quoted_pairs(const std::vector<Word>& words, const std::vector<const Node*>& leaf_of,
                          Parts& parts) {
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (leaves_.foreign_run(words, i).size() < 2) continue;
            parts.faint.push_back(leaves_.quoted_pair(*leaf_of[i], words[i], words[i + 1]));
        }
    }

    // Beside the words of a number, which are looked for as any others.
    void add_numbers(const std::vector<Word>& words, const std::vector<const Node*>& leaf_of,
                     Parts& parts) {
        for (std::size_t i = 0; i < words.size();) {
            const Crossed number =
                leaves_.number(*leaf_of[i], std::span<const Word>(words).subspan(i));
            if (!number.renderings.empty()) {
                const Xapian::Query query = leaves_.any_phrase(*leaf_of[i], number.renderings);
                (all_ ? parts.faint : parts.ranked).push_back(query);
            }
            i += std::max<std::size_t>(number.count, 1);
        }
    }

    Parts parts_of(const Node& node, bool outermost) {
        Parts parts;
        std::vector<const Node*> plain;
        for (const Node& child : node.children) {
            if (child.occurrence == Occurrence::excluded) {
                parts.excluded.push_back(excluded(child));
            } else if (is_filter(child) && child.occurrence == Occurrence::required) {
                parts.demanded.push_back(leaves_.compile(child));
            } else if (is_filter(child)) {
                parts.filters[*child.field].push_back(leaves_.compile(child));
            } else if (filters_only(child)) {
                parts.demanded.push_back(operand(child));
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

    static Xapian::Query and_maybe(const Xapian::Query& query, const Xapian::Query& more) {
        if (query.empty() || more.empty()) return query.empty() ? more : query;
        return {Xapian::Query::OP_AND_MAYBE, query, more};
    }

    Xapian::Query bag(const Node& node, bool outermost) {
        Parts parts = parts_of(node, outermost);
        Xapian::Query query = combine(Xapian::Query::OP_AND, parts.required);
        for (const Queries* more : {&parts.ranked, &parts.faint})
            query = and_maybe(query, combine(Xapian::Query::OP_OR, *more));
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

    CompiledQuery out_;
    LeafCompiler leaves_;
    const bool all_;
};

}  // namespace

CompiledQuery compile_query(const ParsedQuery& parsed, const QueryContext& context) {
    return Compiler(context).compile(parsed);
}

}  // namespace vigyapti
