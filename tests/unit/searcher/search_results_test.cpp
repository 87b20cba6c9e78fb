// What is found comes in order, page by page, and each hit is complete.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/asked_collection.hpp"

namespace vigyapti {

using test::AskedIndex;
using test::ids_of;
using test::search;
using test::snippet_lit;
using test::title_lit;

TEST_CASE("results can be sorted by date, either way") {
    Request request;
    request.query = "India Chabahar trade";
    request.sort = Sort::date;
    CHECK(ids_of(search(request)) == "en-port en-passing en-trade");
    request.sort = Sort::date_ascending;
    CHECK(ids_of(search(request)) == "en-trade en-passing en-port");
    request.query = "lang:hi";
    CHECK(ids_of(search(request)) == "hi-photo hi-oil hi-energy hi-temple");
    request.query = "Samarkand";
    request.sort = Sort::date;
    CHECK(ids_of(search(request)) == "hi-photo en-undated");
}

TEST_CASE("pages join without gap or overlap") {
    Request request;
    request.query = "lang:hi lang:en";
    request.limit = 100;
    const std::string all = ids_of(search(request));
    CHECK(search(request).total == 9);
    CHECK(search(request).total_is_exact);
    for (std::size_t limit = 1; limit <= 10; ++limit) {
        std::string joined;
        request.limit = limit;
        for (request.offset = 0; request.offset < 9; request.offset += limit) {
            const Results page = search(request);
            CHECK(page.hits.size() == std::min<std::size_t>(limit, 9 - request.offset));
            CHECK(page.total == 9);
            for (std::size_t i = 0; i < page.hits.size(); ++i)
                CHECK(page.hits[i].rank == request.offset + i + 1);
            joined += (joined.empty() ? "" : " ") + ids_of(page);
        }
        CHECK(joined == all);
    }
    request.offset = 9;
    CHECK(search(request).hits.empty());
    request.offset = 1'000'000;
    CHECK(search(request).hits.empty());
    CHECK(search(request).total == 9);
    request.offset = 0;
    request.limit = 0;
    CHECK(search(request).hits.empty());
    CHECK(search(request).total == 9);
}

TEST_CASE("a hit is complete and shows why it was found") {
    const Results results = search("तेल रूस");
    REQUIRE(!results.hits.empty());
    CHECK(results.query == "तेल रूस");
    CHECK(results.query_id.empty());
    CHECK(results.notices.empty());
    for (const Hit& hit : results.hits) {
        CHECK(hit.score > 0);
        CHECK(hit.lang == "hi");
    }
    const auto found = std::find_if(results.hits.begin(), results.hits.end(),
                                    [](const Hit& hit) { return hit.id == "hi-energy"; });
    REQUIRE(found != results.hits.end());
    CHECK(found->title == "रूस और पाकिस्तान की ऊर्जा वार्ता");
    CHECK(title_lit(*found) == "[रूस]");
    CHECK(found->date == "2023-10-17");
    CHECK(found->source == "विदेश मंत्रालय");
    CHECK(found->url == "https://example.org/energy");
    CHECK(found->countries == std::vector<std::string>{"RU", "PK"});
    CHECK(found->snippet.text == "दोनों देशों ने कच्चे तेल की आपूर्ति पर चर्चा की।");
    CHECK(snippet_lit(*found) == "[तेल]");
}

TEST_CASE("snippets follow the query's fields, phrases and exclusions") {
    Results results = search("caption:Samarkand");
    REQUIRE(results.hits.size() == 1);
    CHECK((results.hits[0].snippet.field == BlockKind::caption));
    CHECK(snippet_lit(results.hits[0]) == "[Samarkand]");

    results = search("title:Chabahar");
    REQUIRE(results.hits.size() == 1);
    CHECK(title_lit(results.hits[0]) == "[Chabahar]");
    CHECK(results.hits[0].snippet.highlights.empty());

    results = search("\"visa rules\" -xyzzy");
    REQUIRE(results.hits.size() == 1);
    CHECK(title_lit(results.hits[0]) == "[visa][rules]");
    CHECK(snippet_lit(results.hits[0]) == "[visa][rules]");

    results = search("\"Indian nationals\"");
    REQUIRE(results.hits.size() == 1);
    CHECK(snippet_lit(results.hits[0]).empty());

    Request request;
    request.query = "contract";
    request.snippet_graphemes = 20;
    results = search(request);
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].snippet.text.size() <= 20);
    CHECK(snippet_lit(results.hits[0]) == "[contract]");
}

TEST_CASE("a release without a title shows the beginning of its text") {
    const AskedIndex own;
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "बहुत लंबा वाक्य ";
    own.add("untitled.jsonl",
            "{\"id\":\"short\",\"text\":\"केवल पाठ यहाँ।\"}\n{\"id\":\"long\",\"text\":\"" + text +
                "\"}\n");
    Searcher own_searcher(own.path());
    Request request;
    request.query = "id:short";
    CHECK(own_searcher.search(request).hits.at(0).title == "केवल पाठ यहाँ।");
    request.query = "id:long";
    const std::string title = own_searcher.search(request).hits.at(0).title;
    CHECK(title.ends_with("…"));
    CHECK(text.starts_with(title.substr(0, title.size() - 3)));
}

}  // namespace vigyapti
