#include "searcher/query/text_check.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "searcher/matcher.hpp"

namespace vigyapti {
namespace {

bool holds(const Release& release, const std::vector<Match>& match, Analyser& analyser) {
    const auto found_in = [&](MatchField field, std::string_view text) {
        const Matcher matcher(match, field);
        return !matcher.empty() && !matcher.find(text, analyser).empty();
    };
    return found_in(in_title, release.title) || found_in(in_source, release.source) ||
           std::any_of(release.blocks.begin(), release.blocks.end(), [&](const Block& block) {
               return found_in(match_field(block.kind), block.text);
           });
}

Xapian::Query any_of(const std::vector<std::string>& ids) {
    return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
}

}  // namespace

Xapian::Query find_nothing() {
    // No release has an empty id.
    return Xapian::Query(id_term(""));
}

CheckedQuery check_text(const Xapian::Database& database, Analyser& analyser,
                        const Xapian::Query& candidates, const Match& match) {
    Xapian::Enquire enquire(database);
    enquire.set_query(candidates);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const Xapian::MSet found = enquire.get_mset(0, most_checked + 1);
    std::vector<std::string> holding;
    std::vector<std::string> lacking;
    for (Xapian::doccount i = 0; i < std::min(found.size(), most_checked); ++i) {
        const Release release = decode_release(found[i].get_document().get_data());
        (holds(release, {match}, analyser) ? holding : lacking).push_back(id_term(release.id));
    }
    const bool whole = found.size() <= most_checked;
    if (lacking.empty()) return {candidates, whole};
    if (whole && holding.empty()) return {find_nothing(), true};
    // The shorter list makes the quicker query.
    if (whole && holding.size() <= lacking.size()) {
        return {{Xapian::Query::OP_FILTER, candidates, any_of(holding)}, true};
    }
    return {{Xapian::Query::OP_AND_NOT, candidates, any_of(lacking)}, whole};
}

}  // namespace vigyapti
