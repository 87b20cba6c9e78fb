#include "indexer/writer.hpp"

#include <utility>

#include "common/base/file.hpp"
#include "common/index/database.hpp"

namespace vigyapti {

ShardWriter::ShardWriter(const std::filesystem::path& shard, std::size_t full_bytes)
    : path_(shard), database_(open_shard(shard)), full_bytes_(full_bytes), thread_([this] {
          try {
              // Otherwise Xapian commits what there is when a failure ends the run.
              database_.begin_transaction();
              run();
          } catch (...) {
              const std::lock_guard lock(mutex_);
              failure_ = std::current_exception();
              changed_.notify_all();
          }
      }) {}

ShardWriter::~ShardWriter() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        queue_.clear();
        closed_ = true;
        changed_.notify_all();
    }
    thread_.join();
}

void ShardWriter::replace(Xapian::docid number, InputPlace place, Xapian::Document release,
                          std::size_t bytes) {
    push({number, place, false, std::move(release), bytes});
}

void ShardWriter::remove(Xapian::docid number) {
    push({number, {}, true, {}, 0});
}

void ShardWriter::push(Change change) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ != nullptr || queued_bytes_ < full_bytes_; });
    if (failure_) std::rethrow_exception(failure_);
    queued_bytes_ += change.bytes;
    queue_.push_back(std::move(change));
    changed_.notify_all();
}

void ShardWriter::run() {
    for (;;) {
        Change change;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
            if (queue_.empty()) return;
            change = std::move(queue_.front());
            queue_.pop_front();
            queued_bytes_ -= change.bytes;
            changed_.notify_all();
        }
        apply(change);
    }
}

void ShardWriter::apply(const Change& change) {
    if (change.removal) {
        remove_document(change.number);
        return;
    }
    InputPlace& place = places_[change.number];
    if (place > change.place) return;
    place = change.place;
    database_.replace_document(change.number, change.release);
    replaced_bytes_ += change.bytes;
    if (replaced_bytes_ >= full_bytes_) full_ = true;
}

// Xapian keeps each posting that it is to remove in memory until it commits. Removals follow all
// releases of a run, whose words the vocabulary has by then.
void ShardWriter::remove_document(Xapian::docid number) {
    constexpr std::size_t removals_per_commit = 5000;
    database_.delete_document(number);
    if (++removed_ < removals_per_commit) return;
    commit();
    database_.begin_transaction();
    removed_ = 0;
}

void ShardWriter::finish() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    commit();
}

// Xapian ends a commit by a rename, but leaves the folder to the system. Were it lost after the
// next changes had begun, the older commit would be back with blocks that these had written over.
void ShardWriter::commit() {
    database_.commit_transaction();
    sync_folder(path_);
}

}  // namespace vigyapti
