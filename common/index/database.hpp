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

// The file by which a directory is an index.
inline constexpr const char* stub_name = "XAPIANDB";

// The name of the change-detection state's folder in that of its generation.
inline constexpr const char* state_name = "state";

// The name of the file of translations that the index brings, likewise.
inline constexpr const char* translations_name = "translations";

// Opens the index for reading. Throws Error(not_found) when there is none at `directory` and
// Error(version) when it was written in another format.
Xapian::Database open_index(const std::filesystem::path& directory);

// Whether `directory` holds an index. Throws Error(io) when that cannot be told.
bool index_exists(const std::filesystem::path& directory);

// The shards of an index and the folder, the generation, that holds them beside the
// change-detection state and the vocabulary.
struct Generation {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> shards;  // in the order of the stub
};

// The generation that the stub names. Throws Error(not_found), and Error(configuration) when one of
// its shards is on another machine.
Generation current_generation(const std::filesystem::path& directory);

// Makes the folder of a new generation, without shards, beside the one in use. Throws Error(io).
Generation start_generation(const std::filesystem::path& directory);

// The path of a shard that is to be made in the generation: a number that none had before, so that
// a reader with an old stub in its hand never opens the wrong one.
std::filesystem::path next_shard(const Generation& generation);

// Puts the generation's shards into use: one rename, so that readers see the old ones or the new
// ones. The shards' own files must be durable. Throws Error(io).
void publish_generation(const std::filesystem::path& directory, const Generation& generation);

// Removes what the stub does not name: what a stopped run left behind, and what the last run
// replaced and a reader then might still have been about to open. Throws Error(io).
void remove_leftovers(const std::filesystem::path& directory);

// Creates an empty shard. Throws Xapian::Error.
Xapian::WritableDatabase create_shard(const std::filesystem::path& shard, int flags = 0);

// Makes `directory` an index of empty shards. Throws Error(io).
void create_index(const std::filesystem::path& directory, std::size_t shards);

// The folders of the shards that this machine holds, in the stub's order. Throws Error(not_found),
// and Error(configuration) when a shard is remote.
std::vector<std::filesystem::path> local_shards(const std::filesystem::path& directory);

// Where the vocabulary of the shards in use is kept: beside the first that is on this machine.
// There need not be one. Throws Error(not_found) when there is no index.
std::filesystem::path vocabulary_path(const std::filesystem::path& directory);

// Opens one shard for writing and checks its format. Throws Xapian::DatabaseLockError when another
// process writes to it.
Xapian::WritableDatabase open_shard(const std::filesystem::path& shard);

// The term that names a release: Q and its id, or, for an id too long for a term, its beginning and
// a hash of the whole.
std::string id_term(std::string_view id);

// The same for any other prefix.
std::string boolean_term(std::string_view prefix, std::string_view value);

}  // namespace vigyapti
