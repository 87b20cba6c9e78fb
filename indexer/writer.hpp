// Writes built documents to one shard, from the one thread that owns it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <unordered_set>

#include "common/base/xapian.hpp"
#include "indexer/build_document.hpp"
#include "indexer/report.hpp"

namespace vigyapti {

class ShardWriter {
  public:
    // Opens the shard. Throws Xapian::DatabaseLockError when another process writes to it.
    ShardWriter(const std::filesystem::path& shard, Report& report);

    // Adds the release, or replaces the one with its id unless their content is the same.
    void write(const BuiltDocument& built);

    // Makes what was written visible and durable.
    void commit();

  private:
    void count_pending(std::size_t bytes);

    Xapian::WritableDatabase database_;
    Report& report_;
    const bool was_empty_;
    std::unordered_set<std::uint64_t> seen_;  // hashes of the ids written by this run
    std::size_t pending_bytes_ = 0;
};

}  // namespace vigyapti
