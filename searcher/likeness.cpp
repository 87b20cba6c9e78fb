#include "searcher/likeness.hpp"

#include "common/index/database.hpp"
#include "common/lexicon/function_words.hpp"
#include "common/lexicon/lexicon.hpp"
#include "searcher/find_document.hpp"
#include "searcher/query/leaves.hpp"

namespace vigyapti {
namespace {

// More words only cost time: the weights fall off fast.
constexpr Xapian::termcount most_words = 30;

// Keys of the text have no prefix: they begin with a small letter, a digit, or the Hindi marker.
class TellingWords : public Xapian::ExpandDecider {
  public:
    bool operator()(const std::string& term) const override {
        const bool has_prefix = term.empty() || (term.front() >= 'A' && term.front() <= 'Z');
        return !has_prefix && !is_function_word(term);
    }
};

}  // namespace

Likeness like_release(const Xapian::Database& database, const std::string& id,
                      CompiledQuery filter) {
    Likeness likeness;
    likeness.original = find_document(database, id);
    Xapian::RSet alike;
    alike.add_document(likeness.original);
    const TellingWords telling;
    const Xapian::ESet words = Xapian::Enquire(database).get_eset(most_words, alike, &telling);
    CompiledQuery& compiled = likeness.compiled;
    compiled.notices = std::move(filter.notices);
    compiled.matches = std::move(filter.matches);
    compiled.ranked = true;
    std::size_t group = compiled.matches.size();
    Queries queries;
    for (auto word = words.begin(); word != words.end(); ++word) {
        queries.emplace_back(*word);
        compiled.matches.push_back({MatchKind::key,
                                    {*word},
                                    in_any_text,
                                    word.get_weight(),
                                    group++,
                                    initials_of_key(*word)});
    }
    compiled.query = combine(Xapian::Query::OP_OR, queries);
    if (!filter.query.empty()) {
        compiled.query = {Xapian::Query::OP_FILTER, compiled.query, filter.query};
    }
    compiled.query = {Xapian::Query::OP_AND_NOT, compiled.query, Xapian::Query(id_term(id))};
    return likeness;
}

}  // namespace vigyapti
