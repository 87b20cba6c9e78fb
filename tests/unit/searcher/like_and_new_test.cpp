// Searches that begin with something else than words: a release, a time, an age.
#include <doctest/doctest.h>

#include <fmt/core.h>

#include "common/base/error.hpp"
#include "searcher/search.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view records = R"(
{"id":"gas1","title":"Gas pipeline talks","text":"The gas pipeline from the fields in the north was discussed. Compressors, transit fees and the price of gas remain open.","date":"2023-10-17","lang":"en"}
{"id":"gas2","title":"Pipeline transit fees agreed","text":"Transit fees for gas were agreed by both companies. The pipeline begins work in spring.","date":"2021-10-17","lang":"en"}
{"id":"gas3","title":"Gas price falls","text":"The price of gas fell after talks on transit.","date":"2023-06-01","lang":"en"}
{"id":"yoga","title":"International Day of Yoga","text":"Thousands took part in the celebration in the park of the embassy.","date":"2023-06-21","lang":"en"}
{"id":"gaspipe-hi","title":"गैस पाइपलाइन पर वार्ता","text":"उत्तर के क्षेत्रों से गैस पाइपलाइन पर चर्चा हुई। पारगमन शुल्क और गैस का मूल्य तय होना बाकी है।","date":"2023-10-17","lang":"hi"}
{"id":"undated","title":"Gas and transit","text":"Notes on the price of gas and on transit fees of the pipeline.","lang":"en"}
)";

class Index {
  public:
    Index() {
        folder.write("a.jsonl", records);
        folder.run();
    }

    Results search(const Request& request) const {
        return Searcher(folder.options.index).search(request);
    }

    test::IndexedFolder folder;
};

const Index& index() {
    static const Index instance;
    return instance;
}

std::string ids(const Results& results) {
    std::string out;
    for (const Hit& hit : results.hits)
        out += (out.empty() ? "" : " ") + hit.id;
    return out;
}

Request like(std::string id, std::string query = "") {
    Request request;
    request.like = std::move(id);
    request.query = std::move(query);
    return request;
}

}  // namespace

TEST_CASE("more like a release are those that share its telling words, not itself") {
    const Results results = index().search(like("gas1"));
    REQUIRE(results.hits.size() >= 3);
    for (const Hit& hit : results.hits) {
        CHECK(hit.id != "gas1");
        CHECK(hit.id.starts_with("yoga") == false);
    }
    CHECK(results.notices.empty());
    CHECK_FALSE(results.hits.front().snippet.highlights.empty());
}

TEST_CASE("a query limits what is like a release") {
    CHECK(ids(index().search(like("gas1", "date:2021"))) == "gas2");
    CHECK(ids(index().search(like("gas1", "lang:hi"))).empty());
    CHECK(ids(index().search(like("gas1", "title:price"))) == "gas3");
}

TEST_CASE("an id that no release has is an error that names it") {
    try {
        index().search(like("none"));
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
        CHECK(std::string(error.what()).find("\"none\"") != std::string::npos);
        CHECK_FALSE(error.hint().empty());
    }
}

TEST_CASE("a half-life brings the new before the old") {
    Request request;
    request.query = "gas pipeline transit fees agreed";
    request.cross = Cross::off;
    request.today = {2023, 10, 20};
    CHECK(index().search(request).hits.front().id == "gas2");
    request.half_life_days = 100;
    const Results recent = index().search(request);
    CHECK(recent.hits.front().id == "gas1");
    CHECK(recent.hits.back().id == "gas2");
    CHECK(recent.total == index().search(request).total);
    // By date nothing is weighed.
    request.sort = Sort::date_ascending;
    request.query = "gas date:2021..2023";
    CHECK(index().search(request).hits.front().id == "gas2");
}

TEST_CASE("a saved search sees each release once, and what changed again") {
    Index own;
    Request request;
    request.query = "gas";
    request.cross = Cross::off;
    request.since = Since{};
    const Results first = own.search(request);
    CHECK(first.hits.size() == 4);
    REQUIRE(first.next);
    CHECK(first.next->seen.size() == 4);
    request.since = first.next;
    CHECK(own.search(request).hits.empty());
    CHECK(own.search(request).next == first.next);

    own.folder.write("b.jsonl", R"({"id":"gas4","text":"More gas."})"
                                "\n"
                                R"({"id":"tea","text":"Tea exports."})");
    own.folder.run();
    const Results second = own.search(request);
    CHECK(ids(second) == "gas4");
    REQUIRE(second.next);
    CHECK(second.next->time > first.next->time);
    CHECK(second.next->seen == std::vector<std::string>{"gas4"});
    request.since = second.next;

    own.folder.write("b.jsonl", R"({"id":"gas4","text":"Still more gas."})"
                                "\n"
                                R"({"id":"tea","text":"Tea exports."})");
    own.folder.run();
    CHECK(ids(own.search(request)) == "gas4");
}

TEST_CASE("what a page has no room for is new the next time") {
    Index own;
    Request request;
    request.query = "gas";
    request.since = Since{};
    request.limit = 3;
    std::string seen;
    for (int i = 0; i < 4; ++i) {
        const Results results = own.search(request);
        REQUIRE(results.next);
        if (!results.hits.empty()) seen += (seen.empty() ? "" : " ") + ids(results);
        request.since = results.next;
    }
    Request all;
    all.query = "gas";
    all.since = Since{};
    CHECK(seen.size() == ids(own.search(all)).size());
    CHECK(own.search(request).hits.empty());
}

TEST_CASE("of a run that is still committing the rest is new the next time") {
    Index own;
    Request request;
    request.query = "gas";
    request.since = Since{};
    const Results first = own.search(request);
    request.since = first.next;
    // As if this one had been committed after the search, by the same run.
    request.since->seen.erase(request.since->seen.begin());
    CHECK(ids(own.search(request)) == first.next->seen.front());
}

}  // namespace vigyapti
