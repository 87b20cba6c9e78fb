// Merging shards: the small ones that workers build become the shards of a first build, and the
// nightly ones become fewer, so that a search never has many to look into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "common/index/database.hpp"

namespace vigyapti {

// Writes the releases of `sources`, in their order, to a new, compact shard at `destination`, and
// makes it durable. Throws Xapian::Error.
void merge_shards(std::span<const std::filesystem::path> sources,
                  const std::filesystem::path& destination);

// Merges `pieces` into at most `count` shards of the generation, about equal in bytes, with at most
// `threads` at work, and returns their paths, in the order of the pieces. The pieces are removed.
// `scratch`: a folder for what lies between, on the same disk.
std::vector<std::filesystem::path> merge_pieces(std::vector<std::filesystem::path> pieces,
                                                const Generation& generation, std::size_t count,
                                                std::size_t threads,
                                                const std::filesystem::path& scratch);

// Bytes of the files in a shard's folder.
std::uint64_t shard_bytes(const std::filesystem::path& shard);

// The shards that should become one now: numbers in `sizes` (bytes, in the order of the stub), or
// none. Shards of like size are merged by `merge_factor`, so that each release is rewritten a
// logarithmic number of times and few shards remain.
inline constexpr std::size_t merge_factor = 4;
std::vector<std::size_t> choose_merge(std::span<const std::uint64_t> sizes);

}  // namespace vigyapti
