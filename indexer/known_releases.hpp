// What the index holds before a run changes it: looked up by id, and by the file that a release was
// read from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/xapian.hpp"

namespace vigyapti {

struct KnownRelease {
    std::size_t shard = 0;       // number in the list of shards
    Xapian::docid document = 0;  // in that shard
    std::string id_term;
    std::string content_hash;
    double indexed_at = 0;   // seconds since 1970
    std::uint32_t file = 0;  // number of the file that it was read from; 0: from none

    bool operator==(const KnownRelease&) const = default;
};

// The term that a release carries for the file with this number.
std::string file_term(std::uint32_t number);

// Not thread-safe: one object a thread.
class KnownReleases {
  public:
    // Throws Xapian::Error.
    explicit KnownReleases(const std::vector<std::filesystem::path>& shards);

    bool empty() const { return empty_; }

    // The release whose id has this term (see id_term). Throws Xapian::Error.
    std::optional<KnownRelease> find(const std::string& id_term);

    // All releases that were read from the file with this number.
    std::vector<KnownRelease> of_file(std::uint32_t number);

    // How many they are.
    std::uint64_t count_of_file(std::uint32_t number) const;

  private:
    // What the shards hold under `term`.
    std::vector<KnownRelease> under(const std::string& term);
    KnownRelease describe(std::size_t shard, Xapian::docid document) const;

    std::vector<Xapian::Database> shards_;
    bool empty_ = true;
};

}  // namespace vigyapti
