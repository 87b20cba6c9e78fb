#include "indexer/readers/gzip_members.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <new>

namespace vigyapti {
namespace {

// The third byte says deflate, the only method that there is; of the fourth three bits are
// reserved.
constexpr std::string_view magic = "\x1F\x8B\x08";

bool may_begin(std::string_view bytes) {
    constexpr unsigned reserved = 0xE0;
    return bytes.starts_with(magic) && bytes.size() > magic.size() &&
           (static_cast<unsigned char>(bytes[magic.size()]) & reserved) == 0;
}

}  // namespace

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with(magic);
}

GzipMembers::GzipMembers(std::string_view bytes) : bytes_(bytes) {
    constexpr int gzip_only = 16;
    if (::inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc();
}

GzipMembers::~GzipMembers() {
    ::inflateEnd(&stream_);
}

bool GzipMembers::next() {
    const bool filled_up = position_ < bytes_.size() && bytes_[position_] == '\0' &&
                           bytes_.find_first_not_of('\0', position_) == bytes_.npos;
    return !filled_up && begin(position_);
}

bool GzipMembers::begin(std::size_t place) {
    if (place >= bytes_.size()) return false;
    ::inflateReset(&stream_);
    offset_ = place;
    position_ = place;
    ended_ = false;
    is_cut_off_ = false;
    damage_.clear();
    return true;
}

// Unpacks at most `most_input` bytes. How much room is left stands in stream_.avail_out.
int GzipMembers::inflate(char* target, std::size_t size, std::size_t most_input) {
    constexpr std::size_t most = 1U << 30U;  // zlib counts in 32 bits
    const std::size_t given = std::min({bytes_.size() - position_, most_input, most});
    // zlib's interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes_.data() + position_));
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = reinterpret_cast<Bytef*>(target);
    stream_.avail_out = static_cast<uInt>(std::min(size, most));
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    position_ += given - stream_.avail_in;
    taken_ += given - stream_.avail_in;
    return status;
}

std::optional<std::size_t> GzipMembers::read(char* target, std::size_t size) {
    if (!damage_.empty()) return std::nullopt;
    std::size_t got = 0;
    while (got < size && !ended_) {
        const int status = inflate(target + got, size - got, bytes_.size());
        got = static_cast<std::size_t>(reinterpret_cast<char*>(stream_.next_out) - target);
        ended_ = status == Z_STREAM_END;
        if (status != Z_OK && !ended_) {
            fail(status);
            if (got == 0) return std::nullopt;
            break;
        }
    }
    return got;
}

void GzipMembers::fail(int status) {
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    is_cut_off_ = status == Z_BUF_ERROR;
    damage_ = is_cut_off_ ? fmt::format("cut off at byte {}", position_)
                          : fmt::format("damaged at byte {}: {}", position_,
                                        stream_.msg == nullptr ? "no gzip" : stream_.msg);
}

bool GzipMembers::begins_at(std::size_t place,
                            const std::function<bool(std::string_view beginning)>& is_wanted) {
    // Room for a header with a name and for the tables of the first block.
    constexpr std::size_t most_input = 4096;
    if (place >= bytes_.size() || !may_begin(bytes_.substr(place))) return false;
    ++tried_;
    ::inflateReset(&stream_);
    position_ = place;
    std::array<char, member_beginning> beginning{};
    inflate(beginning.data(), beginning.size(), most_input);
    return is_wanted({beginning.data(), beginning.size() - stream_.avail_out});
}

bool GzipMembers::find_next(const std::function<bool(std::string_view beginning)>& is_wanted) {
    constexpr std::uint32_t most_places = 10'000;
    constexpr std::uint64_t most_taken = 10;
    constexpr std::uint64_t always_taken = 1'000'000;
    // Where only the checksum is wrong the next member follows, here or behind the length.
    for (const std::size_t place : {position_, position_ + 4}) {
        if (begins_at(place, is_wanted)) return begin(place);
    }
    for (std::size_t place = offset_ + 1;; ++place) {
        place = bytes_.find(magic, place);
        if (place == bytes_.npos) return false;
        gave_up_ = tried_ >= most_places || taken_ > most_taken * bytes_.size() + always_taken;
        if (gave_up_) return false;
        if (begins_at(place, is_wanted)) return begin(place);
    }
}

std::optional<std::size_t> GzipFile::read(char* target, std::size_t size) {
    for (;;) {
        const auto got = is_open_ ? members_.read(target, size) : std::optional<std::size_t>(0);
        if (got != 0U) return got;
        is_open_ = members_.next();
        if (!is_open_) return 0;
    }
}

}  // namespace vigyapti
