#include "indexer/readers/text.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/field_names.hpp"

namespace vigyapti {
namespace {

std::uint64_t line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + offset, '\n'));
}

// `offset`: of `text` in its file.
void check_encoding(std::string_view text, std::size_t offset) {
    if (const auto nul = text.find('\0'); nul != text.npos) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("line {}: a NUL byte, so not a text file", line_of(text, nul)),
                    "save it as UTF-8 text, or move it out of the folder");
    }
    if (const auto bad = find_malformed_utf8(text)) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("line {}: not valid UTF-8 (byte {} of the file)",
                                line_of(text, *bad), offset + *bad + 1),
                    "convert the file to UTF-8");
    }
}

// Reads "Key: value" into `values`; false when `line` is no header.
bool read_header(std::string_view line, NamedValues& values) {
    const auto colon = line.find(':');
    if (colon == line.npos) return false;
    const auto name = find_field_name(trimmed(line.substr(0, colon)));
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
    std::string_view text = input.bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    check_encoding(text, input.bytes.size() - text.size());
    Draft draft;
    take_headers(text, draft);
    draft.begins_with_title = true;
    draft.add(PartKind::body, std::string(trimmed(text)));
    if (draft.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(draft));
}

}  // namespace vigyapti
