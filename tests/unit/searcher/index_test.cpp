#include "searcher/index.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "tests/support/asked_collection.hpp"

namespace vigyapti {

using test::AskedIndex;
using test::ids_of;

TEST_CASE("an index tells how many releases it holds, of each language") {
    for (const std::size_t shards : {1, 3}) {
        const AskedIndex asked(shards, shards);
        const Index index(asked.path());
        CHECK(index.directory() == asked.path());
        CHECK(index.releases() == 9);
        CHECK(index.languages() == std::map<std::string, std::size_t>{{"en", 5}, {"hi", 4}});
        asked.add("more.jsonl", R"({"id":"digits","text":"12345"})");
        CHECK(index.releases() == 10);
        CHECK(index.languages().at("und") == 1);
    }
}

TEST_CASE("an index that holds nothing has no languages") {
    const test::TemporaryFolder folder;
    create_index(folder.path() / "index", 1);
    const Index index(folder.path() / "index");
    CHECK(index.releases() == 0);
    CHECK(index.languages().empty());
}

TEST_CASE("where there is no index, that is said at once") {
    const test::TemporaryFolder folder;
    try {
        const Index index(folder.path());
        FAIL("opened");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
    }
}

TEST_CASE("the revision of an index changes with what it holds, and only then") {
    const AskedIndex asked;
    const Index index(asked.path());
    const std::string before = index.revision();
    CHECK_FALSE(before.empty());
    CHECK(index.revision() == before);
    asked.add("more.jsonl", R"({"id":"more","text":"Samarkand again"})");
    CHECK(index.revision() != before);
}

TEST_CASE("a searcher of an index may be moved and outlives it") {
    Request request;
    request.query = "Chabahar";
    std::vector<Searcher> searchers;
    {
        const Index index(test::index().path());
        for (int i = 0; i < 3; ++i)
            searchers.push_back(index.searcher());
    }
    for (Searcher& each : searchers)
        CHECK(ids_of(each.search(request)) == "en-port en-passing");
    searchers.front() = std::move(searchers.back());
    CHECK(ids_of(searchers.front().search(request)) == "en-port en-passing");
}

}  // namespace vigyapti
