#include "searcher/render/timeline.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

namespace vigyapti {
namespace {

// "step label=count label=count …".
std::string timeline(const std::vector<FacetValue>& months) {
    const auto found = make_timeline(months);
    if (!found) return "none";
    std::string out(found->step);
    for (const TimelineBar& bar : found->bars)
        out += fmt::format(" {}={}", bar.label, bar.count);
    return out;
}

std::size_t bars(const std::string& first, const std::string& last) {
    return make_timeline({{first, 1}, {last, 1}})->bars.size();
}

std::string_view step(const std::string& first, const std::string& last) {
    return make_timeline({{first, 1}, {last, 1}})->step;
}

}  // namespace

TEST_CASE("a bar a month, also for those between that have none") {
    CHECK(timeline({{"2023-10", 2}}) == "month 2023-10=2");
    CHECK(timeline({{"2023-12", 3}, {"2024-02", 1}}) == "month 2023-12=3 2024-01=0 2024-02=1");
    CHECK(timeline({{"2024-02", 1}, {"2023-12", 3}, {"2024-02", 4}}) ==
          "month 2023-12=3 2024-01=0 2024-02=5");
}

TEST_CASE("what is no month is passed over") {
    CHECK(timeline({}) == "none");
    for (const std::string value : {"", "2023", "2023-13", "2023-00", "2023/10", "20x3-10",
                                    "2023-1x", "2023-10-17", "-023-10", "2023--1", "०१२३-१"}) {
        CAPTURE(value);
        CHECK(timeline({{value, 1}}) == "none");
        CHECK(timeline({{value, 1}, {"2023-10", 2}}) == "month 2023-10=2");
    }
}

TEST_CASE("a longer span has longer steps, so that there are at most forty bars") {
    const struct {
        std::string first;
        std::string last;
        std::string_view step;
        std::size_t bars;
    } cases[]{
        {"2020-01", "2023-04", "month", 40},   {"2020-01", "2023-05", "quarter", 14},
        {"2020-01", "2029-12", "quarter", 40}, {"2020-01", "2030-01", "year", 11},
        {"1990-06", "2029-06", "year", 40},    {"1990-01", "2030-01", "decade", 5},
        {"1630-01", "2029-12", "decade", 40},  {"1630-01", "2030-01", "century", 5},
    };
    for (const auto& each : cases) {
        CAPTURE(each.last);
        CHECK(step(each.first, each.last) == each.step);
        CHECK(bars(each.first, each.last) == each.bars);
    }
    CHECK(bars("0000-01", "9999-12") == 100);
}

TEST_CASE("a step is named by its time and knows its first and last month") {
    const struct {
        std::string last;
        std::string_view step;
        TimelineBar first;
    } cases[]{
        {"2023-11", "month", {"2023-11", "2023-11", "2023-11", 2}},
        {"2028-11", "quarter", {"2023 Q4", "2023-10", "2023-12", 1}},
        {"2043-11", "year", {"2023", "2023-01", "2023-12", 1}},
        {"2143-11", "decade", {"2020-2029", "2020-01", "2029-12", 1}},
        {"2543-11", "century", {"2000-2099", "2000-01", "2099-12", 1}},
    };
    for (const auto& [last, step, first] : cases) {
        CAPTURE(last);
        const auto found = make_timeline({{"2023-11", 1}, {last, 1}});
        CHECK(found->step == step);
        const TimelineBar& bar = found->bars.front();
        CHECK(bar.label == first.label);
        CHECK(bar.first == first.first);
        CHECK(bar.last == first.last);
        CHECK(bar.count == first.count);
        CHECK(found->bars.back().first <= last);
        CHECK(found->bars.back().last >= last);
    }
}

TEST_CASE("no release is lost, whatever the step") {
    for (const std::string last : {"2023-12", "2028-01", "2050-01", "2300-01", "9999-12"}) {
        CAPTURE(last);
        const auto found = make_timeline({{"2023-01", 5}, {"2023-11", 7}, {last, 11}});
        REQUIRE(found);
        std::size_t sum = 0;
        for (const TimelineBar& bar : found->bars)
            sum += bar.count;
        CHECK(sum == 23);
    }
}

}  // namespace vigyapti
