#include "searcher/timing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vigyapti {

std::string timing_summary(std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto percentile = [&](double share) {
        if (milliseconds.empty()) return 0.0;
        const double rank = std::ceil(share * static_cast<double>(milliseconds.size()));
        return milliseconds[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    return fmt::format(
        R"({{"queries":{},"total_ms":{:.3f},"p50_ms":{:.3f},"p95_ms":{:.3f},"p99_ms":{:.3f},)"
        R"("max_ms":{:.3f}}})",
        milliseconds.size(), std::accumulate(milliseconds.begin(), milliseconds.end(), 0.0),
        percentile(0.50), percentile(0.95), percentile(0.99), percentile(1.0));
}

}  // namespace vigyapti
