// A look at a file without analysing it: is its content another, and which releases does it hold?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/scan.hpp"
#include "indexer/source_reader.hpp"

namespace vigyapti {

// The hash of a file's bytes, as the state keeps it; nothing when it cannot be read.
std::optional<std::uint64_t> hash_file(const std::string& path);

struct FileIds {
    std::unordered_set<std::string> terms;  // of the ids, as id_term gives them
    bool whole = true;  // false: something in it cannot be read, so that more ids may be there
};

// Reads the file and completes its releases. Never throws for its content.
FileIds read_ids(const SourceFile& file, const SourceReader& reader);

}  // namespace vigyapti
