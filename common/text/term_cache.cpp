#include "common/text/term_cache.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace vigyapti {
namespace {

// Small, since a process that answers one question pays for each page that it touches.
constexpr std::size_t first_slots = 1U << 8U;
constexpr std::size_t growth = 4;
constexpr std::size_t block_size = 1U << 16U;

}  // namespace

TermCache::TermCache() : slots_(first_slots) {}

std::optional<Term> TermCache::find(std::string_view word) const {
    const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.word == nullptr) return std::nullopt;
        if (slot.hash == hash && slot.word_size == word.size() &&
            std::memcmp(slot.word, word.data(), word.size()) == 0) {
            return slot.term;
        }
    }
}

std::size_t TermCache::free_slot(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].word != nullptr)
        at = (at + 1) & mask;
    return at;
}

Term TermCache::add(std::string_view word, std::string_view key, std::string_view exact) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
    Slot& slot = slots_[free_slot(hash)];
    slot.hash = hash;
    slot.word = keep(word).data();
    slot.word_size = static_cast<std::uint32_t>(word.size());
    slot.term.key = keep(key);
    // Most words are their own exact form's key, or share its beginning.
    slot.term.exact = slot.term.key == exact ? slot.term.key : keep(exact);
    ++count_;
    return slot.term;
}

void TermCache::grow() {
    std::vector<Slot> old(slots_.size() * growth);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.word != nullptr) slots_[free_slot(slot.hash)] = slot;
    }
}

// A copy of `text` in memory of our own.
std::string_view TermCache::keep(std::string_view text) {
    // One byte more, so that an empty text has an address of its own too.
    const std::size_t needed = text.size() + 1;
    if (needed > free_size_) {
        free_size_ = std::max(block_size, needed);
        free_ = blocks_.emplace_back(std::make_unique_for_overwrite<char[]>(free_size_)).get();
    }
    const std::string_view kept(free_, text.size());
    std::copy(text.begin(), text.end(), free_);
    free_ += needed;
    free_size_ -= needed;
    return kept;
}

void TermCache::clear() {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    count_ = 0;
    blocks_.clear();
    free_size_ = 0;
}

}  // namespace vigyapti
