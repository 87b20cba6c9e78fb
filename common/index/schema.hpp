// The one table of what is in the index: each field's name as users type it, its term prefix, its
// value slot and how it counts. Prefixes follow Xapian's customs where there is one (Q id, S title,
// L language, N country, U URL, else X…). Slots are never reordered. A free one may be taken; raise
// format_version when the meaning of anything changes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace vigyapti {

// Kept in each shard's metadata under format_key; another version is refused with a hint.
inline constexpr std::string_view format_version = "4";
inline constexpr std::string_view format_key = "vigyapti-format";

enum class FieldId : std::uint8_t {
    id,
    title,
    body,
    caption,
    credit,
    source,
    lang,
    country,
    url,
    date,
    indexed_at,
    content_hash,
    file,
    facets,
    signature,
    version,
    pair_sketch,
    pair,
    whole_source,
};

enum class FieldKind : std::uint8_t {
    text,     // words
    boolean,  // one term a value, no weight
    date,     // a value slot, "YYYYMMDD"
    value,    // a value slot that users do not query
};

inline constexpr std::uint32_t no_slot = std::numeric_limits<std::uint32_t>::max();

struct Field {
    FieldId id;
    std::string_view name;    // empty: not for the query language
    std::string_view prefix;  // of its terms
    std::uint32_t slot;
    FieldKind kind;
    bool positions;  // where its words stand is kept, but for function words
    // How often a word of the field counts among the plain, unprefixed terms that rank a release
    // (its within-document frequency there). 0: the words stand under their prefix only.
    unsigned body_count;
    // Weight of a plain query word's match under the field's own prefix, beside the plain terms.
    // 0: plain words are not looked for there.
    double weight;
};

// Title ×2 and no more: ×5 lost on every collection that was measured. Captions and credits are
// found but hardly rank: what a photograph shows is not what a release is about.
inline constexpr std::array schema{
    Field{FieldId::id, "id", "Q", no_slot, FieldKind::boolean, false, 0, 0},
    Field{FieldId::title, "title", "S", no_slot, FieldKind::text, true, 2, 0},
    Field{FieldId::body, "", "", no_slot, FieldKind::text, true, 1, 1},
    Field{FieldId::caption, "caption", "XC", no_slot, FieldKind::text, true, 0, 0.3},
    Field{FieldId::credit, "credit", "XR", no_slot, FieldKind::text, true, 0, 0.1},
    Field{FieldId::source, "source", "XS", no_slot, FieldKind::text, false, 0, 0},
    Field{FieldId::lang, "lang", "L", no_slot, FieldKind::boolean, false, 0, 0},
    Field{FieldId::country, "country", "N", no_slot, FieldKind::boolean, false, 0, 0},
    Field{FieldId::url, "url", "U", no_slot, FieldKind::boolean, false, 0, 0},
    Field{FieldId::date, "date", "", 0, FieldKind::date, false, 0, 0},
    Field{FieldId::indexed_at, "", "", 1, FieldKind::value, false, 0, 0},
    Field{FieldId::content_hash, "", "", 5, FieldKind::value, false, 0, 0},
    // XF and the number of the file that the release was read from; see indexer/state.hpp.
    Field{FieldId::file, "", "XF", no_slot, FieldKind::boolean, false, 0, 0},
    // See facet_value.hpp, and text/signature.hpp for the signature and its bands, the terms of
    // `version`.
    Field{FieldId::facets, "", "", 2, FieldKind::value, false, 0, 0},
    Field{FieldId::signature, "", "", 3, FieldKind::value, false, 0, 0},
    Field{FieldId::version, "", "XD", no_slot, FieldKind::boolean, false, 0, 0},
    // See lexicon/pair_sketch.hpp, also for the terms of `pair`.
    Field{FieldId::pair_sketch, "", "", 4, FieldKind::value, false, 0, 0},
    Field{FieldId::pair, "", "XP", no_slot, FieldKind::boolean, false, 0, 0},
    // What a facet counts as one value; a query looks for the words of `source`.
    Field{FieldId::whole_source, "", "A", no_slot, FieldKind::boolean, false, 0, 0},
};

namespace schema_check {

constexpr bool unique() {
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (schema[i].id != static_cast<FieldId>(i)) return false;
        for (std::size_t j = 0; j < i; ++j) {
            const bool same_prefix =
                !schema[i].prefix.empty() && schema[i].prefix == schema[j].prefix;
            const bool same_slot = schema[i].slot != no_slot && schema[i].slot == schema[j].slot;
            const bool same_name = !schema[i].name.empty() && schema[i].name == schema[j].name;
            if (same_prefix || same_slot || same_name) return false;
        }
    }
    return true;
}
static_assert(unique(), "a field's place, prefix, slot or name clashes with another's");

}  // namespace schema_check

constexpr const Field& field(FieldId id) {
    return schema[static_cast<std::size_t>(id)];
}

// The field that users call `name`; nothing when there is none.
constexpr std::optional<FieldId> find_field(std::string_view name) {
    for (const Field& each : schema) {
        if (!each.name.empty() && each.name == name) return each.id;
    }
    return std::nullopt;
}

}  // namespace vigyapti
