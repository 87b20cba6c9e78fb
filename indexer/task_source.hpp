// Cuts the input into tasks of some megabytes: a group of small files, or some lines of a big
// one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "indexer/scan.hpp"

namespace vigyapti {

// Whole files, to be read by the worker, or `bytes`, lines of `chunk_of` from `first_line` on.
struct Task {
    std::span<const SourceFile> files;
    const SourceFile* chunk_of = nullptr;
    std::string bytes;  // with reader_padding bytes of capacity behind its end
    std::uint64_t first_line = 1;
};

// Called with what of a file cannot be read; `line` 0: the file as a whole.
using ReadProblem =
    std::function<void(const SourceFile& file, std::uint64_t line, const std::string& what)>;

// Called when a file that is cut into lines has been handed out to its end, with the hash of its
// bytes.
using FileRead = std::function<void(const SourceFile& file, std::uint64_t content_hash)>;

// Whether a file is handed out in chunks of lines rather than whole.
bool is_cut_into_lines(const SourceFile& file);

// The hash that tells whether a file's content changed.
std::uint64_t file_hash(std::string_view bytes);
// That of all bytes of the open file at `path`, whose position stays where it is. Throws Error(io).
std::uint64_t hash_open_file(int descriptor, const std::string& path);

struct TaskLimits {
    // Each task becomes a piece of the index: with smaller ones the lists of postings are in more
    // parts (8 MB: 2 % less index, 1 MB: 6 % more), with greater ones Xapian's maps leave the
    // caches.
    std::size_t task_bytes = 4'000'000;
    std::size_t longest_line = 16'000'000;  // raised to task_bytes where that is more
};

class TaskSource {
  public:
    // `files` must outlive the source.
    TaskSource(std::span<const SourceFile> files, TaskLimits limits, ReadProblem problem,
               FileRead file_read);
    ~TaskSource();
    TaskSource(const TaskSource&) = delete;
    TaskSource& operator=(const TaskSource&) = delete;

    // The next task; nothing at the end. Not thread-safe.
    std::optional<Task> next();

  private:
    void open_chunked(const SourceFile& file);
    std::optional<Task> next_chunk();
    void skip_long_line();
    bool fill(std::size_t wanted);
    bool wait_for_input() const;
    void close();

    std::span<const SourceFile> files_;
    const TaskLimits limits_;
    const ReadProblem problem_;
    const FileRead file_read_;
    const SourceFile* current_ = nullptr;  // the file that is read in chunks
    int descriptor_ = -1;
    bool at_end_ = false;
    bool failed_ = false;
    bool stopped_ = false;
    std::string buffer_;
    std::uint64_t line_ = 1;
    struct Hash;
    std::unique_ptr<Hash> hash_;  // of what was read of the file
};

}  // namespace vigyapti
