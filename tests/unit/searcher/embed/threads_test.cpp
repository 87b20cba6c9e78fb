// Through the shared library: several threads, a searcher each, answer as one does.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "searcher/embed/vigyapti.hpp"
#include "tests/support/asked_collection.hpp"

namespace vigyapti {
namespace {

constexpr int rounds = 5;
constexpr std::size_t threads = 4;
constexpr std::array queries{
    "रूस पाकिस्तान ऊर्जा", "Chabahar port", "\"nuclear energy\"", "Chabahaar", "मन्दर",
    "oorja vaarta",     "date:2023",     "तेल lang:hi",         "=मंत्री",     "अंतर* OR 5 lakh"};

// Everything of an answer that a reader sees.
std::string written(const Results& results) {
    std::string out = results.query + " " + std::to_string(results.total);
    for (const Hit& hit : results.hits) {
        out += "\n" + hit.id + " " + std::to_string(hit.score) + " " + hit.title + " " +
               hit.snippet.text;
        for (const Highlight& each : hit.snippet.highlights)
            out += " " + std::to_string(each.begin) + "-" + std::to_string(each.end);
        for (const OtherLanguage& each : hit.counterparts)
            out += " " + each.id;
    }
    for (const Suggestion& each : results.suggestions)
        out += "\n" + each.query;
    for (const Facet& facet : results.facets) {
        for (const FacetValue& each : facet.values)
            out += "\n" + each.value + " " + std::to_string(each.count);
    }
    return out;
}

std::string answers(Searcher& searcher) {
    std::string out;
    for (const char* query : queries) {
        Request request;
        request.query = query;
        request.facets = {FacetKind::country, FacetKind::year};
        out += written(searcher.search(request)) + "\n";
    }
    return out;
}

}  // namespace

// The first look at every table of the library happens in the threads, at once.
TEST_CASE("threads with a searcher each, of one index, answer as one does") {
    const Index index(test::index().path());
    std::vector<std::string> found(threads);
    std::vector<std::thread> workers;
    for (std::string& mine : found) {
        workers.emplace_back([&index, &mine] {
            for (int round = 0; round < rounds; ++round) {
                Searcher searcher = index.searcher();
                mine += answers(searcher) + std::to_string(index.releases()) + index.revision();
            }
        });
    }
    for (std::thread& each : workers)
        each.join();

    std::string expected;
    for (int round = 0; round < rounds; ++round) {
        Searcher searcher = index.searcher();
        expected += answers(searcher) + std::to_string(index.releases()) + index.revision();
    }
    CHECK(expected.find("en-port") != std::string::npos);
    for (const std::string& each : found)
        CHECK(each == expected);
}

TEST_CASE("a searcher may be made in one thread and used in another") {
    Searcher searcher = Index(test::index().path()).searcher();
    const std::string expected = answers(searcher);
    std::string found;
    std::thread([&] { found = answers(searcher); }).join();
    CHECK(found == expected);
}

TEST_CASE("an error of the library is caught as what it is") {
    Request request;
    Searcher searcher(test::index().path());
    try {
        searcher.read(request, "no such release");
        FAIL("found");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::not_found);
    }
}

}  // namespace vigyapti
