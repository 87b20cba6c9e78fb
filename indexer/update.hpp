// A run of the indexer: scan, plan, read, commit.
#pragma once

#include "indexer/options.hpp"
#include "indexer/report.hpp"

namespace vigyapti {

// Brings the index in line with the paths that the options name, under the index's lock. Failures
// of single files go to `report`. Commits in an order that leaves the index whole at any instant:
// releases in place, new shards by one rename, then the state, then the vocabulary. Throws
// Error(bad_input) before any change when the guard against mass deletion speaks,
// Error(interrupted) after it committed what was whole when asked to stop, Error(io) and others
// with what was committed before untouched.
void update_index(const IndexOptions& options, Report& report);

}  // namespace vigyapti
