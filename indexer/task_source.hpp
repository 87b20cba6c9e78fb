// Cuts the input into tasks of about a megabyte: a group of small files, or some lines of a big
// one.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/report.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {

// Whole files, to be read by the worker, or `bytes`, lines of `chunk_of` from `first_line` on.
struct Task {
    std::span<const SourceFile> files;
    const SourceFile* chunk_of = nullptr;
    std::string bytes;  // with reader_padding bytes of capacity behind its end
    std::uint64_t first_line = 1;
};

inline constexpr std::size_t task_bytes = 1'000'000;

class TaskSource {
  public:
    // All arguments must outlive the source. Lines beyond `longest_line` bytes, or
    // beyond task_bytes where that is more, go to `report`.
    TaskSource(std::span<const SourceFile> files, std::size_t longest_line, Report& report);
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
    void close();

    std::span<const SourceFile> files_;
    const std::size_t longest_line_;
    Report& report_;
    const SourceFile* current_ = nullptr;  // the file that is read in chunks
    int descriptor_ = -1;
    bool at_end_ = false;
    std::string buffer_;
    std::uint64_t line_ = 1;
};

}  // namespace vigyapti
