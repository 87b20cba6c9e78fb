#include "searcher/facets.hpp"

#include <doctest/doctest.h>

#include <fmt/core.h>

#include "searcher/search.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view records = R"(
{"id":"1","text":"rail talks","date":"2023-10-17","lang":"en","source":"Press Office","country":["RU","PK"]}
{"id":"2","text":"rail talks","date":"2023-10-02","lang":"en","source":"Press Office","country":["RU"]}
{"id":"3","text":"रेल rail","date":"2022-01","lang":"hi","source":"विदेश मंत्रालय","country":["NP"]}
{"id":"4","text":"rail","date":"2021","lang":"en"}
{"id":"5","text":"rail","lang":"en","source":"A\tB"}
{"id":"6","text":"road","date":"2020-05-05","lang":"en","source":"Press Office","country":["RU"]}
)";

const std::vector<FacetKind> all_kinds{FacetKind::country, FacetKind::source, FacetKind::lang,
                                       FacetKind::year, FacetKind::month};

class Index {
  public:
    explicit Index(std::size_t shards = 1) {
        folder_.options.shards = shards;
        folder_.write("a.jsonl", records);
        folder_.run();
        searcher_.emplace(folder_.options.index);
    }

    Results search(Request request) { return searcher_->search(request); }

    // "RU 2, PK 1": one facet of a query.
    std::string facet(const std::string& query, FacetKind kind) {
        Request request;
        request.query = query;
        request.facets = {kind};
        request.limit = 1;
        const Results results = search(request);
        REQUIRE(results.facets.size() == 1);
        CHECK(results.facets.front().kind == kind);
        std::string out;
        for (const FacetValue& each : results.facets.front().values)
            out += fmt::format("{}{} {}", out.empty() ? "" : ", ", each.value, each.count);
        return out;
    }

  private:
    test::IndexedFolder folder_;
    std::optional<Searcher> searcher_;
};

}  // namespace

TEST_CASE("facets have names, and other names are none") {
    for (const FacetKind kind : all_kinds)
        CHECK(find_facet(facet_name(kind)) == kind);
    for (const std::string_view name : {"", "Country", "date", "country "})
        CHECK_FALSE(find_facet(name));
}

TEST_CASE("facets count all releases that match, whatever the page shows") {
    Index index;
    struct Row {
        std::string query;
        FacetKind kind;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"rail", FacetKind::country, "RU 2, NP 1, PK 1"},
        {"rail", FacetKind::source, "Press Office 2, A\tB 1, विदेश मंत्रालय 1"},
        {"rail", FacetKind::lang, "en 4, hi 1"},
        {"rail", FacetKind::year, "2021 1, 2022 1, 2023 2"},
        {"rail", FacetKind::month, "2022-01 1, 2023-10 2"},
        {"rail country:RU", FacetKind::country, "RU 2, PK 1"},
        {"rail country:RU date:2023-10-17", FacetKind::lang, "en 1"},
        {"lang:en", FacetKind::year, "2020 1, 2021 1, 2023 2"},
        {"nothing", FacetKind::lang, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.query);
        CHECK(index.facet(row.query, row.kind) == row.expected);
    }
}

TEST_CASE("facets come in the order in which they are asked for, and only those") {
    Index index;
    Request request;
    request.query = "rail";
    CHECK(index.search(request).facets.empty());
    request.facets = {FacetKind::year, FacetKind::lang};
    const Results results = index.search(request);
    REQUIRE(results.facets.size() == 2);
    CHECK(results.facets[0].kind == FacetKind::year);
    CHECK(results.facets[1].kind == FacetKind::lang);
    CHECK(results.total == 5);
    CHECK(results.total_is_exact);
}

TEST_CASE("shards change nothing of the counts") {
    Index several(3);
    CHECK(several.facet("rail", FacetKind::country) == "RU 2, NP 1, PK 1");
    CHECK(several.facet("rail", FacetKind::month) == "2022-01 1, 2023-10 2");
}

}  // namespace vigyapti
