// The indexer's command line and configuration as a plain struct, checked before any work is done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/base/options.hpp"

namespace vigyapti {

// What the program is asked to do.
enum class IndexMode : std::uint8_t {
    update,
    check,
    explain_file,
    compact,
    stats,
    list_failed,
    delete_releases,
};

// A file or folder to index.
struct InputPath {
    std::string path;    // "-" is JSONL on standard input
    std::string source;  // of releases that name none; may be empty

    bool operator==(const InputPath&) const = default;
};

struct IndexOptions {
    IndexMode mode = IndexMode::update;
    std::filesystem::path index;
    std::vector<InputPath> paths;
    std::vector<std::string> ids;  // for delete_releases
    std::string format = "auto";
    std::size_t threads = 1;           // that read and analyse
    std::size_t shards = 1;            // that a first build or a rebuild is merged into
    std::size_t memory = 256'000'000;  // bytes that the releases under way may take, roughly
    std::uint64_t commit_bytes = 1'000'000'000;  // of input between two commits; no flag
    std::size_t max_release_size = 0;            // bytes
    std::size_t max_file_size = 256'000'000;     // bytes, of a file of many releases
    unsigned max_delete_percent = 10;            // of a root's releases
    unsigned wait = 0;                           // seconds to wait for the lock
    std::filesystem::path glossary;              // a user's own; may be empty
    // Empty where none is wanted. What the configuration file names is for updates, and the log
    // also for other modes that write.
    std::filesystem::path report;  // file for the JSON report
    std::filesystem::path log;     // file to append to
    bool legacy_fonts = true;      // are read
    bool rebuild = false;
    bool dry_run = false;
    bool allow_mass_delete = false;
    bool retry_failed = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
};

// Every flag of vigyapti-index and every key of its sections in the configuration file.
std::span<const Option> index_flags();

// Throws Error(usage) or Error(configuration).
IndexOptions parse_index_options(int argc, const char* const* argv);

// What --help prints.
std::string index_help();

}  // namespace vigyapti
