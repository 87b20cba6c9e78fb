// The members of a gzip file (RFC 1952), by zlib. libarchive reads such files too, but hands out
// blocks of 64 KB, of which it loses the one in which a file is cut off, and does not tell where
// one member ends and the next begins, which is where records of web archives begin.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/unpack.hpp"

namespace vigyapti {

// Whether `bytes` begin as a gzip file does.
bool is_gzip(std::string_view bytes);

class GzipMembers {
  public:
    // `bytes`, the whole file, must outlive the object.
    explicit GzipMembers(std::string_view bytes);
    ~GzipMembers();
    GzipMembers(const GzipMembers&) = delete;
    GzipMembers& operator=(const GzipMembers&) = delete;

    // Goes on to the first member, or to the one behind that which was read to its end; false when
    // there is none. What stands there and is no member is one that is damaged. Zeros at the end of
    // the file, with which tapes were filled, are nothing.
    bool next();

    // Of the member, in the file.
    std::size_t offset() const { return offset_; }

    // Reads up to `size` bytes, at least one, of the member to `target`: how many, 0 at its end,
    // nothing where it is damaged or cut off. What was unpacked before that has been read then.
    std::optional<std::size_t> read(char* target, std::size_t size);

    // What is wrong with the member, and where in the file.
    const std::string& damage() const { return damage_; }
    // Whether all that is wrong is that the file ends before the member does.
    bool is_cut_off() const { return is_cut_off_; }

    // Behind damage, goes on to the next place where a member begins whose first bytes, up to
    // member_beginning of them, satisfy `is_wanted`; they tell it from bytes that only look like
    // the beginning of a member. False when there is none, and after so much damage that to go on
    // could cost many times what the size of the file warrants: see gave_up().
    bool find_next(const std::function<bool(std::string_view beginning)>& is_wanted);

    bool gave_up() const { return gave_up_; }

    static constexpr std::size_t member_beginning = 16;

  private:
    bool begins_at(std::size_t place,
                   const std::function<bool(std::string_view beginning)>& is_wanted);
    bool begin(std::size_t place);
    int inflate(char* target, std::size_t size, std::size_t most_input);
    void fail(int status);

    const std::string_view bytes_;
    z_stream stream_{};
    std::size_t offset_ = 0;
    std::size_t position_ = 0;  // of what is to be unpacked next
    bool ended_ = false;        // the member's end was read
    bool is_cut_off_ = false;
    bool gave_up_ = false;
    std::string damage_;       // empty as long as there is none
    std::uint64_t taken_ = 0;  // bytes of all that zlib was given
    std::uint32_t tried_ = 0;  // places
};

// The members of a gzip file as one file.
class GzipFile : public UnpackedFile {
  public:
    // `bytes` must outlive the object.
    explicit GzipFile(std::string_view bytes) : members_(bytes) {}

    std::optional<std::size_t> read(char* target, std::size_t size) override;
    std::string damage() const override { return members_.damage(); }
    std::optional<std::uint64_t> stated_size() const override { return std::nullopt; }

  private:
    GzipMembers members_;
    bool is_open_ = false;
};

}  // namespace vigyapti
