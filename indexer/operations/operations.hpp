// What vigyapti-index does to an index besides filling it. Each takes the index's lock where it
// could meet a run that writes.
#pragma once

#include <string>

#include "indexer/options.hpp"
#include "indexer/report.hpp"

namespace vigyapti {

// Verifies shards, state and vocabulary, and that they agree: every release can be read, is there
// once, has the content that its hash says, and comes from a file that the state knows. Problems go
// to `report`. Returns what to print when all is well; throws Error(corrupt) otherwise.
std::string check_index(const IndexOptions& options, Report& report);

// Merges all shards into one, as small as it gets. Readers are not disturbed.
void compact_index(const IndexOptions& options, Report& report);

// Releases by language, source and year, terms and size, for people to read.
std::string index_stats(const IndexOptions& options);

// One line a failure that the index remembers: "PATH: reason" or "PATH:LINE: reason".
std::string list_failed(const IndexOptions& options);

// What is read from options.paths, for people to read: of each release the fields, with where each
// came from and what else it could have been, and the blocks of its text. Nothing is indexed. What
// cannot be read goes to `report`.
std::string explain_files(const IndexOptions& options, Report& report);

// Takes the releases with options.ids out of the index. An id that is not there is a failure.
void delete_releases(const IndexOptions& options, Report& report);

}  // namespace vigyapti
