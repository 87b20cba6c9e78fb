// When releases were indexed, for those who ask what is new since they last asked. All releases of
// one run have one time, later than that of any run before it, whatever the clock does. A rebuild
// makes nothing new: what the index that it replaces holds too keeps its time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/known_releases.hpp"

namespace vigyapti {

// Of one run; any number of threads may read it.
class IndexingTimes {
  public:
    // `directory`: of the index, of which there may be none yet, or one that cannot be read.
    // `rebuild`: the run replaces what is there.
    IndexingTimes(const std::filesystem::path& directory, bool rebuild);

    double of_run() const { return of_run_; }

  private:
    friend class ReplacedTimes;

    void look_at(const std::filesystem::path& shard, bool rebuild);

    double of_run_;                                // seconds since 1970
    std::vector<std::filesystem::path> replaced_;  // shards
    bool other_format_ = false;                    // so that hashes of contents cannot be compared
};

// Looks releases up in the index that a rebuild replaces. Not thread-safe: one object a thread.
class ReplacedTimes {
  public:
    explicit ReplacedTimes(const IndexingTimes& times);

    // The time of a release with this term for its id and this hash: its old one where it has not
    // changed, else that of the run. Throws nothing but for lack of memory: an old index that is
    // damaged is as good as none.
    double of(const std::string& id_term, const std::string& content_hash);

  private:
    const IndexingTimes& times_;
    std::optional<KnownReleases> known_;
};

}  // namespace vigyapti
