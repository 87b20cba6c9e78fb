#include "indexer/merge.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "common/base/file.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

// A shard takes five descriptors, and a process may often have no more than 1,024.
constexpr std::size_t most_sources = 64;

// Shards below this size are of like size.
constexpr std::uint64_t smallest_tier = 2'000'000;

// Calls work(i) for each i below `count` from at most `threads` threads. Rethrows the first failure
// after all have ended.
template <typename Work>
void in_parallel(std::size_t count, std::size_t threads, Work&& work) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    std::vector<std::thread> running;
    for (std::size_t i = 0; i < std::min(count, threads); ++i) {
        running.emplace_back([&] {
            try {
                for (std::size_t at = next++; at < count; at = next++)
                    work(at);
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                next = count;
            }
        });
    }
    for (std::thread& thread : running)
        thread.join();
    if (failure) std::rethrow_exception(failure);
}

// Where each of `count` successive groups of about equal bytes begins, and the end.
std::vector<std::size_t> divide(const std::vector<fs::path>& shards, std::size_t count) {
    std::vector<std::uint64_t> until{0};
    for (const fs::path& shard : shards)
        until.push_back(until.back() + shard_bytes(shard));
    std::vector<std::size_t> begins;
    for (std::size_t group = 0; group < count; ++group) {
        const std::uint64_t bytes = until.back() * group / count;
        const auto at = std::lower_bound(until.begin(), until.end(), bytes) - until.begin();
        // Each group has at least one.
        const std::size_t least = begins.empty() ? 0 : begins.back() + 1;
        const std::size_t most = shards.size() - (count - group);
        begins.push_back(std::clamp(static_cast<std::size_t>(at), least, std::max(least, most)));
    }
    begins.push_back(shards.size());
    return begins;
}

std::uint64_t tier_of(std::uint64_t bytes) {
    std::uint64_t tier = 0;
    for (; bytes >= smallest_tier; bytes /= merge_factor)
        ++tier;
    return tier;
}

}  // namespace

void merge_shards(std::span<const fs::path> sources, const fs::path& destination) {
    Xapian::Database all;
    for (const fs::path& source : sources)
        all.add_database(Xapian::Database(source.string()));
    all.compact(destination.string(), Xapian::Compactor::FULL);
    sync_folder(destination);
}

std::uint64_t shard_bytes(const fs::path& shard) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(shard))
        bytes += entry.file_size();
    return bytes;
}

std::vector<fs::path> merge_pieces(std::vector<fs::path> pieces, const Generation& generation,
                                   std::size_t count, std::size_t threads,
                                   const fs::path& scratch) {
    if (pieces.empty()) return {};
    count = std::min(count, pieces.size());
    const auto merge_groups = [&](const std::vector<fs::path>& targets) {
        const std::vector<std::size_t> begins = divide(pieces, targets.size());
        in_parallel(targets.size(), threads, [&](std::size_t i) {
            const auto sources = std::span(pieces).subspan(begins[i], begins[i + 1] - begins[i]);
            merge_shards(sources, targets[i]);
            for (const fs::path& source : sources)
                remove_tree(source);
        });
        pieces = targets;
    };
    for (int level = 0; pieces.size() > count * most_sources; ++level) {
        std::vector<fs::path> targets;
        for (std::size_t i = 0; i * most_sources < pieces.size(); ++i)
            targets.push_back(scratch / fmt::format("level{}-{}", level, i));
        merge_groups(targets);
    }
    std::vector<fs::path> targets;
    for (std::size_t i = 0; i < count; ++i) {
        targets.push_back(next_shard(generation));
        make_folders(targets.back());
    }
    merge_groups(targets);
    return targets;
}

std::vector<std::size_t> choose_merge(std::span<const std::uint64_t> sizes) {
    for (std::uint64_t tier = 0; tier <= 40; ++tier) {
        std::vector<std::size_t> alike;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (tier_of(sizes[i]) == tier) alike.push_back(i);
        }
        if (alike.size() >= merge_factor) return alike;
    }
    return {};
}

}  // namespace vigyapti
