#include "indexer/readers/warc_records.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "common/base/ascii.hpp"
#include "indexer/readers/header_fields.hpp"

namespace vigyapti {
namespace {

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

// Of the standard, whichever edition, and of its drafts.
constexpr std::array<std::string_view, 2> versions{"WARC/1.", "WARC/0."};
constexpr std::size_t longest_header = 65'536;

// `bytes` may be cut off.
bool begins_warc_record(std::string_view bytes) {
    return std::any_of(versions.begin(), versions.end(), [bytes](std::string_view version) {
        return bytes.substr(0, version.size()) == version.substr(0, bytes.size());
    });
}

void drop_line_ends(std::string_view& bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
}

// wget writes addresses in angle brackets, as an early draft of the standard had it.
std::string_view without_brackets(std::string_view address) {
    if (!address.starts_with('<') || !address.ends_with('>') || address.size() < 2) return address;
    return address.substr(1, address.size() - 2);
}

// The line above a record of an ARC file: address, IP address, date, type and length, with
// more fields before the length in version 2. Addresses may hold spaces.
struct ArcLine {
    std::string_view address;
    std::uint64_t length;
};

std::optional<ArcLine> parse_arc_line(std::string_view line, int fields_behind) {
    const auto length = number_in(line.substr(line.rfind(' ') + 1));
    for (int i = 0; i < fields_behind; ++i) {
        const auto space = line.rfind(' ');
        if (space == line.npos) return std::nullopt;
        line = line.substr(0, space);
    }
    if (!length || line.find("://") == line.npos) return std::nullopt;
    return ArcLine{line, *length};
}

// What both kinds of archives have in common.
class RecordParser {
  public:
    RecordParser(WarcBytes& bytes, std::size_t largest, const TakeWarcRecord& take,
                 const WarcProblem& problem)
        : bytes_(bytes), largest_(largest), take_(take), problem_(problem) {}
    virtual ~RecordParser() = default;
    RecordParser(const RecordParser&) = delete;
    RecordParser& operator=(const RecordParser&) = delete;

    void read() {
        while (find_bytes())
            read_record();
    }

  protected:
    // Reads what begins with rest(), or drops some of it.
    virtual void read_record() = 0;
    // Behind a record that is too short.
    virtual void recover(const char* what) = 0;

    void report(const std::string& what) const {
        problem_(fmt::format("the record at {}: {}", place_, what));
    }

    // There is less than there should be: damage, or else `what`.
    void fail_short(const char* what) {
        if (!bytes_.is_damaged()) return recover(what);
        report(bytes_.damage());
        bytes_.resume();
    }

    // Brings the block behind `header` bytes to hand and a little of what follows. If that fails,
    // what to do about it is done, and rest() stands behind the header.
    bool find_block(std::size_t header, std::uint64_t length, const char* too_short) {
        constexpr std::size_t behind = 64;
        if (length > largest_) {
            bytes_.drop(header);
            if (bytes_.skip(length, versions[0])) {
                report(fmt::format("larger than {} MB, so not read", largest_ / 1'000'000));
            } else {
                fail_short(too_short);
            }
            return false;
        }
        if (!bytes_.fill(header + length)) {
            bytes_.drop(header);
            fail_short(too_short);
            return false;
        }
        bytes_.fill_from_member(header + length + behind);
        return true;
    }

    // Takes the record whose block ends `end` bytes into rest().
    void finish(WarcRecord& record, std::size_t header, std::size_t end) {
        std::string_view behind = bytes_.rest().substr(end);
        drop_line_ends(behind);
        if (behind.empty() && bytes_.is_damaged() && !bytes_.is_sound_before_damage()) {
            return fail_short("");
        }
        record.place = place_;
        record.block = bytes_.rest().substr(header, end - header);
        take_(record);
        bytes_.drop(end);
    }

    WarcBytes& bytes_;
    const std::size_t largest_;

  private:
    // Goes on to the next bytes that are no line ends; false at the end of all.
    bool find_bytes() {
        for (bytes_.skip_line_ends(); bytes_.rest().empty(); bytes_.skip_line_ends()) {
            if (!bytes_.is_damaged()) {
                if (bytes_.gave_up())
                    problem_("too much of it is damaged, so the rest is not read");
                return false;
            }
            problem_(bytes_.damage());
            bytes_.resume();
        }
        place_ = bytes_.place();
        return true;
    }

    const TakeWarcRecord& take_;
    const WarcProblem& problem_;
    std::string place_;  // of the record that is being read
};

class WarcParser : public RecordParser {
  public:
    using RecordParser::RecordParser;

  private:
    void read_record() override {
        constexpr const char* too_short = "it is cut off, or its Content-Length is too great";
        bytes_.fill(versions[0].size());
        if (!begins_warc_record(bytes_.rest())) return recover("no record begins here");
        const auto header = find_header();
        if (!header) return give_up_header("its header has no end");
        WarcRecord record;
        const auto length = read_header(bytes_.rest().substr(0, *header), record);
        if (!length) {
            bytes_.drop(*header);
            return recover("it has no Content-Length");
        }
        if (!find_block(*header, *length, too_short)) return;
        std::string_view behind = bytes_.rest().substr(*header + *length);
        drop_line_ends(behind);
        if (begins_warc_record(behind)) return finish(record, *header, *header + *length);
        bytes_.drop(*header);
        recover("its Content-Length is wrong");
    }

    void give_up_header(const char* what) {
        const bool at_end = bytes_.rest().size() < longest_header;
        bytes_.drop(std::min(bytes_.rest().size(), versions[0].size()));
        at_end ? fail_short(what) : recover(what);
    }

    // The size of the header at rest(), with the blank line that ends it, which is then at hand.
    std::optional<std::size_t> find_header() {
        for (std::size_t looked_at = 0;;) {
            const std::string_view text = bytes_.rest().substr(0, longest_header);
            for (auto end = text.find('\n', looked_at); end != text.npos;
                 end = text.find('\n', end + 1)) {
                const std::string_view next = text.substr(end + 1);
                if (next.starts_with('\n')) return end + 2;
                if (next.starts_with("\r\n")) return end + 3;
            }
            looked_at = text.size() - std::min<std::size_t>(text.size(), 2);
            if (text.size() == longest_header || !bytes_.more()) return std::nullopt;
        }
    }

    // The length of the block, if it is there.
    static std::optional<std::uint64_t> read_header(std::string_view lines, WarcRecord& record) {
        const HeaderFields fields(lines);
        record.kind = lowered(fields.get("WARC-Type"));
        record.address = without_brackets(fields.get("WARC-Target-URI"));
        record.type = fields.get("Content-Type");
        record.block_digest = fields.get("WARC-Block-Digest");
        record.payload_digest = fields.get("WARC-Payload-Digest");
        record.is_truncated = !fields.get("WARC-Truncated").empty();
        return number_in(fields.get("Content-Length"));
    }

    // Goes on to the next line or gzip member that begins a record, or to the end. What damage made
    // of a record is one problem.
    void recover(const char* what) override {
        find_record();
        if (!bytes_.rest().empty() || !bytes_.is_damaged()) return report(what);
        report(fmt::format("{}; {}", what, bytes_.damage()));
        bytes_.resume();
    }

    void find_record() {
        constexpr std::string_view line = "\nWARC/1.";
        for (;;) {
            const auto end = bytes_.rest().find(line);
            const auto next =
                bytes_.find_member(line.substr(1), std::min(end, bytes_.rest().size()));
            if (next) return bytes_.drop(*next);
            if (end != line.npos) return bytes_.drop(end + 1);
            // What may be the beginning of that line stays.
            const std::size_t size = bytes_.rest().size();
            bytes_.drop(size - std::min(size, line.size() - 1));
            if (!bytes_.more()) return bytes_.drop(bytes_.rest().size());
        }
    }
};

class ArcParser : public RecordParser {
  public:
    using RecordParser::RecordParser;

  private:
    void read_record() override {
        const std::size_t header = find_line();
        if (is_first_) note_version(header);
        std::string_view rest = bytes_.rest();
        const auto line = parse_arc_line(take_line(rest), fields_behind_);
        if (!line) {
            if (!bytes_.rest().substr(0, header).ends_with('\n') && bytes_.is_damaged()) {
                return fail_short("");
            }
            bytes_.drop(header);
            return recover("no record begins here");
        }
        WarcRecord record;
        record.address = line->address;
        record.kind = line->address.starts_with("filedesc:") ? "warcinfo" : "response";
        const std::uint64_t length = line->length;
        if (!find_block(header, length, "it is cut off")) return;
        is_broken_ = false;
        finish(record, header, header + length);
    }

    // Brings the line at rest() to hand. Its size, with its line end if it has one.
    std::size_t find_line() {
        for (std::size_t looked_at = 0;;) {
            const std::string_view text = bytes_.rest().substr(0, longest_header);
            const auto end = text.find('\n', looked_at);
            if (end != text.npos) return end + 1;
            looked_at = text.size();
            if (looked_at == longest_header || !bytes_.more()) return text.size();
        }
    }

    // Version 2 has five fields more. It stands at the front of the second line.
    void note_version(std::size_t second_line) {
        is_first_ = false;
        bytes_.fill(second_line + 1);
        if (bytes_.rest().substr(second_line).starts_with('2')) fields_behind_ = 9;
    }

    // The lines of a broken record are passed over one by one, after one problem.
    void recover(const char* what) override {
        if (!is_broken_) report(what);
        is_broken_ = true;
    }

    bool is_first_ = true;
    bool is_broken_ = false;
    int fields_behind_ = 4;
};

}  // namespace

void for_each_warc_record(WarcBytes& bytes, std::size_t largest, const TakeWarcRecord& take,
                          const WarcProblem& problem) {
    constexpr std::string_view arc = "filedesc:";
    bytes.skip_line_ends();
    bytes.fill(arc.size());
    if (bytes.rest().starts_with(arc)) {
        ArcParser(bytes, largest, take, problem).read();
    } else {
        WarcParser(bytes, largest, take, problem).read();
    }
}

bool may_begin_record(std::string_view beginning) {
    constexpr std::array<std::string_view, 3> schemes{"://", "dns:", "filedesc:"};
    return beginning.starts_with("WARC/") ||
           std::any_of(schemes.begin(), schemes.end(), [beginning](std::string_view scheme) {
               return beginning.find(scheme) != beginning.npos;
           });
}

}  // namespace vigyapti
