#include "indexer/readers/archive_budget.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace vigyapti {

ArchiveBudget::ArchiveBudget(const ArchiveLimits& limits, std::size_t packed)
    : limits_(limits),
      most_whole_(std::max<std::uint64_t>(limits.unpacked, limits.unpacked_ratio * packed)),
      most_(std::min<std::uint64_t>(
          most_whole_, std::max<std::uint64_t>(limits.ratio_counts_from, limits.ratio * packed))) {}

void ArchiveBudget::spend_file() {
    if (++files_ <= limits_.files) return;
    throw LimitMet{fmt::format("more than {} files in it, so the rest is not read", limits_.files)};
}

void ArchiveBudget::spend(std::uint64_t bytes) {
    unpacked_ += bytes;
    if (unpacked_ <= most_) return;
    if (most_ == most_whole_) {
        throw LimitMet{fmt::format("unpacks to more than {} MB, so the rest is not read",
                                   most_whole_ / 1'000'000)};
    }
    throw LimitMet{fmt::format("unpacks to more than {} times its size, so the rest is not read",
                               limits_.ratio)};
}

}  // namespace vigyapti
