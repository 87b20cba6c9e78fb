// Hands items from many threads to one, in the order of their numbers, so that the index of the
// same input is the same whatever the number of threads.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace vigyapti {

template <typename Item>
class OrderedQueue {
  public:
    // Items are numbered from 0 without gaps; each number is pushed once, in any order.
    void push(std::uint64_t number, Item item) {
        {
            const std::lock_guard lock(mutex_);
            items_.emplace(number, std::move(item));
        }
        ready_.notify_one();
    }

    // No number from `count` on will be pushed.
    void finish(std::uint64_t count) {
        {
            const std::lock_guard lock(mutex_);
            count_ = count;
        }
        ready_.notify_one();
    }

    // Waits for the next item in order; nothing behind the last.
    std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [this] {
            return next_ == count_ || (!items_.empty() && items_.begin()->first == next_);
        });
        if (next_ == count_) return std::nullopt;
        ++next_;
        return std::move(items_.extract(items_.begin()).mapped());
    }

  private:
    std::mutex mutex_;
    std::condition_variable ready_;
    std::map<std::uint64_t, Item> items_;
    std::uint64_t next_ = 0;
    std::optional<std::uint64_t> count_;
};

}  // namespace vigyapti
