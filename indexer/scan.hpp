// From the paths on the command line to the list of files to read: one pass over the folders, one
// stat a file.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/options.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {

// The path that stands for JSONL on standard input.
inline constexpr std::string_view standard_input = "-";

// What tells a file from its former self without reading it.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t modified = 0;  // nanoseconds since 1970
    std::uint64_t inode = 0;

    bool operator==(const FileStamp&) const = default;
};

// A path that was named.
struct Root {
    std::string path;    // absolute
    std::string shown;   // as it was named
    std::string source;  // of releases that name none; may be empty
    std::uint64_t files = 0;
    bool missing = false;  // or unreadable as a whole
    std::string problem;   // why
};

struct SourceFile {
    std::string path;  // absolute, or "-"
    std::string name;  // relative to the root: the id of a release without one; valid UTF-8
    const Reader* reader = nullptr;
    FileStamp stamp;
    std::size_t root = 0;  // number of its root
};

struct ScanResult {
    std::vector<Root> roots;        // in the order of the paths
    std::vector<SourceFile> files;  // in the order of the roots, by name within each
    // Folders and files that could not be looked at: they, and what is below them, are unknown, not
    // gone.
    std::vector<std::string> unreadable;
    std::uint64_t bytes = 0;
    std::uint64_t skipped = 0;  // files in folders whose format no reader knows
};

// Called with a path and what is wrong with it, for what cannot be scanned.
using ScanProblem = std::function<void(const std::string& path, const std::string& what)>;

// `paths`: files or folders, and "-", which comes last whatever its place; folders are walked,
// hidden entries and links to folders are passed over. A path that lies in an earlier one is not
// listed twice. `format`: a reader's name, or "auto" for the one that the file's extension names. A
// root that is missing or cannot be read is marked so. Throws Error(usage) when a file that was
// named itself has no known format.
ScanResult scan(std::span<const InputPath> paths, std::string_view format,
                const ScanProblem& problem);

// An absolute path as the user named it: relative where the root was.
std::string shown_path(const ScanResult& scanned, const std::string& path);

// Whether `path` is `folder` or lies in it.
bool lies_in(std::string_view path, std::string_view folder);

}  // namespace vigyapti
