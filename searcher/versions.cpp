#include "searcher/versions.hpp"

#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "common/text/date.hpp"
#include "common/text/signature.hpp"

namespace vigyapti {
namespace {

// Embassies post a release again within days. A weekly bulletin or a monthly figure in the words of
// the last one is another release.
constexpr std::chrono::days longest_apart{6};

// Of those that share a band.
constexpr Xapian::doccount most_compared = 1000;

constexpr const char* undated = "?";

int week_of(std::chrono::sys_days day) {
    return static_cast<int>(std::chrono::floor<std::chrono::weeks>(day).time_since_epoch().count());
}

std::string sorted(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return first_day({static_cast<int>(date.year()), static_cast<int>(unsigned(date.month())),
                      static_cast<int>(unsigned(date.day()))});
}

Xapian::Query further_away(std::chrono::sys_days day) {
    const Xapian::valueno slot = field(FieldId::date).slot;
    const std::chrono::days reach = longest_apart + std::chrono::days(1);
    // A release without a date has an empty value, which would be below any day.
    return {Xapian::Query::OP_OR,
            Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, "00000101", sorted(day - reach)),
            Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, sorted(day + reach))};
}

}  // namespace

Versions::Sketch Versions::sketch_of(Xapian::docid number) const {
    const Xapian::Document document = database_.get_document(number, Xapian::DOC_ASSUME_VALID);
    return {document.get_value(field(FieldId::signature).slot),
            day_from(document.get_value(field(FieldId::date).slot))};
}

bool Versions::same_release(const Sketch& a, const Sketch& b) {
    if (a.day && b.day && std::chrono::abs(*a.day - *b.day) > longest_apart) return false;
    return signature_likeness(a.signature, b.signature) >= version_likeness;
}

// By band and week: the issues of a long series share bands, and are not to be compared with each
// other. Undated releases may be of any week.
std::vector<std::string> Versions::places_to_stand(const Sketch& sketch) {
    std::vector<std::string> places;
    for (const std::string& band : signature_bands(sketch.signature)) {
        places.push_back(band);
        places.push_back(band + (sketch.day ? std::to_string(week_of(*sketch.day)) : undated));
    }
    return places;
}

std::vector<std::string> Versions::places_to_look(const Sketch& sketch) {
    std::vector<std::string> places;
    for (const std::string& band : signature_bands(sketch.signature)) {
        if (!sketch.day) {
            places.push_back(band);
            continue;
        }
        places.push_back(band + undated);
        for (const int near : {-1, 0, 1})
            places.push_back(band + std::to_string(week_of(*sketch.day) + near));
    }
    return places;
}

bool Versions::is_repeat(Xapian::docid document) {
    Sketch sketch = sketch_of(document);
    if (sketch.signature.empty()) return false;
    for (const std::string& place : places_to_look(sketch)) {
        const auto [begin, end] = by_place_.equal_range(place);
        for (auto at = begin; at != end; ++at) {
            if (same_release(sketch, seen_[at->second])) return true;
        }
    }
    for (std::string& place : places_to_stand(sketch))
        by_place_.emplace(std::move(place), seen_.size());
    seen_.push_back(std::move(sketch));
    return false;
}

std::vector<Xapian::docid> Versions::of(Xapian::docid document) const {
    const Sketch sketch = sketch_of(document);
    std::vector<Xapian::docid> versions;
    if (sketch.signature.empty()) return versions;
    std::vector<std::string> terms;
    for (const std::string& band : signature_bands(sketch.signature))
        terms.push_back(boolean_term(field(FieldId::version).prefix, band));
    const Xapian::Query alike(Xapian::Query::OP_OR, terms.begin(), terms.end());
    Xapian::Enquire enquire(database_);
    enquire.set_query(
        sketch.day ? Xapian::Query(Xapian::Query::OP_AND_NOT, alike, further_away(*sketch.day))
                   : alike);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, most_compared);
    for (auto match = found.begin(); match != found.end() && versions.size() < most_versions;
         ++match) {
        if (*match != document && same_release(sketch, sketch_of(*match)))
            versions.push_back(*match);
    }
    return versions;
}

}  // namespace vigyapti
