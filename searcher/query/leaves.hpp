// The leaves of a query as Xapian queries: words, phrases, forms, beginnings, words near each other
// and filters. What they look for is noted for ranking and snippets on the way.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/compile.hpp"

namespace vigyapti {

using Queries = std::vector<Xapian::Query>;

// Joins queries by an operator. Parts without words are empty queries and are left out; of none an
// empty one is made.
Xapian::Query combine(Xapian::Query::op op, Queries queries);

// The query with all its weights 0: it filters.
Xapian::Query unweighted(const Xapian::Query& query);

// Whether a node is a filter or a date.
bool is_filter(const Node& node);

// The terms of a word of a leaf; the strings are copies, since the analyser's views do not last.
struct Word {
    std::string key;
    std::string exact;
    bool asks = false;  // a question word
};

class LeafCompiler {
  public:
    // All arguments must outlive the object; matches and notices go to `out`.
    LeafCompiler(const Xapian::Database& database, const Vocabulary* vocabulary, Analyser& analyser,
                 CompiledQuery& out);

    std::vector<Word> words_of(const Node& leaf);

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

    double idf(const std::string& term) const;
    Match make_match(const Node& leaf, MatchKind kind, std::vector<std::string> terms,
                     double weight) const;
    void add_match(Match match);
    void end_group();
    Xapian::Query word(const Node& leaf, const std::string& key);
    Xapian::Query positional(const Node& leaf, Xapian::Query::op op,
                             const std::vector<std::string>& keys, std::size_t window);
    Xapian::Query phrase(const Node& leaf, const std::vector<Word>& words);
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
    CompiledQuery& out_;
    const double documents_;
    bool excluding_ = false;
    std::size_t groups_ = 0;
};

}  // namespace vigyapti
