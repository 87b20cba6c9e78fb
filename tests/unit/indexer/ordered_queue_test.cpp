#include "indexer/ordered_queue.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace vigyapti {

TEST_CASE("items come out in the order of their numbers") {
    OrderedQueue<std::string> queue;
    queue.push(2, "c");
    queue.push(0, "a");
    queue.push(1, "b");
    queue.finish(3);
    CHECK(queue.pop() == "a");
    CHECK(queue.pop() == "b");
    CHECK(queue.pop() == "c");
    CHECK(queue.pop() == std::nullopt);
    CHECK(queue.pop() == std::nullopt);
}

TEST_CASE("a queue of nothing ends at once") {
    OrderedQueue<int> queue;
    queue.finish(0);
    CHECK(queue.pop() == std::nullopt);
}

TEST_CASE("items may be movable only") {
    OrderedQueue<std::unique_ptr<int>> queue;
    queue.push(0, std::make_unique<int>(7));
    queue.finish(1);
    const auto item = queue.pop();
    REQUIRE(item.has_value());
    CHECK(**item == 7);
}

TEST_CASE("pop waits for the next number even when later ones are there") {
    OrderedQueue<int> queue;
    queue.push(1, 11);
    std::atomic<bool> popped{false};
    int first = 0;
    std::thread reader([&] {
        first = queue.pop().value_or(-1);
        popped = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK_FALSE(popped);
    queue.push(0, 10);
    reader.join();
    CHECK(first == 10);
    CHECK(queue.pop() == 11);
}

TEST_CASE("finish wakes a waiting reader") {
    OrderedQueue<int> queue;
    std::optional<int> got = 5;
    std::thread reader([&] { got = queue.pop(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    queue.finish(0);
    reader.join();
    CHECK(got == std::nullopt);
}

TEST_CASE("many writers and one reader lose nothing and keep the order") {
    constexpr std::uint64_t count = 20'000;
    constexpr std::uint64_t writers = 4;
    OrderedQueue<std::uint64_t> queue;
    std::atomic<std::uint64_t> next{0};
    std::vector<std::thread> threads;
    for (std::uint64_t i = 0; i < writers; ++i) {
        threads.emplace_back([&] {
            for (std::uint64_t number = next++; number < count; number = next++)
                queue.push(number, number * 3);
        });
    }
    std::thread finisher([&] {
        for (std::thread& thread : threads)
            thread.join();
        queue.finish(count);
    });
    std::uint64_t seen = 0;
    std::uint64_t wrong = 0;
    while (const auto item = queue.pop()) {
        wrong += *item == seen * 3 ? 0U : 1U;
        ++seen;
    }
    finisher.join();
    CHECK(seen == count);
    CHECK(wrong == 0);
}

}  // namespace vigyapti
