#include "common/index/facet_value.hpp"

#include <doctest/doctest.h>

namespace vigyapti {
namespace {

Release release_of(std::string lang, std::string date, std::vector<std::string> countries,
                   std::string source) {
    Release release;
    release.lang = std::move(lang);
    release.date = std::move(date);
    release.countries = std::move(countries);
    release.source = std::move(source);
    return release;
}

}  // namespace

TEST_CASE("what facets count is read as it was written") {
    struct Row {
        Release release;
        std::string month;
    };
    const std::vector<Row> rows{
        {release_of("hi", "2023-10-17", {"RU", "PK"}, "विदेश मंत्रालय"), "2023-10"},
        {release_of("en", "2023-10", {"IN"}, "Press Office"), "2023-10"},
        {release_of("en", "2023", {}, ""), "2023"},
        {release_of("und", "", {}, "a\tsource with a tab"), ""},
        {release_of("", "", {}, ""), ""},
    };
    for (const Row& row : rows) {
        const std::string value = encode_facets(row.release);
        CAPTURE(value);
        const FacetFields fields = decode_facets(value);
        CHECK(fields.lang == row.release.lang);
        CHECK(fields.month == row.month);
        CHECK(std::vector<std::string>(fields.countries.begin(), fields.countries.end()) ==
              row.release.countries);
        CHECK(fields.source == row.release.source);
    }
}

TEST_CASE("a value that is cut short or none at all is read as far as it goes") {
    CHECK(decode_facets("").lang.empty());
    CHECK(decode_facets("hi").lang == "hi");
    CHECK(decode_facets("hi\t2023").month == "2023");
    CHECK(decode_facets("hi\t2023\tRU").countries.size() == 1);
    CHECK(decode_facets("hi\t2023\tRU").source.empty());
}

}  // namespace vigyapti
