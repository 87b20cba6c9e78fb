#include "common/base/front_coded.hpp"

#include <algorithm>
#include <limits>

#include "common/base/error.hpp"
#include "common/base/varint.hpp"

namespace vigyapti {
namespace {

constexpr std::uint32_t block_entries = 16;
constexpr std::size_t u32_bytes = 4;

[[noreturn]] void throw_corrupt() {
    throw Error(ErrorCode::corrupt, "a list of words is damaged",
                "restore a backup, or build the index anew with: vigyapti-index --rebuild PATH");
}

std::string_view take(std::string_view& bytes, std::uint64_t size) {
    if (size > bytes.size()) throw_corrupt();
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

std::uint64_t take_number(std::string_view& bytes) {
    const auto number = take_varint(bytes);
    if (!number) throw_corrupt();
    return *number;
}

std::uint32_t take_u32(std::string_view& bytes) {
    return u32_at(take(bytes, u32_bytes), 0);
}

}  // namespace

void append_u32(std::string& out, std::uint32_t value) {
    for (std::size_t i = 0; i < u32_bytes; ++i, value >>= 8U)
        out += static_cast<char>(value & 0xFFU);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    if (bytes.size() < at + u32_bytes) throw_corrupt();
    std::uint32_t value = 0;
    for (std::size_t i = u32_bytes; i > 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

void FrontCodedWriter::add(std::string_view text, std::uint64_t number) {
    std::size_t shared = 0;
    if (size_ % block_entries == 0) {
        blocks_.push_back(static_cast<std::uint32_t>(data_.size()));
    } else {
        const auto end = std::mismatch(text.begin(), text.end(), last_.begin(), last_.end());
        shared = static_cast<std::size_t>(end.first - text.begin());
    }
    append_varint(data_, shared);
    append_varint(data_, text.size() - shared);
    data_ += text.substr(shared);
    append_varint(data_, number);
    last_ = text;
    ++size_;
}

std::string FrontCodedWriter::finish() const {
    if (data_.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorCode::io, "a list of words has grown beyond 4 GB");
    }
    std::string out;
    append_u32(out, size_);
    append_u32(out, static_cast<std::uint32_t>(data_.size()));
    for (const std::uint32_t begin : blocks_)
        append_u32(out, begin);
    return out + data_;
}

FrontCoded::FrontCoded(std::string_view& bytes)
    : size_(take_u32(bytes)), block_count_((size_ + block_entries - 1) / block_entries) {
    const std::uint32_t data_size = take_u32(bytes);
    blocks_ = take(bytes, std::uint64_t{block_count_} * u32_bytes);
    data_ = take(bytes, data_size);
}

std::string_view FrontCoded::block(std::uint32_t number) const {
    const std::uint32_t begin = u32_at(blocks_, number * u32_bytes);
    if (begin > data_.size()) throw_corrupt();
    return data_.substr(begin);
}

// The first entry of a block shares nothing: it lies there as it is.
std::string_view FrontCoded::first_of(std::uint32_t number) const {
    std::string_view bytes = block(number);
    take_number(bytes);
    const std::uint64_t size = take_number(bytes);
    return take(bytes, size);
}

FrontCoded::Cursor::Cursor(const FrontCoded& list, std::uint32_t block) : list_(&list) {
    entry_.ordinal = block * block_entries;
    if (done()) return;
    rest_ = list.block(block);
    read();
}

void FrontCoded::Cursor::next() {
    ++entry_.ordinal;
    if (!done()) read();
}

void FrontCoded::Cursor::read() {
    const std::uint64_t shared = take_number(rest_);
    if (shared > entry_.text.size()) throw_corrupt();
    entry_.text.resize(shared);
    const std::uint64_t size = take_number(rest_);
    entry_.text += take(rest_, size);
    entry_.number = take_number(rest_);
}

FrontCoded::Cursor FrontCoded::lower_bound(std::string_view text) const {
    // The last block whose first entry is not above `text`.
    std::uint32_t low = 0;
    for (std::uint32_t high = block_count_; high - low > 1;) {
        const std::uint32_t middle = low + (high - low) / 2;
        (first_of(middle) <= text ? low : high) = middle;
    }
    Cursor cursor(*this, low);
    while (!cursor.done() && cursor->text < text)
        cursor.next();
    return cursor;
}

std::optional<FrontCoded::Entry> FrontCoded::find(std::string_view text) const {
    const Cursor cursor = lower_bound(text);
    if (cursor.done() || cursor->text != text) return std::nullopt;
    return *cursor;
}

FrontCoded::Entry FrontCoded::at(std::uint32_t ordinal) const {
    if (ordinal >= size_) throw_corrupt();
    Cursor cursor(*this, ordinal / block_entries);
    while (cursor->ordinal < ordinal)
        cursor.next();
    return *cursor;
}

}  // namespace vigyapti
