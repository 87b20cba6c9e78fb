// Changes releases that are in the index already, in place: one thread a shard, which owns it, fed
// through a bounded queue.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

#include "common/base/xapian.hpp"
#include "indexer/claims.hpp"

namespace vigyapti {

class ShardWriter {
  public:
    // Opens the shard. `full_bytes`: changed text after which it is full, which, with a queue of as
    // much, bounds its memory. Throws Xapian::Error.
    ShardWriter(const std::filesystem::path& shard, std::size_t full_bytes);
    // Drops what was not committed.
    ~ShardWriter();
    ShardWriter(const ShardWriter&) = delete;
    ShardWriter& operator=(const ShardWriter&) = delete;

    // Puts `release` in the place of document `number` unless a release that stands later in the
    // input is there already. `bytes`: size of its text. Waits while the queue is full. Throws what
    // the shard's thread met.
    void replace(Xapian::docid number, InputPlace place, Xapian::Document release,
                 std::size_t bytes);
    void remove(Xapian::docid number);

    // Whether it is time to finish. Nothing is committed before, since the vocabulary must know the
    // words of a release before the index has them.
    bool is_full() const { return full_; }

    // Waits for the queue to empty and makes all changes durable and visible. Throws what the
    // shard's thread met. Nothing may follow.
    void finish();

  private:
    struct Change {
        Xapian::docid number = 0;
        InputPlace place;
        bool removal = false;
        Xapian::Document release;
        std::size_t bytes = 0;
    };

    void push(Change change);
    void run();
    void apply(const Change& change);
    void remove_document(Xapian::docid number);
    void commit();

    const std::filesystem::path path_;
    Xapian::WritableDatabase database_;
    const std::size_t full_bytes_;
    std::size_t replaced_bytes_ = 0;
    std::size_t removed_ = 0;  // since the last commit
    std::atomic<bool> full_{false};
    std::map<Xapian::docid, InputPlace> places_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Change> queue_;
    std::size_t queued_bytes_ = 0;
    bool closed_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace vigyapti
