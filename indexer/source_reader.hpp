// From a file on disk to the drafts in it: the one place that opens whole files and decides where
// they are read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/isolation/fork_server.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {

struct SourceLimits {
    std::size_t release = 16'000'000;  // bytes of a page or a text file
    std::size_t file =
        256'000'000;  // bytes of a file of many, or of one read in a process of its own
};

class SourceReader {
  public:
    // To be called while the process has one thread: where a file of `scanned` is to be read in a
    // process of its own, that is prepared here.
    SourceReader(const ScanResult& scanned, const SourceLimits& limits);

    // Reads `file`, which is not cut into lines, into `sink`, which also learns why nothing of it
    // can be read. Returns the hash of its bytes, as the state keeps it. Throws Error(io) when it
    // cannot be opened and Error(bad_input) when it is beyond the limits. Thread-safe.
    std::uint64_t read(const SourceFile& file, DraftSink& sink) const;

    const SourceLimits& limits() const { return limits_; }

  private:
    std::uint64_t read_isolated(const SourceFile& file, DraftSink& sink) const;

    const SourceLimits limits_;
    std::unique_ptr<ForkServer> server_;  // where a file wants it
};

}  // namespace vigyapti
