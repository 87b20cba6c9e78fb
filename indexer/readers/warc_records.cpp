#include "indexer/readers/warc_records.hpp"

#include <algorithm>
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

bool begins_warc_record(std::string_view bytes) {
    return bytes.starts_with("WARC/1.") || bytes.starts_with("WARC/0.");
}

void skip_line_ends(std::string_view& bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
}

// Goes on to the next line that begins a record, or to the end.
void resynchronise(std::string_view& rest) {
    const auto next = std::min(rest.find("\nWARC/1."), rest.size());
    rest.remove_prefix(std::min(next + 1, rest.size()));
}

// wget writes addresses in angle brackets, as an early draft of the standard had it.
std::string_view without_brackets(std::string_view address) {
    if (!address.starts_with('<') || !address.ends_with('>') || address.size() < 2) return address;
    return address.substr(1, address.size() - 2);
}

// Takes the record at the front of `rest`. Says what is wrong with it, or nothing; `rest` is then
// behind its header.
std::string take_warc_record(std::string_view& rest, WarcRecord& record) {
    take_line(rest);
    const auto lines = take_header_lines(rest);
    if (!lines) return "its header has no end";
    const HeaderFields fields(*lines);
    const auto length = number_in(fields.get("Content-Length"));
    if (!length) return "it has no Content-Length";
    if (*length > rest.size()) return "it is cut off, or its Content-Length is too great";
    record.block = rest.substr(0, *length);
    std::string_view behind = rest.substr(*length);
    skip_line_ends(behind);
    if (!behind.empty() && !begins_warc_record(behind)) return "its Content-Length is wrong";
    record.kind = fields.get("WARC-Type");
    lower_ascii(record.kind);
    record.address = without_brackets(fields.get("WARC-Target-URI"));
    record.type = fields.get("Content-Type");
    rest = behind;
    return {};
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

}  // namespace

void for_each_warc_record(std::string_view bytes, const TakeWarcRecord& take,
                          const WarcProblem& problem) {
    std::string_view rest = bytes;
    for (skip_line_ends(rest); !rest.empty();) {
        WarcRecord record;
        record.offset = bytes.size() - rest.size();
        const std::string wrong =
            begins_warc_record(rest) ? take_warc_record(rest, record) : "no record begins here";
        if (wrong.empty()) {
            take(record);
        } else {
            problem(record.offset, wrong);
            resynchronise(rest);
        }
    }
}

void for_each_arc_record(std::string_view bytes, const TakeWarcRecord& take,
                         const WarcProblem& problem) {
    // Version 2 has five fields more. The version stands at the front of the second line.
    std::string_view rest = bytes;
    take_line(rest);
    const int fields_behind = rest.starts_with('2') ? 9 : 4;
    rest = bytes;
    bool broken = false;
    for (skip_line_ends(rest); !rest.empty(); skip_line_ends(rest)) {
        WarcRecord record;
        record.offset = bytes.size() - rest.size();
        const auto line = parse_arc_line(take_line(rest), fields_behind);
        if (!line || line->length > rest.size()) {
            // The lines of a broken record are passed over one by one, after one problem.
            if (!broken) problem(record.offset, line ? "it is cut off" : "no record begins here");
            broken = true;
            continue;
        }
        broken = false;
        record.address = line->address;
        record.kind = line->address.starts_with("filedesc:") ? "warcinfo" : "response";
        record.block = rest.substr(0, line->length);
        rest.remove_prefix(line->length);
        take(record);
    }
}

bool is_arc(std::string_view bytes) {
    return bytes.starts_with("filedesc:");
}

}  // namespace vigyapti
