// What became of each file of a run: gathered by several threads, then written to the state.
#pragma once

#include <cstdint>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "indexer/remarks.hpp"
#include "indexer/report.hpp"
#include "indexer/scan.hpp"
#include "indexer/state.hpp"

namespace vigyapti {

struct FileOutcome {
    std::uint64_t releases = 0;  // that the index has from the file
    std::uint64_t content_hash = 0;
    bool id_from_name = false;
    bool shadowed = false;
    bool read = false;  // to its end
    bool recorded = false;
    std::vector<Failure> failures;
    std::uint64_t unlisted = 0;  // failures that the last one stands for, when there are too many
};

// Thread-safe.
class Outcomes {
  public:
    // All must outlive the object. `shown`: the files' paths for messages.
    Outcomes(std::span<const SourceFile> files, const ScanResult& scanned, Report& report)
        : files_(files), scanned_(scanned), report_(report), outcomes_(files.size()) {}

    std::size_t number_of(const SourceFile& file) const {
        return static_cast<std::size_t>(&file - files_.data());
    }

    // Remembers a failure and reports it; `line` 0: the file as a whole.
    void fail(const SourceFile& file, std::uint64_t line, const std::string& what);
    // Tells whoever asked that the file, or a document in it, holds no release.
    void nothing(const SourceFile& file, const std::string& why);
    // Prints a warning that names the file and the release.
    void warn(const SourceFile& file, const std::string& id, const std::string& what);
    // Keeps a remark that names the file and the release at `place`, to be shown by show_remarks.
    void remark(RemarkKind kind, const SourceFile& file, const InputPlace& place,
                const std::string& id, const std::string& what);
    // Between rounds and, with `last`, at the end: prints the remarks that are to be shown.
    void show_remarks(bool last);

    void count_release(const SourceFile& file, bool id_from_name);
    void note_shadowed(std::size_t file, bool had_counted);
    void note_read(const SourceFile& file, std::uint64_t content_hash);
    // A release of the index is put under another file than this one, by its number in the state.
    void note_taken(std::uint32_t from);

    // The numbers of the files that were read to their end, or lost a release, since the last call.
    std::vector<std::size_t> take_read();
    // The numbers of the files that were read, if only in part, and that take_read has not named.
    std::vector<std::size_t> begun() const;
    // The numbers of files that lost releases to others since the last call.
    std::set<std::uint32_t> take_robbed();
    const FileOutcome& operator[](std::size_t file) const { return outcomes_[file]; }

  private:
    std::span<const SourceFile> files_;
    const ScanResult& scanned_;
    Report& report_;
    mutable std::mutex mutex_;
    std::vector<FileOutcome> outcomes_;
    std::set<std::uint32_t> robbed_;
    Remarks remarks_;
};

}  // namespace vigyapti
