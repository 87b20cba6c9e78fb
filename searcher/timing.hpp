// Times of the searches of a batch, and their summary.
#pragma once

#include <string>
#include <vector>

namespace vigyapti {

// {"queries":N,"total_ms":…,"p50_ms":…,"p95_ms":…,"p99_ms":…,"max_ms":…} for times in milliseconds.
// A percentile is the smallest time that so many per cent of the searches do not exceed.
std::string timing_summary(std::vector<double> milliseconds);

}  // namespace vigyapti
