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

bool Versions::is_repeat(Xapian::docid document) {
    Sketch sketch = sketch_of(document);
    if (sketch.signature.empty()) return false;
    const auto bands = signature_bands(sketch.signature);
    for (const std::string& band : bands) {
        const auto [begin, end] = by_band_.equal_range(band);
        for (auto at = begin; at != end; ++at) {
            if (same_release(sketch, seen_[at->second])) return true;
        }
    }
    for (const std::string& band : bands)
        by_band_.emplace(band, seen_.size());
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
    Xapian::Enquire enquire(database_);
    enquire.set_query({Xapian::Query::OP_OR, terms.begin(), terms.end()});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet alike = enquire.get_mset(0, most_versions + 1);
    for (auto match = alike.begin(); match != alike.end(); ++match) {
        if (*match != document && same_release(sketch, sketch_of(*match)))
            versions.push_back(*match);
    }
    return versions;
}

}  // namespace vigyapti
