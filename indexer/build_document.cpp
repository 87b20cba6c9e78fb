#include "indexer/build_document.hpp"

#include <algorithm>
#include <optional>

#include "common/index/compress.hpp"
#include "common/index/database.hpp"
#include "common/index/facet_value.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/function_words.hpp"
#include "common/text/date.hpp"
#include "common/text/signature.hpp"

namespace vigyapti {
namespace {

// Between two blocks positions jump by this much, so that no phrase reaches across.
constexpr Xapian::termpos block_gap = 100;

// What a release says by itself: by these fields near duplicates are known.
bool is_signed(FieldId id) {
    return id == FieldId::title || id == FieldId::body;
}

// Posts the words of texts to one document. Positions run on through the whole release.
class Poster {
  public:
    // `sketcher`: gets the words of title and body, or is nullptr.
    Poster(Xapian::Document& document, Analyser& analyser, PairSketcher* sketcher)
        : document_(document), analyser_(analyser), sketcher_(sketcher) {}

    std::string take_signature() { return signature_.take(); }

    void post(FieldId id, std::string_view text) {
        const Field& in = field(id);
        const bool signed_by = is_signed(id);
        const bool sketched = sketcher_ != nullptr && signed_by;
        analyser_.for_each_word(text, [&](const Token& token, const Term& term) {
            ++position_;
            if (signed_by) signature_.add(term.key);
            if (sketched) sketcher_->add_word(token.text(text), term, id == FieldId::title);
            const bool placed = in.positions && !is_function_word(term.key);
            if (in.body_count > 0) add(term.key, placed, in.body_count);
            if (!in.prefix.empty()) add(prefixed(in.prefix, term.key), placed, 1);
        });
        position_ += block_gap;
    }

  private:
    void add(std::string_view term, bool placed, unsigned count) {
        if (placed) {
            document_.add_posting(std::string(term), position_, count);
        } else {
            document_.add_term(std::string(term), count);
        }
    }

    const std::string& prefixed(std::string_view prefix, std::string_view term) {
        buffer_.assign(prefix);
        buffer_ += term;
        return buffer_;
    }

    Xapian::Document& document_;
    Analyser& analyser_;
    PairSketcher* sketcher_;
    SignatureBuilder signature_;
    Xapian::termpos position_ = 0;
    std::string buffer_;
};

FieldId field_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return FieldId::caption;
        case BlockKind::credit:
            return FieldId::credit;
        case BlockKind::body:
            break;
    }
    return FieldId::body;
}

void add_boolean(Xapian::Document& document, FieldId id, std::string_view value) {
    if (!value.empty()) document.add_boolean_term(boolean_term(field(id).prefix, value));
}

void add_value(Xapian::Document& document, FieldId id, const std::string& value) {
    if (!value.empty()) document.add_value(field(id).slot, value);
}

void add_signature(Xapian::Document& document, const std::string& signature) {
    if (signature.empty()) return;
    add_value(document, FieldId::signature, signature);
    for (const std::string& band : signature_bands(signature))
        add_boolean(document, FieldId::version, band);
}

// What is not dated to the day has a counterpart only by its address.
void add_pair_sketch(Xapian::Document& document, const Release& release,
                     const std::optional<Date>& date, PairSketcher& sketcher) {
    const bool hindi = release.lang == "hi";
    for (const std::string& country : release.countries)
        sketcher.add_country(country);
    PairSketch sketch = sketcher.take(hindi);
    if (!hindi && release.lang != "en") return;
    if (date && date->day > 0) {
        sketch.day = day_from(first_day(*date));
    } else {
        sketch.features.clear();
    }
    for (const std::string& address : {release.id, release.url}) {
        if (const std::uint32_t neutral = neutral_address(address, hindi))
            sketch.addresses.push_back(neutral);
    }
    if (sketch.features.empty() && sketch.addresses.empty()) return;
    add_value(document, FieldId::pair_sketch, encode_pair_sketch(sketch));
    for (const std::string& term : pair_terms(sketch))
        add_boolean(document, FieldId::pair, term);
}

}  // namespace

BuiltDocument build_document(const Release& release, Analyser& analyser, double indexed_at,
                             PairSketcher* sketcher) {
    BuiltDocument built;
    Xapian::Document& document = built.document;
    const std::string stored = encode_release(release);
    built.id = release.id;
    built.hash = content_hash(stored);
    built.bytes = stored.size();

    Poster poster(document, analyser, sketcher);
    poster.post(FieldId::title, release.title);
    for (const Block& block : release.blocks)
        poster.post(field_of(block.kind), block.text);
    poster.post(FieldId::source, release.source);

    add_boolean(document, FieldId::id, release.id);
    add_boolean(document, FieldId::lang, release.lang);
    add_boolean(document, FieldId::url, release.url);
    add_boolean(document, FieldId::whole_source, release.source);
    for (const std::string& country : release.countries)
        add_boolean(document, FieldId::country, country);

    const auto date = parse_date(release.date);
    if (date) add_value(document, FieldId::date, first_day(*date));
    if (sketcher != nullptr) add_pair_sketch(document, release, date, *sketcher);
    add_value(document, FieldId::facets, encode_facets(release));
    add_signature(document, poster.take_signature());
    add_value(document, FieldId::content_hash, built.hash);
    add_value(document, FieldId::indexed_at, Xapian::sortable_serialise(indexed_at));
    document.set_data(compress_release(stored));
    return built;
}

}  // namespace vigyapti
