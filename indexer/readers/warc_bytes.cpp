#include "indexer/readers/warc_bytes.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

namespace vigyapti {
namespace {

constexpr std::size_t step = 1U << 16U;
constexpr std::size_t most_growth = 1U << 25U;

}  // namespace

void WarcBytes::drop(std::size_t size) {
    at_hand_.remove_prefix(size);
    dropped_ += size;
    while (members_.size() > 1 && members_[1].begin <= dropped_)
        members_.pop_front();
}

// For a step behind what is at hand. What is moved is never more than what was dropped before it.
void WarcBytes::make_room() {
    const std::size_t size = at_hand_.size();
    auto begin = size == 0 ? 0 : static_cast<std::size_t>(at_hand_.data() - buffer_.data());
    if (begin + size + step > buffer_.size() && begin >= size) {
        std::memmove(buffer_.data(), buffer_.data() + begin, size);
        begin = 0;
    }
    if (begin + size + step > buffer_.size()) {
        buffer_.resize(buffer_.size() + std::clamp(buffer_.size(), 2 * step, most_growth));
    }
    at_hand_ = {buffer_.data() + begin, size};
}

void WarcBytes::begin_member() {
    is_open_ = true;
    const std::uint64_t begin = dropped_ + at_hand_.size();
    // The last one was empty, or was dropped.
    if (!members_.empty() && (members_.back().begin == begin || at_hand_.empty())) {
        members_.pop_back();
    }
    if (const auto offset = source_->offset()) members_.push_back({begin, *offset});
}

void WarcBytes::note_damage() {
    is_open_ = false;
    damage_ = source_->damage();
    is_sound_ = source_->is_sound_before_damage();
    goes_on_ = source_->find_next();
    // It is not the file that is too short.
    if (goes_on_) is_sound_ = false;
}

bool WarcBytes::more_of_member() {
    if (!is_open_) return false;
    make_room();
    const auto got =
        source_->read(buffer_.data() + (at_hand_.data() - buffer_.data()) + at_hand_.size(), step);
    if (!got) {
        note_damage();
    } else {
        is_open_ = *got > 0;
        at_hand_ = {at_hand_.data(), at_hand_.size() + *got};
    }
    return is_open_;
}

bool WarcBytes::more() {
    while (!more_of_member()) {
        if (source_ == nullptr || ended_ || is_damaged()) return false;
        ended_ = !source_->next();
        if (ended_) return false;
        begin_member();
    }
    return true;
}

bool WarcBytes::fill(std::size_t size) {
    while (at_hand_.size() < size && more()) {
    }
    return at_hand_.size() >= size;
}

bool WarcBytes::fill_from_member(std::size_t size) {
    while (at_hand_.size() < size && more_of_member()) {
    }
    return at_hand_.size() >= size;
}

bool WarcBytes::skip(std::uint64_t size, std::string_view stop) {
    if (source_ == nullptr && size > at_hand_.size()) return false;
    for (;;) {
        const std::size_t there = std::min<std::uint64_t>(size, at_hand_.size());
        drop(there);
        size -= there;
        if (size == 0) return true;
        if (!more()) return false;
        if (find_member(stop, 0)) return false;
    }
}

void WarcBytes::skip_line_ends() {
    do {
        drop(std::min(at_hand_.find_first_not_of("\r\n"), at_hand_.size()));
    } while (at_hand_.empty() && more());
}

std::optional<std::size_t> WarcBytes::find_member(std::string_view beginning,
                                                  std::size_t size) const {
    for (const Member& member : members_) {
        if (member.begin < dropped_) continue;
        const std::size_t place = member.begin - dropped_;
        if (place > size) break;
        if (at_hand_.substr(place).starts_with(beginning)) return place;
    }
    return std::nullopt;
}

std::string WarcBytes::place() const {
    if (members_.empty()) return fmt::format("byte {}", dropped_);
    const auto& [begin, offset] = members_.front();
    if (begin == dropped_) return fmt::format("byte {}", offset);
    return fmt::format("byte {} of the gzip member at byte {}", dropped_ - begin, offset);
}

void WarcBytes::resume() {
    drop(at_hand_.size());
    damage_.clear();
    ended_ = !goes_on_;
    if (goes_on_) begin_member();
}

}  // namespace vigyapti
