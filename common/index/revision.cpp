#include "common/index/revision.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"

namespace vigyapti {
namespace {

// What tells a file from one that has been renamed into its place. False where there is none.
bool add_stamp(std::string& stamps, const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return false;
    stamps += fmt::format("{}\n{} {} {} {}.{}\n", file.string(), found.st_dev, found.st_ino,
                          found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
    return true;
}

// Nothing where a shard is on another machine.
std::vector<std::filesystem::path> shards_here(const std::filesystem::path& directory) {
    try {
        return local_shards(directory);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::configuration) return {};
        throw;
    }
}

}  // namespace

std::string index_revision(const std::filesystem::path& directory) {
    const std::vector<std::filesystem::path> shards = shards_here(directory);
    std::string stamps;
    if (shards.empty() || !add_stamp(stamps, directory / stub_name)) return {};
    // Xapian replaces this file with each commit.
    for (const std::filesystem::path& shard : shards) {
        if (!add_stamp(stamps, shard / "iamglass")) return {};
    }
    const std::filesystem::path vocabulary = vocabulary_path(directory);
    add_stamp(stamps, vocabulary);
    add_stamp(stamps, vocabulary.parent_path() / translations_name);
    const XXH128_hash_t hash = XXH3_128bits(stamps.data(), stamps.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace vigyapti
