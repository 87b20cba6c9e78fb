#include "indexer/indexing_times.hpp"

#include <algorithm>
#include <chrono>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

double now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since_1970).count();
}

}  // namespace

IndexingTimes::IndexingTimes(const std::filesystem::path& directory, bool rebuild)
    : of_run_(now()) {
    std::vector<std::filesystem::path> shards;
    try {
        if (index_exists(directory)) shards = local_shards(directory);
    } catch (const Error&) {
        return;
    }
    for (const std::filesystem::path& path : shards) {
        try {
            look_at(path, rebuild);
        } catch (const Xapian::Error&) {
            // Of a damaged shard nothing is known; the others count.
        }
    }
}

void IndexingTimes::look_at(const std::filesystem::path& path, bool rebuild) {
    constexpr double tick = 0.001;
    const Xapian::Database shard(path.string());
    const std::string latest = shard.get_value_upper_bound(field(FieldId::indexed_at).slot);
    if (!latest.empty()) of_run_ = std::max(of_run_, Xapian::sortable_unserialise(latest) + tick);
    if (!rebuild) return;
    if (shard.get_metadata(std::string(format_key)) != format_version) other_format_ = true;
    replaced_.push_back(path);
}

ReplacedTimes::ReplacedTimes(const IndexingTimes& times) : times_(times) {
    if (times.replaced_.empty()) return;
    try {
        known_.emplace(times.replaced_);
    } catch (const Xapian::Error&) {
        known_.reset();
    }
}

double ReplacedTimes::of(const std::string& id_term, const std::string& content_hash) {
    if (!known_) return times_.of_run();
    try {
        const std::optional<KnownRelease> old = known_->find(id_term);
        const bool same = old && (times_.other_format_ || old->content_hash == content_hash);
        if (same && old->indexed_at > 0) return old->indexed_at;
    } catch (const Xapian::Error&) {
        known_.reset();
    }
    return times_.of_run();
}

}  // namespace vigyapti
