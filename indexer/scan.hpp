// From the paths on the command line to the list of files to read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/reader.hpp"

namespace vigyapti {

struct SourceFile {
    std::filesystem::path path;
    std::string name;  // relative to the root that was named: the id of a release without one
    const Reader* reader = nullptr;
    std::uint64_t bytes = 0;
};

struct ScanResult {
    std::vector<SourceFile> files;  // in the order of the paths, by name within each
    std::uint64_t bytes = 0;
    std::uint64_t skipped = 0;  // files in folders whose format no reader knows
};

// Called with a path and what is wrong with it, for what cannot be scanned.
using ScanProblem = std::function<void(const std::string& path, const std::string& what)>;

// `paths`: files or folders; folders are walked, hidden entries and links to folders are passed
// over. `format`: a reader's name, or "auto" for the one that the file's extension names.
// Throws Error(bad_input) when a path does not exist, Error(usage) when a file that was named
// itself has no known format.
ScanResult scan(const std::vector<std::string>& paths, const std::string& format,
                const ScanProblem& problem);

}  // namespace vigyapti
