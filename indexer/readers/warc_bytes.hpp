// The bytes of a web archive as its records are taken from them: all at hand, or unpacked as far as
// the record that is being read needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

// Unpacks a web archive: member by member where it is a gzip file, else as one member.
class WarcSource {
  public:
    virtual ~WarcSource() = default;
    // As GzipMembers::next and read.
    virtual bool next() = 0;
    virtual std::optional<std::size_t> read(char* target, std::size_t size) = 0;
    virtual std::string damage() const = 0;
    // Whether what was read before damage can be relied on: the file ends too early, or there are
    // checks within.
    virtual bool is_sound_before_damage() const = 0;
    // Behind damage, goes on to the next member that begins a record; false when there is none.
    virtual bool find_next() = 0;
    // Whether there is none because there was too much damage to go on.
    virtual bool gave_up() const = 0;
    // Of the member in the gzip file; nothing where there are no members.
    virtual std::optional<std::size_t> offset() const = 0;
};

class WarcBytes {
  public:
    // `bytes`, or `source`, must outlive the object.
    explicit WarcBytes(std::string_view bytes) : at_hand_(bytes) {}
    explicit WarcBytes(WarcSource& source) : source_(&source) {}

    // What is at hand and was not dropped; valid until more is asked for.
    std::string_view rest() const { return at_hand_; }
    void drop(std::size_t size);

    // Bring more to hand, in one step; false at the end of the member, or at that of all, where
    // there may be damage.
    bool more_of_member();
    bool more();
    // Goes on until `size` bytes are at hand; false when there are fewer.
    bool fill(std::size_t size);
    bool fill_from_member(std::size_t size);
    // Drops `size` bytes, however few are at hand. False when there are fewer before the end,
    // damage or a member that begins with `stop`; rest() is there then.
    bool skip(std::uint64_t size, std::string_view stop);
    // Drops what begins with line ends; stops at damage.
    void skip_line_ends();

    // Where the first gzip member begins in the first `size` bytes of rest(), or behind them, that
    // begins with `beginning`.
    std::optional<std::size_t> find_member(std::string_view beginning, std::size_t size) const;
    // Where rest() begins, for a message: "byte 512", in a gzip file of the member, and "byte 90 of
    // the gzip member at byte 512" within one.
    std::string place() const;

    // Whether nothing can be unpacked behind rest(), because of damage().
    bool is_damaged() const { return !damage_.empty(); }
    const std::string& damage() const { return damage_; }
    // As of WarcSource, but for a file that goes on.
    bool is_sound_before_damage() const { return is_sound_; }
    // Drops what stands before the damage, and goes on behind it as far as there is something.
    void resume();
    bool gave_up() const { return source_ != nullptr && source_->gave_up(); }

  private:
    struct Member {
        std::uint64_t begin;  // in all that is unpacked
        std::size_t offset;   // in the file
    };

    void make_room();
    void begin_member();
    void note_damage();

    WarcSource* const source_ = nullptr;
    std::string buffer_;  // holds at_hand_ when there is a source
    std::string_view at_hand_;
    std::uint64_t dropped_ = 0;   // bytes of what was unpacked before at_hand_
    std::deque<Member> members_;  // the one of the first byte at hand, and those that begin behind
    bool is_open_ = false;        // more of the last one may come
    bool ended_ = false;
    bool is_sound_ = false;
    bool goes_on_ = false;  // behind the damage
    std::string damage_;
};

}  // namespace vigyapti
