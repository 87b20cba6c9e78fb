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

constexpr std::string_view generation_prefix = "gen";
constexpr std::string_view shard_prefix = "shard";
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

    bool operator==(const StubLine&) const = default;
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

// The number behind `prefix` in a folder's name ("gen12"); nothing for any other name.
std::optional<int> number_of(const std::filesystem::path& folder, std::string_view prefix) {
    const std::string filename = folder.filename().string();
    std::string_view name = filename;
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    int number = 0;
    const auto [end, code] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (code != std::errc() || end != name.data() + name.size()) return std::nullopt;
    return number;
}

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        entries.push_back(entry.path());
    return entries;
}

// The highest number of a folder called `prefix` and a number in `parent`; 0 when there is none.
int highest_number(const std::filesystem::path& parent, std::string_view prefix) {
    int highest = 0;
    for (const std::filesystem::path& entry : entries_of(parent))
        highest = std::max(highest, number_of(entry, prefix).value_or(0));
    return highest;
}

Xapian::Database open_shards(const std::filesystem::path& directory,
                             const std::vector<StubLine>& lines) {
    Xapian::Database index;
    for (const StubLine& line : lines) {
        const Xapian::Database shard = open_stub_line(directory, line);
        check_format(shard, directory / line.target);
        index.add_database(shard);
    }
    return index;
}

// What a generation's folder holds beside its shards.
bool belongs_to_generation(const std::filesystem::path& entry) {
    return entry.filename() == state_name || entry.filename() == vocabulary_name ||
           entry.filename() == translations_name;
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
    // A run may swap the stub and remove what the old one names between our two looks, or commit
    // twice.
    constexpr int attempts = 100;
    for (int attempt = 1;; ++attempt) {
        const std::vector<StubLine> lines = read_stub(directory);
        try {
            return open_shards(directory, lines);
        } catch (const Xapian::DatabaseModifiedError& error) {
            if (attempt == attempts) throw translate(error, directory.string());
        } catch (const Xapian::DatabaseError& error) {
            if (attempt == attempts || read_stub(directory) == lines) {
                throw translate(error, directory.string());
            }
        } catch (const Xapian::Error& error) {
            throw translate(error, directory.string());
        }
    }
}

Generation current_generation(const std::filesystem::path& directory) {
    Generation generation;
    generation.shards = local_shards(directory);
    generation.folder = generation.shards.front().parent_path();
    return generation;
}

Generation start_generation(const std::filesystem::path& directory) {
    make_folders(directory);
    const int number = highest_number(directory, generation_prefix) + 1;
    Generation generation{directory / fmt::format("{}{}", generation_prefix, number), {}};
    make_folders(generation.folder);
    sync_folder(directory);
    return generation;
}

std::filesystem::path next_shard(const Generation& generation) {
    const int number = highest_number(generation.folder, shard_prefix) + 1;
    return generation.folder / fmt::format("{}{}", shard_prefix, number);
}

void publish_generation(const std::filesystem::path& directory, const Generation& generation) {
    sync_folder(generation.folder);
    std::string stub;
    for (const std::filesystem::path& shard : generation.shards)
        stub += fmt::format("auto {}\n", shard.lexically_relative(directory).string());
    replace_file(directory / stub_name, stub);
}

void remove_leftovers(const std::filesystem::path& directory) {
    if (!std::filesystem::is_directory(directory)) return;
    Generation used;
    if (index_exists(directory)) used = current_generation(directory);
    const std::string replacement = fmt::format("{}.tmp", stub_name);
    for (const std::filesystem::path& path : entries_of(directory)) {
        const bool stopped_swap = path.filename().string().starts_with(replacement);
        const bool generation = number_of(path, generation_prefix).has_value();
        if (stopped_swap || (generation && path != used.folder)) remove_tree(path);
    }
    if (used.folder.empty()) return;
    for (const std::filesystem::path& path : entries_of(used.folder)) {
        const auto& shards = used.shards;
        const bool in_use = std::find(shards.begin(), shards.end(), path) != shards.end();
        if (!in_use && !belongs_to_generation(path)) remove_tree(path);
    }
}

Xapian::WritableDatabase create_shard(const std::filesystem::path& shard, int flags) {
    Xapian::WritableDatabase database(shard.string(), Xapian::DB_CREATE_OR_OVERWRITE | flags);
    database.set_metadata(std::string(format_key), std::string(format_version));
    return database;
}

void create_index(const std::filesystem::path& directory, std::size_t shards) {
    Generation generation = start_generation(directory);
    for (std::size_t i = 0; i < shards; ++i) {
        generation.shards.push_back(next_shard(generation));
        create_shard(generation.shards.back()).commit();
    }
    publish_generation(directory, generation);
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
