#include "searcher/pair_fold.hpp"

#include <algorithm>
#include <string>

#include "common/index/schema.hpp"

namespace vigyapti {

namespace {

// A romanised question has no word of the language that its letters are of: all are led to others.
bool is_understood(const CompiledQuery& query) {
    const auto is_sure = [](const RankedWord& word) {
        return std::any_of(word.keys.begin(), word.keys.end(),
                           [](const RankedWord::Alternative& each) { return each.factor >= 1; });
    };
    return query.words.empty() || std::any_of(query.words.begin(), query.words.end(), is_sure);
}

}  // namespace

PairFold::PairFold(const Xapian::Database& database, std::span<const CompiledQuery> queries,
                   std::span<const RankedDocument> ranked, bool by_rank, Pairs& pairs)
    : database_(database), queries_(queries), ranked_(ranked), by_rank_(by_rank), pairs_(pairs) {
    if (!queries.empty() && queries.front().limited_to && is_understood(queries.front()))
        own_is_hindi_ = *queries.front().limited_to == Target::hindi;
}

Xapian::docid PairFold::in_place_of(Xapian::docid document) {
    if (shown_.contains(document)) return 0;
    const std::optional<bool> hindi = pairs_.is_hindi(document);
    if (!hindi || hindi == own_is_hindi_) return document;
    const std::vector<Counterpart> counterparts = pairs_.of(document);
    const auto is_shown = [this](const Counterpart& each) {
        return shown_.contains(each.document);
    };
    if (std::any_of(counterparts.begin(), counterparts.end(), is_shown)) return 0;
    if (!own_is_hindi_) return document;
    const auto found =
        std::find_if(counterparts.begin(), counterparts.end(),
                     [this](const Counterpart& each) { return finds(each.document); });
    if (found == counterparts.end()) return document;
    return by_rank_ ? found->document : 0;
}

// Whether the question finds a release in its own language. What does not stand among the best is
// asked for by its id.
bool PairFold::finds(Xapian::docid document) const {
    const bool among_best =
        std::any_of(ranked_.begin(), ranked_.end(),
                    [=](const RankedDocument& each) { return each.number == document; });
    if (among_best) return true;
    const std::string prefix(field(FieldId::id).prefix);
    auto term = database_.termlist_begin(document);
    term.skip_to(prefix);
    if (term == database_.termlist_end(document)) return false;
    Xapian::Enquire enquire(database_);
    enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(*term), queries_.front().query});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
}

}  // namespace vigyapti
