#include "indexer/readers/text.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "common/text/charset.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/field_names.hpp"

namespace vigyapti {
namespace {

std::uint64_t line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + offset, '\n'));
}

bool is_control(char32_t c) {
    return (c < ' ' && (c < '\t' || c > '\r')) || (c >= 0x7F && c < 0xA0);
}

// Any bytes are letters in some encoding: what no text has tells a file of another kind.
void check_is_text(std::string_view text) {
    if (const auto nul = text.find('\0'); nul != text.npos) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("line {}: a NUL byte, so not a text file", line_of(text, nul)),
                    "save it as text, or move it out of the folder");
    }
    std::uint64_t characters = 0;
    std::uint64_t strange = 0;
    for (std::size_t i = 0; i < text.size(); ++characters) {
        const char32_t c = next_code_point(text, i);
        strange += is_control(c) || c == replacement_character ? 1 : 0;
    }
    if (10 * strange > characters) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("{} of {} characters are controls or malformed, so not a text file",
                                strange, characters),
                    "save it as text, or move it out of the folder");
    }
}

// Reads "Key: value" into `values`; false when `line` is no header.
bool read_header(std::string_view line, NamedValues& values) {
    const auto colon = line.find(':');
    if (colon == line.npos) return false;
    const auto name = find_release_field(trimmed(line.substr(0, colon)));
    if (!name || !name->field) return false;
    values.add(*name, std::string(trimmed(line.substr(colon + 1))));
    return true;
}

// Moves the header lines at the front of `text` into `draft`. They count only when a blank line
// (or the end) follows them: a release may well begin with the words "Date: ".
void take_headers(std::string_view& text, Draft& draft) {
    NamedValues read;
    std::string_view rest = text;
    for (;;) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!trimmed(line).empty() && !read_header(line, read)) return;
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (trimmed(line).empty() || rest.empty()) break;
    }
    text = rest;
    draft = read.take();
}

}  // namespace

void read_text(const Input& input, DraftSink& sink) {
    const DecodedText decoded = decode_text(input.bytes, input.charset);
    std::string_view text = decoded.text();
    check_is_text(text);
    Draft draft;
    take_headers(text, draft);
    draft.charset = decoded.description();
    draft.begins_with_title = true;
    draft.add(PartKind::body, std::string(trimmed(text)));
    if (draft.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(draft));
}

}  // namespace vigyapti
