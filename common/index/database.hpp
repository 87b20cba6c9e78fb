// The index directory: a Xapian stub file, XAPIANDB, that lists the shards one a line, each in a
// folder of its generation ("auto gen1/shard0"), or served elsewhere ("remote host:port"). Xapian
// opens the directory as one database.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/xapian.hpp"

namespace vigyapti {

// Opens the index for reading. Throws Error(not_found) when there is none at `directory` and
// Error(version) when it was written in another format.
Xapian::Database open_index(const std::filesystem::path& directory);

// Whether `directory` holds an index. Throws Error(io) when that cannot be told.
bool index_exists(const std::filesystem::path& directory);

// A set of shards beside the one in use; readers do not see it before it is published.
struct Generation {
    std::vector<std::filesystem::path> shards;  // in the order of `stub`
    std::string stub;                           // content of the stub file that lists them
};

// Makes the folders and empty shards of a new generation. Removes those of generations that the
// stub does not name: what a stopped rebuild left behind, and what the last rebuild replaced.
// Throws Error(io).
Generation create_generation(const std::filesystem::path& directory, std::size_t shards);

// Puts the generation into use: one rename, so that readers see the old index or the new one.
void publish_generation(const std::filesystem::path& directory, const Generation& generation);

// Makes `directory` an empty index. Throws Error(io).
void create_index(const std::filesystem::path& directory, std::size_t shards);

// The folders of the shards that this machine holds, in the stub's order, which decides where a
// release lives. Throws Error(not_found), and Error(configuration) when a shard is remote.
std::vector<std::filesystem::path> local_shards(const std::filesystem::path& directory);

// Where the vocabulary of the shards in use is kept: beside the first that is on this machine.
// There need not be one. Throws Error(not_found) when there is no index.
std::filesystem::path vocabulary_path(const std::filesystem::path& directory);

// Opens one shard for writing and checks its format. Throws Xapian::DatabaseLockError when another
// process writes to it.
Xapian::WritableDatabase open_shard(const std::filesystem::path& shard);

// The shard of `shards` in which the release with this id lives. Stable across versions.
std::size_t shard_of(std::string_view id, std::size_t shards);

// The term that names a release: Q and its id, or, for an id too long for a term, its beginning and
// a hash of the whole.
std::string id_term(std::string_view id);

// The same for any other prefix.
std::string boolean_term(std::string_view prefix, std::string_view value);

}  // namespace vigyapti
