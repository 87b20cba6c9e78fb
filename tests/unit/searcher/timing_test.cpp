#include "searcher/timing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

// 1, 2, …, `count`, the greatest first.
std::vector<double> falling(int count) {
    std::vector<double> out;
    for (int i = count; i > 0; --i)
        out.push_back(i);
    return out;
}

}  // namespace

TEST_CASE("the summary is one JSON object") {
    CHECK(timing_summary({}) ==
          R"({"queries":0,"total_ms":0.000,"p50_ms":0.000,"p95_ms":0.000,"p99_ms":0.000,)"
          R"("max_ms":0.000})");
    CHECK(timing_summary({1.25}) ==
          R"({"queries":1,"total_ms":1.250,"p50_ms":1.250,"p95_ms":1.250,"p99_ms":1.250,)"
          R"("max_ms":1.250})");
}

TEST_CASE("a percentile is the smallest time that so many per cent do not exceed") {
    CHECK(timing_summary({2, 1}) ==
          R"({"queries":2,"total_ms":3.000,"p50_ms":1.000,"p95_ms":2.000,"p99_ms":2.000,)"
          R"("max_ms":2.000})");
    CHECK(timing_summary({3, 1, 2}) ==
          R"({"queries":3,"total_ms":6.000,"p50_ms":2.000,"p95_ms":3.000,"p99_ms":3.000,)"
          R"("max_ms":3.000})");
    CHECK(timing_summary(falling(20)) ==
          R"({"queries":20,"total_ms":210.000,"p50_ms":10.000,"p95_ms":19.000,"p99_ms":20.000,)"
          R"("max_ms":20.000})");
    CHECK(timing_summary(falling(100)) ==
          R"({"queries":100,"total_ms":5050.000,"p50_ms":50.000,"p95_ms":95.000,"p99_ms":99.000,)"
          R"("max_ms":100.000})");
    CHECK(timing_summary(falling(101)) ==
          R"({"queries":101,"total_ms":5151.000,"p50_ms":51.000,"p95_ms":96.000,"p99_ms":100.000,)"
          R"("max_ms":101.000})");
}

}  // namespace vigyapti
