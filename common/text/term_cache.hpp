// Words seen and their terms, kept close together in memory: a look-up is one hash, one probe and
// one comparison, and allocates nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/token.hpp"

namespace vigyapti {

class TermCache {
  public:
    TermCache();

    // The entry of `word`; nothing when it has not been added. Its views live until `clear`.
    std::optional<Term> find(std::string_view word) const;

    // Adds copies of the three; `word` must not be there yet. The views returned live until
    // `clear`.
    Term add(std::string_view word, std::string_view key, std::string_view exact);

    std::size_t size() const { return count_; }
    void clear();

  private:
    struct Slot {
        std::uint64_t hash = 0;
        const char* word = nullptr;  // nullptr: the slot is free
        std::uint32_t word_size = 0;
        Term term;
    };

    std::size_t free_slot(std::uint64_t hash) const;
    void grow();
    std::string_view keep(std::string_view text);

    std::vector<Slot> slots_;  // a power of two, probed one by one
    std::size_t count_ = 0;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;  // what is left of the last block
    std::size_t free_size_ = 0;
};

}  // namespace vigyapti
