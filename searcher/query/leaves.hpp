// The leaves of a query as Xapian queries: words, phrases, forms, beginnings, words near each other
// and filters. What they look for is noted for ranking and snippets on the way.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/compile.hpp"
#include "searcher/query/crossing.hpp"
#include "searcher/query/word.hpp"

namespace vigyapti {

using Queries = std::vector<Xapian::Query>;

// Joins queries by an operator. Parts without words are empty queries and are left out; of none an
// empty one is made.
Xapian::Query combine(Xapian::Query::op op, Queries queries);

// The query with all its weights 0: it filters.
Xapian::Query unweighted(const Xapian::Query& query);

// Whether a node is a filter or a date.
bool is_filter(const Node& node);

class LeafCompiler {
  public:
    // All arguments must outlive the object; matches and notices go to `out`.
    LeafCompiler(const QueryContext& context, CompiledQuery& out);

    std::vector<Word> words_of(const Node& leaf);

    // The words from `first` on that are of another language than the texts that are asked for.
    std::span<const Word> foreign_run(std::span<const Word> words, std::size_t first) const;

    // What the first of foreign words may be called in the texts; the word itself is among it where
    // a field of the leaf has it.
    Crossed cross(const Node& leaf, std::span<const Word> words) const;

    // Any of what a foreign word is called. `ranked` is set for the ranking.
    Xapian::Query foreign_word(const Node& leaf, const std::vector<Rendering>& renderings,
                               RankedWord& ranked);

    // Two successive foreign words as texts quote them in their own script, next to each other:
    // "muft bijli" tells more than free power does. Empty where that says nothing new.
    Xapian::Query quoted_pair(const Node& leaf, const Word& first, const Word& second);

    // The number that the words begin with, in the other ways that the texts write it and its own;
    // no renderings where there is no other way. `count` is 0 where there is no number.
    Crossed number(const Node& leaf, std::span<const Word> words) const;

    // Any of the ways, its words next to each other.
    Xapian::Query any_phrase(const Node& leaf, const std::vector<Rendering>& ways);

    // A foreign word that nothing is known of: it weighs, but finds nothing.
    RankedWord unknown_word(const Word& word) const;

    // A plain word, under its own key or those nearest to it. `ranked` is set for the ranking.
    Xapian::Query plain_word(const Node& leaf, const Word& word, RankedWord& ranked);

    // Any other leaf. Empty when it has no words.
    Xapian::Query compile(const Node& leaf);

    // While set, what is compiled is excluded and nothing of it will be lit. Returns the state
    // before.
    bool set_excluding(bool excluding);

  private:
    // Keys of words that begin in some way: of such words only, or of others too.
    struct Expansion {
        std::vector<std::string> certain;
        std::vector<std::string> uncertain;
    };

    bool is_foreign(const Word& word) const;
    double idf(double frequency) const;
    double idf(const std::string& term) const;
    double frequency(const Rendering& rendering) const;
    Match make_match(const Node& leaf, MatchKind kind, std::vector<std::string> terms,
                     double weight) const;
    void add_match(Match match);
    void end_group();
    Xapian::Query word(const Node& leaf, const std::string& key);
    Xapian::Query positional(const Node& leaf, Xapian::Query::op op,
                             const std::vector<std::string>& keys, std::size_t window);
    Xapian::Query phrase(const Node& leaf, const std::vector<Word>& words);
    Xapian::Query positional_in(const Node& leaf, std::string_view prefix, Xapian::Query::op op,
                                const std::vector<std::string>& keys, std::size_t window);
    bool all_exist(std::string_view prefix, const std::vector<std::string>& keys) const;
    Xapian::Query any_way(
        const Node& leaf, const std::vector<Rendering>& ways,
        const std::function<Xapian::Query(std::string_view prefix,
                                          const std::vector<std::string>& keys)>& make) const;
    void drop_doubtful(std::vector<Rendering>& renderings) const;
    // Ways to say a phrase in the other language, other than as it is written.
    std::vector<Rendering> foreign_phrases(const Node& leaf, const std::vector<Word>& words) const;
    // The phrase as texts quote it in their own script.
    std::vector<Rendering> spoken_phrases(std::span<const Word> words) const;
    Xapian::Query ways_to_say(const Node& leaf, const std::vector<Rendering>& ways,
                              Xapian::Query::op op, std::size_t room);
    Xapian::Query or_foreign(const Node& leaf, const Xapian::Query& own, Xapian::Query::op op,
                             const std::vector<Word>& words, std::size_t room);
    Xapian::Query exact(const Node& leaf, const std::vector<Word>& words);
    Xapian::Query prefix(const Node& leaf);
    Xapian::Query near(const Node& node);
    // Whether the index knows where the word stands.
    static bool has_positions(const Node& leaf, const std::string& key);
    // No other form of the word is in the index.
    bool is_only_form(const Word& word) const;
    // Of what `query` finds, what holds the match.
    Xapian::Query checked(const Node& leaf, const Xapian::Query& query, const Match& match);
    Expansion expand(const Node& leaf, const std::string& beginning);
    std::vector<RankedWord::Alternative> alternatives_to(const Node& leaf,
                                                         const std::string& key) const;
    bool occurs(const Node& leaf, const std::string& key) const;

    const Xapian::Database& database_;
    const Vocabulary* vocabulary_;
    Analyser& analyser_;
    const Crossing* crossing_;
    const Target target_;
    CompiledQuery& out_;
    const double documents_;
    bool excluding_ = false;
    std::size_t groups_ = 0;
};

}  // namespace vigyapti
