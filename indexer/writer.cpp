#include "indexer/writer.hpp"

#include <utility>

#include "common/base/file.hpp"
#include "common/index/database.hpp"

namespace vigyapti {
ShardWriter::ShardWriter(const std::filesystem::path& shard, std::size_t commit_bytes)
    : database_(open_shard(shard)), commit_bytes_(commit_bytes), thread_([this] {
          try {
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
    changed_.wait(lock, [this] { return failure_ != nullptr || queued_bytes_ < commit_bytes_; });
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
        database_.delete_document(change.number);
        return;
    }
    InputPlace& place = places_[change.number];
    if (place > change.place) return;
    place = change.place;
    database_.replace_document(change.number, change.release);
    for (auto term = change.release.termlist_begin(); term != change.release.termlist_end(); ++term)
        terms_.insert(*term);
    pending_bytes_ += change.bytes;
    if (pending_bytes_ < commit_bytes_) return;
    database_.commit();
    pending_bytes_ = 0;
}

void ShardWriter::finish() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    database_.commit();
    // Xapian renames a file for each commit, but leaves the folder to the system.
    sync_folder(path_);
}

}  // namespace vigyapti
