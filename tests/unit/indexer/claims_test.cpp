#include "indexer/claims.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace vigyapti {
namespace {

using Losers = std::map<std::uint64_t, std::vector<Xapian::docid>>;

}  // namespace

TEST_CASE("places are in the order of tasks, then of releases") {
    CHECK(InputPlace{0, 9, 9} < InputPlace{1, 0, 0});
    CHECK(InputPlace{1, 1, 0} < InputPlace{1, 2, 0});
    CHECK(InputPlace{1, 1, 0} == InputPlace{1, 1, 0});
}

TEST_CASE("of two releases with one id the later of the input gets it") {
    struct Pair {
        InputPlace first;
        InputPlace second;
        Verdict verdict;
    };
    const std::vector<Pair> cases{{{0, 1, 0}, {0, 2, 0}, Verdict::later},
                                  {{0, 1, 0}, {5, 1, 3}, Verdict::later},
                                  {{5, 1, 3}, {0, 1, 0}, Verdict::refused},
                                  {{2, 9, 0}, {2, 3, 0}, Verdict::refused}};
    for (const Pair& each : cases) {
        Claims claims;
        CHECK(claims.claim("Qa", each.first).verdict == Verdict::first);
        const Claim second = claims.claim("Qa", each.second);
        CHECK(second.verdict == each.verdict);
        CHECK(second.other == each.first);
        // The holder is named to a third.
        const Claim third = claims.claim("Qa", {9, 0, 0});
        CHECK(third.verdict == Verdict::later);
        CHECK(third.other == (each.verdict == Verdict::later ? each.second : each.first));
    }
}

TEST_CASE("different ids do not meet") {
    Claims claims;
    for (const char* id : {"Qa", "Qb", "Qab", "QA", "Q"})
        CHECK(claims.claim(id, {1, 1, 0}).verdict == Verdict::first);
    CHECK(claims.contains("Qab"));
    CHECK_FALSE(claims.contains("Qabc"));
    CHECK(claims.take_losers().empty());
}

TEST_CASE("a document whose release lost its id is named once, by its task") {
    Claims claims;
    claims.claim("Qa", {0, 1, 0});
    claims.settle("Qa", {0, 1, 0}, 7);
    claims.claim("Qb", {0, 2, 0});
    claims.settle("Qb", {0, 2, 0}, 8);
    claims.claim("Qa", {3, 1, 0});
    claims.settle("Qa", {3, 1, 0}, 1);
    CHECK(claims.take_losers() == Losers{{0, {7}}});
    CHECK(claims.take_losers().empty());
}

TEST_CASE("a release that lost its id before it became a document is taken out as well") {
    Claims claims;
    claims.claim("Qa", {0, 1, 0});
    claims.claim("Qa", {3, 1, 0});
    claims.settle("Qa", {0, 1, 0}, 7);
    claims.settle("Qa", {3, 1, 0}, 1);
    CHECK(claims.take_losers() == Losers{{0, {7}}});
}

TEST_CASE("a release that never became a document loses nothing") {
    Claims claims;
    claims.claim("Qa", {0, 1, 0});
    CHECK(claims.claim("Qa", {3, 1, 0}).verdict == Verdict::later);
    CHECK(claims.take_losers().empty());
}

TEST_CASE("documents are forgotten from round to round, ids are not") {
    Claims claims;
    claims.claim("Qa", {0, 1, 0});
    claims.settle("Qa", {0, 1, 0}, 7);
    claims.forget_documents();
    CHECK(claims.contains("Qa"));
    CHECK(claims.claim("Qa", {3, 1, 0}).verdict == Verdict::later);
    CHECK(claims.take_losers().empty());
    CHECK(claims.claim("Qa", {1, 1, 0}).verdict == Verdict::refused);
}

TEST_CASE("threads that ask for the same ids leave one document of each, the last") {
    constexpr std::uint64_t tasks = 8;
    constexpr unsigned ids = 500;
    Claims claims;
    std::vector<std::thread> threads;
    for (std::uint64_t task = 0; task < tasks; ++task) {
        threads.emplace_back([&claims, task] {
            for (unsigned id = 0; id < ids; ++id) {
                const InputPlace place{task, id, 0};
                const std::string term = "Q" + std::to_string(id);
                if (claims.claim(term, place).verdict == Verdict::refused) continue;
                claims.settle(term, place, id + 1);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    const Losers losers = claims.take_losers();
    CHECK_FALSE(losers.contains(tasks - 1));
    for (unsigned id = 0; id < ids; ++id)
        CHECK(claims.claim("Q" + std::to_string(id), {tasks, 0, 0}).other.task == tasks - 1);
    // All of the last task, which nobody can have refused, lose to the claims just made.
    CHECK(claims.take_losers().at(tasks - 1).size() == ids);
}

}  // namespace vigyapti
