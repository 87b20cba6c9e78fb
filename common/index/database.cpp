#include "common/index/database.hpp"

#include <fmt/core.h>
#include <xxhash.h>

#include <cstdlib>
#include <sstream>

#include "common/base/file.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

constexpr const char* stub_name = "XAPIANDB";
constexpr std::string_view generation_prefix = "gen";
constexpr std::size_t stub_limit = 1U << 20U;

// Xapian's limit is 245 bytes, and a zero byte counts twice.
constexpr std::size_t longest_plain_term = 200;

void check_format(const Xapian::Database& database, const std::filesystem::path& where) {
    const std::string found = database.get_metadata(std::string(format_key));
    if (found == format_version) return;
    if (found.empty()) {
        throw Error(ErrorCode::version, fmt::format("{}: not an index of vigyapti", where.string()),
                    "name another directory with --index");
    }
    throw Error(ErrorCode::version,
                fmt::format("{}: written in index format {}, this program reads format {}",
                            where.string(), found, format_version),
                "build the index anew with: vigyapti-index --rebuild PATH");
}

// The folder of the shards that the stub lists; empty when there is no stub.
std::string generation_in_use(const std::filesystem::path& directory) {
    if (!index_exists(directory)) return {};
    return local_shards(directory).front().parent_path().filename().string();
}

[[noreturn]] void throw_no_index(const std::filesystem::path& directory) {
    throw Error(ErrorCode::not_found, fmt::format("{}: no index there", directory.string()),
                "create it with: vigyapti-index --index DIR PATH, or name another with --index");
}

}  // namespace

bool index_exists(const std::filesystem::path& directory) {
    std::error_code ignored;
    return std::filesystem::exists(directory / stub_name, ignored);
}

Xapian::Database open_index(const std::filesystem::path& directory) {
    if (!index_exists(directory)) throw_no_index(directory);
    try {
        Xapian::Database database(directory.string());
        check_format(database, directory);
        return database;
    } catch (const Xapian::Error& error) {
        throw translate(error, directory.string());
    }
}

Generation create_generation(const std::filesystem::path& directory, std::size_t shards) {
    make_folders(directory);
    const std::string used = generation_in_use(directory);
    int number = 1;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(generation_prefix)) continue;
        if (name == used) {
            number = std::atoi(name.c_str() + generation_prefix.size()) + 1;
        } else {
            std::filesystem::remove_all(entry.path());
        }
    }
    Generation generation;
    const std::string folder = fmt::format("{}{}", generation_prefix, number);
    make_folders(directory / folder);
    for (std::size_t i = 0; i < shards; ++i) {
        const std::string name = fmt::format("{}/shard{}", folder, i);
        Xapian::WritableDatabase shard((directory / name).string(), Xapian::DB_CREATE_OR_OVERWRITE);
        shard.set_metadata(std::string(format_key), std::string(format_version));
        shard.commit();
        generation.shards.push_back(directory / name);
        generation.stub += fmt::format("auto {}\n", name);
    }
    return generation;
}

void publish_generation(const std::filesystem::path& directory, const Generation& generation) {
    replace_file(directory / stub_name, generation.stub);
}

void create_index(const std::filesystem::path& directory, std::size_t shards) {
    publish_generation(directory, create_generation(directory, shards));
}

std::vector<std::filesystem::path> local_shards(const std::filesystem::path& directory) {
    if (!index_exists(directory)) throw_no_index(directory);
    std::istringstream stub(read_file(directory / stub_name, stub_limit));
    std::vector<std::filesystem::path> shards;
    for (std::string line; std::getline(stub, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto space = line.find(' ');
        if (space == line.npos || line.substr(0, space) != "auto") {
            throw Error(ErrorCode::configuration,
                        fmt::format("{}: shard \"{}\" is not on this machine",
                                    (directory / stub_name).string(), line),
                        "run vigyapti-index on the machine that holds it");
        }
        shards.push_back(directory / line.substr(space + 1));
    }
    if (shards.empty()) throw_no_index(directory);
    return shards;
}

Xapian::WritableDatabase open_shard(const std::filesystem::path& shard) {
    Xapian::WritableDatabase database(shard.string(), Xapian::DB_OPEN);
    check_format(database, shard);
    return database;
}

std::size_t shard_of(std::string_view id, std::size_t shards) {
    return static_cast<std::size_t>(XXH3_64bits(id.data(), id.size()) % shards);
}

std::string boolean_term(std::string_view prefix, std::string_view value) {
    if (value.size() <= longest_plain_term) return fmt::format("{}{}", prefix, value);
    const auto hash = XXH3_128bits(value.data(), value.size());
    return fmt::format("{}{}~{:016x}{:016x}", prefix, value.substr(0, longest_plain_term - 40),
                       hash.high64, hash.low64);
}

std::string id_term(std::string_view id) {
    return boolean_term(field(FieldId::id).prefix, id);
}

}  // namespace vigyapti
