#include "indexer/date_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

std::string chosen(const std::vector<std::pair<Origin, std::string>>& dates) {
    std::vector<FoundValue> fields;
    for (const auto& [origin, value] : dates)
        fields.push_back({ReleaseField::date, origin, value});
    const FoundValue* found = choose_date(fields);
    return found == nullptr ? "" : found->value;
}

}  // namespace

TEST_CASE("the best origin's date is chosen, and what is none is passed over") {
    using enum Origin;
    CHECK(chosen({}).empty());
    CHECK(chosen({{meta, "soon"}}).empty());
    CHECK(chosen({{file_name, "2023-10-01"}, {address, "2023-10-02"}}) == "2023-10-02");
    CHECK(chosen({{address, "2023-10-02"}, {text, "2023-10-03"}}) == "2023-10-03");
    CHECK(chosen({{markup, "soon"}, {address, "2023-10-02"}}) == "2023-10-02");
}

TEST_CASE("a time stamp that may be of another day yields to the day that the page shows") {
    using enum Origin;
    struct Row {
        std::string_view stamp;
        Origin origin;
        std::string_view shown;
        bool shown_wins;
    };
    for (const Row& row : {
             Row{"2023-10-17T20:30:00Z", markup, "18 October 2023", true},
             {"2023-10-18T02:00:00+00:00", markup, "October 17, 2023", true},
             {"2023-10-18T02:00:00", markup, "2023-10-17", true},
             {"2023-10-17T20:30:00Z", address, "2023-10-18", true},
             {"2023-12-31T20:30:00Z", markup, "2024-01-01", true},
             // Two days apart is another date; a day, and a time with its zone, are sure.
             {"2023-10-17T20:30:00Z", markup, "2023-10-19", false},
             {"2023-10-17", markup, "2023-10-18", false},
             {"2023-10-17T20:30:00+05:30", markup, "2023-10-18", false},
             {"2023-10-17T20:30:00Z", text, "2023-10-18", false},
             {"2023-10-17T20:30:00Z", markup, "2023-10-18T01:00:00Z", false},
         }) {
        CAPTURE(row.stamp);
        CAPTURE(row.shown);
        for (const Origin origin : {json_ld, meta}) {
            const std::string found =
                chosen({{row.origin, std::string(row.shown)}, {origin, std::string(row.stamp)}});
            CHECK(found == (row.shown_wins ? row.shown : row.stamp));
        }
    }
    // Two of three that are a day apart decide.
    CHECK(chosen({{meta, "2023-10-18"},
                  {markup, "2023-10-17T20:08:00-04:00"},
                  {address, "2023-10-17"}}) == "2023-10-17T20:08:00-04:00");
    CHECK(
        chosen({{meta, "2023-10-17T14:52:39"}, {markup, "2023-10-18"}, {address, "2023-10-17"}}) ==
        "2023-10-17T14:52:39");
    CHECK(chosen({{meta, "2023-10-20"}, {markup, "2023-10-17"}, {address, "2023-10-17"}}) ==
          "2023-10-20");
    // The day that is shown counts before that of the address, and a record's own before both.
    CHECK(
        chosen({{meta, "2023-10-17T20:30:00Z"}, {markup, "2023-10-17"}, {address, "2023-10-18"}}) ==
        "2023-10-17T20:30:00Z");
    CHECK(chosen({{record, "2023-10-17T20:30:00Z"}, {markup, "2023-10-18"}}) ==
          "2023-10-17T20:30:00Z");
}

}  // namespace vigyapti
