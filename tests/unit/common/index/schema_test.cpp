#include "common/index/schema.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace vigyapti {

// The index on users' disks depends on these: a change here needs another format_version.
TEST_CASE("prefixes and slots are those of format 4") {
    struct Row {
        FieldId id;
        std::string_view prefix;
        std::uint32_t slot;
        FieldKind kind;
    };
    const std::vector<Row> rows{
        {FieldId::id, "Q", no_slot, FieldKind::boolean},
        {FieldId::title, "S", no_slot, FieldKind::text},
        {FieldId::body, "", no_slot, FieldKind::text},
        {FieldId::caption, "XC", no_slot, FieldKind::text},
        {FieldId::credit, "XR", no_slot, FieldKind::text},
        {FieldId::source, "XS", no_slot, FieldKind::text},
        {FieldId::lang, "L", no_slot, FieldKind::boolean},
        {FieldId::country, "N", no_slot, FieldKind::boolean},
        {FieldId::url, "U", no_slot, FieldKind::boolean},
        {FieldId::date, "", 0, FieldKind::date},
        {FieldId::indexed_at, "", 1, FieldKind::value},
        {FieldId::content_hash, "", 5, FieldKind::value},
        {FieldId::file, "XF", no_slot, FieldKind::boolean},
        {FieldId::facets, "", 2, FieldKind::value},
        {FieldId::signature, "", 3, FieldKind::value},
        {FieldId::version, "XD", no_slot, FieldKind::boolean},
        {FieldId::pair_sketch, "", 4, FieldKind::value},
        {FieldId::pair, "XP", no_slot, FieldKind::boolean},
        {FieldId::whole_source, "A", no_slot, FieldKind::boolean},
    };
    REQUIRE(format_version == "4");
    CHECK(format_key == "vigyapti-format");
    CHECK(schema.size() >= rows.size());
    for (const Row& row : rows) {
        const Field& found = field(row.id);
        CAPTURE(found.name);
        CAPTURE(static_cast<int>(row.id));
        CHECK(found.id == row.id);
        CHECK(found.prefix == row.prefix);
        CHECK(found.slot == row.slot);
        CHECK(static_cast<int>(found.kind) == static_cast<int>(row.kind));
    }
}

TEST_CASE("users reach a field by its name, letter for letter") {
    for (const std::string_view name :
         {"id", "title", "caption", "credit", "source", "lang", "country", "url", "date"}) {
        CAPTURE(name);
        const auto found = find_field(name);
        REQUIRE(found);
        CHECK(field(*found).name == name);
    }
    for (const std::string_view name : {"", "body", "exact", "indexed_at", "content_hash", "Title",
                                        "titl", "titles", " title", "S", "XC"}) {
        CAPTURE(name);
        CHECK_FALSE(find_field(name));
    }
}

TEST_CASE("no prefix can be taken for another one or for a plain word") {
    for (const Field& each : schema) {
        CAPTURE(each.prefix);
        // Plain terms begin with a small letter, a digit, a point or a letter without case.
        for (const char c : each.prefix)
            CHECK((c >= 'A' && c <= 'Z'));
        for (const Field& other : schema) {
            if (each.prefix.empty() || &each == &other) continue;
            CHECK_FALSE(other.prefix.starts_with(each.prefix));
        }
    }
}

TEST_CASE("each field has the means that its kind asks for") {
    for (const Field& each : schema) {
        CAPTURE(static_cast<int>(each.id));
        const bool in_slot = each.kind == FieldKind::date || each.kind == FieldKind::value;
        CHECK((each.prefix.empty() == (in_slot || each.id == FieldId::body)));
        if (in_slot) CHECK(each.slot != no_slot);
        if (each.kind != FieldKind::text) {
            CHECK(each.body_count == 0);
            CHECK(each.weight == 0);
        }
    }
}

TEST_CASE("a title counts twice, captions and credits are found but hardly rank") {
    CHECK(field(FieldId::title).body_count == 2);
    CHECK(field(FieldId::body).body_count == 1);
    CHECK(field(FieldId::caption).body_count == 0);
    CHECK(field(FieldId::credit).body_count == 0);
    CHECK(field(FieldId::body).weight == 1);
    CHECK(field(FieldId::caption).weight > field(FieldId::credit).weight);
    CHECK(field(FieldId::credit).weight > 0);
    CHECK(field(FieldId::caption).weight < field(FieldId::body).weight);
}

}  // namespace vigyapti
