// Sorted strings, each with a number, in little space: a string is stored as what it does not share
// with the one before it. Every sixteenth is whole, so that any is found by a binary search and a
// few steps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

class FrontCodedWriter {
  public:
    // Strings come in ascending order, each once.
    void add(std::string_view text, std::uint64_t number);

    std::uint32_t size() const { return size_; }

    // The list as bytes, at most 4 GB.
    std::string finish() const;

  private:
    std::vector<std::uint32_t> blocks_;  // where in `data_` each begins
    std::string data_;
    std::string last_;
    std::uint32_t size_ = 0;
};

// A view of what FrontCodedWriter made; its bytes must outlive it. All functions throw
// Error(corrupt) when they meet bytes that it did not make.
class FrontCoded {
  public:
    struct Entry {
        std::string text;
        std::uint64_t number = 0;
        std::uint32_t ordinal = 0;
    };

    // Walks over entries in their order.
    class Cursor {
      public:
        bool done() const { return entry_.ordinal >= list_->size_; }
        const Entry& operator*() const { return entry_; }
        const Entry* operator->() const { return &entry_; }
        void next();

      private:
        friend class FrontCoded;
        Cursor(const FrontCoded& list, std::uint32_t block);
        void read();

        const FrontCoded* list_;
        std::string_view rest_;
        Entry entry_;
    };

    FrontCoded() = default;
    // Takes the list off the front of `bytes`.
    explicit FrontCoded(std::string_view& bytes);

    std::uint32_t size() const { return size_; }
    Cursor begin() const { return {*this, 0}; }

    // The first entry that is not below `text`.
    Cursor lower_bound(std::string_view text) const;

    std::optional<Entry> find(std::string_view text) const;

    // The entry with this ordinal, below size().
    Entry at(std::uint32_t ordinal) const;

  private:
    std::string_view block(std::uint32_t number) const;
    std::string_view first_of(std::uint32_t block) const;

    std::uint32_t size_ = 0;
    std::uint32_t block_count_ = 0;
    std::string_view blocks_;
    std::string_view data_;
};

// Four bytes, the lowest first.
void append_u32(std::string& out, std::uint32_t value);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);

}  // namespace vigyapti
