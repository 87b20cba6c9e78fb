#include "searcher/pairs.hpp"

#include <algorithm>
#include <cmath>

#include "common/index/database.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

// A translation is out within two days.
constexpr int longest_apart = 2;

// Of the days around a release.
constexpr Xapian::doccount most_compared = 10'000;

// These were found on the stories of a broadcaster; see tests/relevance/README.md. From this
// likeness on two releases are about the same story.
constexpr double least_pair_likeness = 0.34;

// What is on another day is more often the next report than a late translation.
constexpr double each_day_apart = 0.9;

// A release has one counterpart, or a few versions of it, which are almost equally like it.
constexpr double nearly_best = 0.9;

// Under one address stands one release, unless the address says little; and where both languages
// count their releases for themselves, a number means another one.
constexpr std::size_t most_at_address = 3;
constexpr std::chrono::days longest_apart_at_address{30};

// Of two texts that are long enough to tell, what has less in common is not one release. Of 48 true
// pairs none was less like than .38.
constexpr double least_at_address = 0.1;
constexpr std::size_t enough_features = 8;

bool likest_first(const Counterpart& a, const Counterpart& b) {
    return a.likeness > b.likeness || (a.likeness == b.likeness && a.document < b.document);
}

bool holds(const std::vector<Counterpart>& counterparts, Xapian::docid document) {
    return std::any_of(counterparts.begin(), counterparts.end(),
                       [=](const Counterpart& each) { return each.document == document; });
}

}  // namespace

std::string Pairs::value_of(Xapian::docid document) const {
    return database_.get_document(document, Xapian::DOC_ASSUME_VALID)
        .get_value(field(FieldId::pair_sketch).slot);
}

std::optional<bool> Pairs::is_hindi(Xapian::docid document) const {
    const std::string value = value_of(document);
    if (value.empty()) return std::nullopt;
    return decode_pair_sketch(value).hindi;
}

// Sorted by the sketch, which comes with each match then: no document is opened, and shards on
// other machines are asked once.
std::vector<Pairs::Entry> Pairs::find(const std::vector<std::string>& terms) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query({Xapian::Query::OP_OR, terms.begin(), terms.end()});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(field(FieldId::pair_sketch).slot, false);
    const Xapian::MSet found = enquire.get_mset(0, most_compared);
    std::vector<Entry> entries;
    entries.reserve(found.size());
    for (auto match = found.begin(); match != found.end(); ++match)
        entries.push_back({*match, match.get_sort_key()});
    return entries;
}

// The days around `middle` that are not known yet.
void Pairs::read_days(bool hindi, std::chrono::sys_days middle) {
    std::vector<std::string> terms;
    for (int away = -longest_apart; away <= longest_apart; ++away) {
        const std::chrono::sys_days day = middle + std::chrono::days(away);
        if (!days_.try_emplace({hindi, day}).second) continue;
        terms.push_back(boolean_term(field(FieldId::pair).prefix, pair_day_term(hindi, day)));
    }
    if (terms.empty()) return;
    for (Entry& entry : find(terms)) {
        if (const auto day = pair_day(entry.sketch))
            days_[{hindi, *day}].push_back(std::move(entry));
    }
}

std::vector<Counterpart> Pairs::at_address(const PairSketch& sketch) const {
    std::vector<std::string> terms;
    for (const std::string& term : pair_address_terms(sketch, !sketch.hindi))
        terms.push_back(boolean_term(field(FieldId::pair).prefix, term));
    if (terms.empty()) return {};
    const PairComparer comparer(sketch);
    const auto may_be_one = [&](const std::string& value) {
        const PairSketch other = decode_pair_sketch(value);
        if (sketch.day && other.day &&
            std::chrono::abs(*sketch.day - *other.day) > longest_apart_at_address) {
            return false;
        }
        return std::min(sketch.features.size(), other.features.size()) < enough_features ||
               comparer.likeness(value) >= least_at_address;
    };
    std::vector<Counterpart> found;
    for (const Entry& other : find(terms)) {
        if (may_be_one(other.sketch)) found.push_back({other.document, 1});
    }
    if (found.size() > most_at_address) found.clear();
    std::sort(found.begin(), found.end(), likest_first);
    return found;
}

// Almost as like as the likest.
std::vector<Counterpart> Pairs::alike(const PairSketch& sketch) {
    std::vector<Counterpart> found;
    if (!sketch.day || sketch.features.empty()) return found;
    read_days(!sketch.hindi, *sketch.day);
    const PairComparer comparer(sketch);
    for (int away = -longest_apart; away <= longest_apart; ++away) {
        const double factor = std::pow(each_day_apart, std::abs(away));
        for (const Entry& other : days_[{!sketch.hindi, *sketch.day + std::chrono::days(away)}]) {
            const double like = factor * comparer.likeness(other.sketch);
            if (like >= least_pair_likeness) found.push_back({other.document, like});
        }
    }
    std::sort(found.begin(), found.end(), likest_first);
    const auto end = std::find_if(found.begin(), found.end(), [&](const Counterpart& each) {
        return each.likeness < nearly_best * found.front().likeness;
    });
    found.erase(end, found.end());
    return found;
}

const std::vector<Counterpart>& Pairs::candidates(Xapian::docid document) {
    const auto known = candidates_.find(document);
    if (known != candidates_.end()) return known->second;
    const PairSketch sketch = decode_pair_sketch(value_of(document));
    std::vector<Counterpart> found = at_address(sketch);
    if (found.empty()) found = alike(sketch);
    return candidates_.emplace(document, std::move(found)).first->second;
}

std::vector<Counterpart> Pairs::of(Xapian::docid document) {
    std::vector<Counterpart> counterparts;
    for (const Counterpart& each : candidates(document)) {
        if (holds(candidates(each.document), document)) counterparts.push_back(each);
    }
    return counterparts;
}

}  // namespace vigyapti
