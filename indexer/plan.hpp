// What a run has to do, decided before anything is changed: which files are new, changed, renamed
// or gone, and which releases will leave the index.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/known_releases.hpp"
#include "indexer/options.hpp"
#include "indexer/scan.hpp"
#include "indexer/source_reader.hpp"
#include "indexer/state.hpp"

namespace vigyapti {

enum class FileFate : std::uint8_t {
    unchanged,
    added,
    changed,
    renamed,  // only its record changes
    touched,  // another stamp, the same content: only its record changes
    retried,  // failed before, or has releases that another file had
    gone,
};

struct PlannedFile {
    FileFate fate = FileFate::added;
    SourceFile file;    // what was found; of a file that is gone only the path
    FileRecord record;  // what the state will say, or said; its number names the file
    std::vector<KnownRelease> leaving;  // releases that it takes out of the index
};

struct Plan {
    std::vector<PlannedFile> files;  // to read, in the order of the input: added, changed, retried
    std::vector<PlannedFile> moved;  // renamed and touched
    std::vector<PlannedFile> gone;
    std::uint64_t unchanged_files = 0;
    std::uint64_t unchanged_releases = 0;
    std::uint64_t failed_before = 0;  // failures remembered from files that did not change
    // Where each file number stands in the input, from 1; 0 for files that are not in it.
    std::vector<std::uint32_t> order;
    // The terms of the ids of all releases that leave.
    std::unordered_set<std::string> leaving;

    bool empty() const { return files.empty() && moved.empty() && gone.empty(); }
};

// Compares what was found with the state. Files whose stamp changed are read once to tell whether
// their content did, and, where they had several releases, which they lost; with options.dry_run
// all that are to be read are, so that what moves to another file does not seem to leave. Throws
// Error(bad_input), with nothing changed, when a root is missing, unreadable or empty or when a
// root would lose more than options.max_delete_percent of its releases, unless
// options.allow_mass_delete.
Plan make_plan(const IndexOptions& options, const ScanResult& scanned, const State& state,
               KnownReleases& known, const SourceReader& reader);

// Throws Error(bad_input) when a root is missing, unreadable or empty.
void check_roots(const ScanResult& scanned);

// What --dry-run prints: a line a file that is not unchanged.
std::string describe_plan(const Plan& plan, const ScanResult& scanned);

}  // namespace vigyapti
