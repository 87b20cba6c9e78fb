// What the index knows of the files that it was made from: enough to tell at the next run, by stat
// alone, which are new, changed or gone. Kept in a small database beside the shards and committed
// before them, to say which files are under way, and after them: what it says is in the index is
// there, each file that a release names is known, and after a crash some files are read again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {

struct Failure {
    std::uint64_t line = 0;  // 0: the file as a whole
    std::string reason;

    bool operator==(const Failure&) const = default;
};

struct FileRecord {
    std::uint32_t number = 0;  // names the file in the index's documents; from 1
    std::string path;          // absolute
    std::string name;          // the id of a release without one
    std::string format;        // of the reader that read it
    std::string source;        // given to releases that name none
    FileStamp stamp;
    std::uint64_t content_hash = 0;
    std::uint64_t releases = 0;
    // Some of its releases have an id that is made of the file's name.
    bool id_from_name = false;
    // Some of its releases are in the index as another file has them.
    bool shadowed = false;
    // It was modified so shortly before it was read that the stamp may hide a change.
    bool recent = false;
    std::vector<Failure> failures;  // the first few

    bool operator==(const FileRecord&) const = default;
};

// Where a file has more failures than this, the last one says how many more there are.
inline constexpr std::size_t most_failures = 100;

class State {
  public:
    // Opens the state at `path` for reading; an empty one when there is none. Throws Xapian::Error
    // and Error(corrupt).
    static State load(const std::filesystem::path& path);

    // In the order of their numbers.
    const std::vector<FileRecord>& files() const { return files_; }
    std::uint32_t highest_number() const;

    // Takes note of changes; nothing is on the disk before `commit`.
    void put(FileRecord record);
    void erase(std::uint32_t number);

    // Writes the changes, durably and all at once. Throws Xapian::Error.
    void commit();

  private:
    explicit State(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
    std::vector<FileRecord> files_;
    std::vector<FileRecord> changed_;
    std::vector<std::uint32_t> erased_;
};

}  // namespace vigyapti
