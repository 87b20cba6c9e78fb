#include "searcher/query/parse_request.hpp"

#include "tests/support/asked_collection.hpp"

namespace vigyapti {
namespace {

std::string found(const std::string& query, const Filters& filters) {
    Request request;
    request.query = query;
    request.filters = filters;
    request.cross = Cross::off;
    return test::sorted(test::ids_of(test::search(request)));
}

Filters of_langs(std::vector<std::string> langs) {
    Filters filters;
    filters.langs = std::move(langs);
    return filters;
}

Filters of_countries(std::vector<std::string> countries) {
    Filters filters;
    filters.countries = std::move(countries);
    return filters;
}

Filters of_sources(std::vector<std::string> sources) {
    Filters filters;
    filters.sources = std::move(sources);
    return filters;
}

Filters of_dates(std::optional<Date> first, std::optional<Date> last) {
    Filters filters;
    filters.dates = {first, last};
    return filters;
}

}  // namespace

TEST_CASE("a request without filters is its query") {
    Request request;
    request.query = "रूस lang:hi";
    CHECK(to_string(parse_request(request).root) == "(bag रूस lang:hi)");
}

TEST_CASE("filters are clauses that must hold, beside those of the query") {
    Request request;
    request.query = "a lang:en OR \"b";
    request.filters.langs = {"hi", "en"};
    request.filters.countries = {"RU", "PK"};
    request.filters.dates = {Date{2023, 10, 0}, std::nullopt};
    const ParsedQuery parsed = parse_request(request);
    const std::vector<Node>& clauses = parsed.root.children;
    REQUIRE(clauses.size() >= 4);
    for (std::size_t i = clauses.size() - 4; i < clauses.size(); ++i)
        CHECK(clauses[i].occurrence == Occurrence::required);
    CHECK(clauses.back().kind == NodeKind::date);
    CHECK(clauses.back().dates == request.filters.dates);
}

TEST_CASE("languages and sources are alternatives, countries and dates are not") {
    const struct {
        std::string_view query;
        Filters filters;
        std::string_view ids;
    } cases[]{
        {"", of_langs({"hi"}), "hi-energy hi-oil hi-photo hi-temple"},
        {"Chabahar", of_langs({"hi"}), ""},
        {"Chabahar", of_langs({"hi", "en"}), "en-passing en-port"},
        {"lang:en", of_langs({"hi"}), ""},
        {"", of_countries({"RU"}), "en-trade hi-energy hi-oil"},
        {"", of_countries({"RU", "PK"}), "hi-energy hi-oil"},
        {"country:IN", of_countries({"RU"}), "en-trade"},
        {"", of_sources({"पत्तन प्राधिकरण"}), "hi-oil"},
        {"", of_sources({"पत्तन"}), ""},
        {"", of_sources({"पत्तन प्राधिकरण", "विदेश मंत्रालय"}), "hi-energy hi-oil"},
        {"तेल", of_sources({"पत्तन प्राधिकरण"}), "hi-oil"},
        {"", of_dates(Date{2024, 4, 0}, std::nullopt), "en-port en-visa"},
        {"", of_dates(Date{2023, 6, 12}, Date{2023, 10, 0}), "hi-energy hi-oil"},
        {"date:2023", of_dates(std::nullopt, Date{2023, 6, 0}), "hi-oil"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.query);
        CAPTURE(each.ids);
        CHECK(found(std::string(each.query), each.filters) == each.ids);
    }
}

TEST_CASE("a query that no bracket or quote ends cannot swallow a filter") {
    for (const std::string query : {"\"Chabahar", "(Chabahar", "Chabahar OR", "Chabahar NOT",
                                    "Chabahar NEAR/5", "Chabahar title:", "Chabahar date:"}) {
        CAPTURE(query);
        CHECK(found(query, of_langs({"hi"})).empty());
    }
}

TEST_CASE("filters hold across languages and for releases like another") {
    Request request;
    request.query = "energy";
    request.filters.langs = {"hi"};
    CHECK(test::ids_of(test::search(request)) == "hi-energy");
    request.query.clear();
    request.like = "hi-energy";
    CHECK(test::sorted(test::ids_of(test::search(request))).find("en-") == std::string::npos);
}

}  // namespace vigyapti
