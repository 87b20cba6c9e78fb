// What the unpacking of an archive, and of those in it, has cost.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/readers/archive.hpp"
#include "indexer/readers/inner.hpp"
#include "indexer/readers/unpack.hpp"

namespace vigyapti {

// Ends the reading of the outermost archive, in whatever depth it is met.
struct LimitMet {
    std::string what;
};

class ArchiveBudget {
  public:
    // `packed`: bytes of the outermost archive. `limits` must outlive the budget.
    ArchiveBudget(const ArchiveLimits& limits, std::size_t packed);

    const ArchiveLimits& limits() const { return limits_; }

    // Both throw LimitMet.
    void spend_file();
    void spend(std::uint64_t bytes);

  private:
    const ArchiveLimits& limits_;
    const std::uint64_t most_whole_;
    const std::uint64_t most_;
    std::uint64_t unpacked_ = 0;
    std::uint32_t files_ = 0;
};

// The file of an archive that is being read.
struct InnerFile {
    UnpackedFile& content;
    const Reader& reader;
    InnerSink& sink;
    ArchiveBudget& budget;

    // As UnpackedFile::read, and counts what is unpacked, whatever becomes of it.
    std::optional<std::size_t> read(char* target, std::size_t size) const {
        const auto got = content.read(target, size);
        if (got) budget.spend(*got);
        return got;
    }
};

// Reads a file of one record a line in parts of whole lines, so that it may be of any size. A line
// beyond the limit is a problem. Throws LimitMet.
void read_lines(const InnerFile& file);

// Read a web archive one record at a time, so that it may be of any size. A record beyond the limit
// of files is a problem. `packed`: a gzip file, in which damage costs only the member where it is.
// Both throw LimitMet.
void read_unpacked_warc(const InnerFile& file);
void read_gzip_warc(std::string_view packed, InnerSink& sink, ArchiveBudget& budget);

}  // namespace vigyapti
