// Bytes → reader → Release → document → shard, over threads: files are cut into tasks, workers read
// and analyse them, one writer a shard takes their documents in the order of the input.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/options.hpp"
#include "indexer/report.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {

// Indexes `files`, then standard input where the options name it, into `shards`, and commits.
// Problems with single files and records go to `report`. Throws what a writer throws (Xapian::Error
// for locks and a full disk) after all threads have ended; what was committed before stays.
void run_pipeline(const IndexOptions& options, const std::vector<SourceFile>& files,
                  const std::vector<std::filesystem::path>& shards, Report& report);

}  // namespace vigyapti
