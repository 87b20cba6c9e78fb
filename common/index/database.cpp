#include "common/index/database.hpp"

#include <fmt/core.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <sstream>

#include "common/base/file.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"

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

[[noreturn]] void throw_no_index(const std::filesystem::path& directory) {
    throw Error(ErrorCode::not_found, fmt::format("{}: no index there", directory.string()),
                "create it with: vigyapti-index --index DIR PATH, or name another with --index");
}

struct StubLine {
    std::string kind;    // auto or remote
    std::string target;  // a folder below the index directory, or host:port
};

std::vector<StubLine> read_stub(const std::filesystem::path& directory) {
    if (!index_exists(directory)) throw_no_index(directory);
    std::istringstream stub(read_file(directory / stub_name, stub_limit));
    std::vector<StubLine> lines;
    for (std::string line; std::getline(stub, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto space = std::min(line.find(' '), line.size());
        lines.push_back({line.substr(0, space), line.substr(std::min(space + 1, line.size()))});
    }
    if (lines.empty()) throw_no_index(directory);
    return lines;
}

Xapian::Database open_stub_line(const std::filesystem::path& directory, const StubLine& line) {
    if (line.kind == "auto") return Xapian::Database((directory / line.target).string());
    const auto colon = line.target.rfind(':');
    const int port = colon == line.target.npos ? 0 : std::atoi(line.target.c_str() + colon + 1);
    if (line.kind != "remote" || port <= 0 || port > 65535) {
        throw Error(ErrorCode::configuration,
                    fmt::format("{}: not an index of vigyapti: cannot read the line \"{} {}\"",
                                (directory / stub_name).string(), line.kind, line.target),
                    "write each line as \"auto FOLDER\" or \"remote HOST:PORT\"");
    }
    return Xapian::Remote::open(line.target.substr(0, colon), static_cast<unsigned>(port));
}

// The folder of the shards that the stub lists; empty when there is no stub.
std::string generation_in_use(const std::filesystem::path& directory) {
    if (!index_exists(directory)) return {};
    return local_shards(directory).front().parent_path().filename().string();
}

// The number of a generation's folder ("gen12"); nothing for any other name.
std::optional<int> generation_number(std::string_view name) {
    if (!name.starts_with(generation_prefix)) return std::nullopt;
    name.remove_prefix(generation_prefix.size());
    int number = 0;
    const auto [end, code] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (code != std::errc() || end != name.data() + name.size()) return std::nullopt;
    return number;
}

}  // namespace

bool index_exists(const std::filesystem::path& directory) {
    std::error_code code;
    const bool exists = std::filesystem::exists(directory / stub_name, code);
    if (code) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", directory.string(), code.message()),
                    "check that you may read the index directory");
    }
    return exists;
}

Xapian::Database open_index(const std::filesystem::path& directory) {
    try {
        Xapian::Database index;
        for (const StubLine& line : read_stub(directory)) {
            const Xapian::Database shard = open_stub_line(directory, line);
            check_format(shard, directory / line.target);
            index.add_database(shard);
        }
        return index;
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
        const auto found = generation_number(name);
        if (!found || !entry.is_directory()) continue;
        if (name == used) {
            number = *found + 1;
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
    std::vector<std::filesystem::path> shards;
    for (const StubLine& line : read_stub(directory)) {
        if (line.kind != "auto") {
            throw Error(ErrorCode::configuration,
                        fmt::format("{}: shard \"{} {}\" is not on this machine",
                                    (directory / stub_name).string(), line.kind, line.target),
                        "run vigyapti-index on the machine that holds it");
        }
        shards.push_back(directory / line.target);
    }
    return shards;
}

std::filesystem::path vocabulary_path(const std::filesystem::path& directory) {
    for (const StubLine& line : read_stub(directory)) {
        if (line.kind == "auto") return (directory / line.target).parent_path() / vocabulary_name;
    }
    return directory / vocabulary_name;
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
    // In a key a zero byte takes two.
    const auto zeros = static_cast<std::size_t>(std::count(value.begin(), value.end(), '\0'));
    if (value.size() + zeros <= longest_plain_term) return fmt::format("{}{}", prefix, value);
    const auto hash = XXH3_128bits(value.data(), value.size());
    constexpr std::size_t head = 100;
    return fmt::format("{}{}~{:016x}{:016x}", prefix, value.substr(0, head), hash.high64,
                       hash.low64);
}

std::string id_term(std::string_view id) {
    return boolean_term(field(FieldId::id).prefix, id);
}

}  // namespace vigyapti
