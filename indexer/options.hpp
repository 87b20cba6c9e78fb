// The indexer's command line as a plain struct, checked before any work is done.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/base/options.hpp"

namespace vigyapti {

struct IndexOptions {
    std::filesystem::path index;
    std::vector<std::string> paths;  // "-" is JSONL on standard input
    std::string format = "auto";
    std::size_t threads = 1;           // that read and analyse
    std::size_t shards = 1;            // of an index that is created
    std::size_t max_release_size = 0;  // bytes
    bool rebuild = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
};

// Every flag of vigyapti-index.
std::span<const Option> index_flags();

// Throws Error(usage) or Error(configuration).
IndexOptions parse_index_options(int argc, const char* const* argv);

// What --help prints.
std::string index_help();

}  // namespace vigyapti
