#include "indexer/isolation/draft_wire.hpp"

#include <cstring>

#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr char draft_kind = 'd';
constexpr char problem_kind = 'p';
constexpr char nothing_kind = 'n';
constexpr char refusal_kind = 'r';
constexpr char end_kind = 'e';
// No release has as much; a process that is not its own master any more may announce anything.
constexpr std::uint64_t largest_payload = 512'000'000;
constexpr std::size_t head_size = 1 + sizeof(std::uint64_t);

std::string frame(char kind, std::string_view payload) {
    std::string out(1, kind);
    const std::uint64_t size = payload.size();
    out.append(reinterpret_cast<const char*>(&size), sizeof(size));
    return out += payload;
}

void put(std::string& out, std::string_view text) {
    append_varint(out, text.size());
    out += text;
}

[[noreturn]] void throw_broken() {
    throw Error(ErrorCode::bad_input, "its reader went wrong and sent what is no release");
}

std::uint64_t take_number(std::string_view& data, std::uint64_t most) {
    const auto number = take_varint(data);
    if (!number || *number > most) throw_broken();
    return *number;
}

std::string take_text(std::string_view& data) {
    const std::uint64_t size = take_number(data, UINT64_MAX);
    if (size > data.size()) throw_broken();
    std::string text(data.substr(0, size));
    data.remove_prefix(size);
    if (text.find('\0') != std::string::npos || find_malformed_utf8(text)) throw_broken();
    return text;
}

Draft take_draft(std::string_view& data) {
    Draft draft;
    draft.charset = take_text(data);
    draft.begins_with_title = take_number(data, 1) == 1;
    // No value takes less than two bytes, so that a count is no reason to take memory.
    for (std::uint64_t rest = take_number(data, data.size()); rest > 0; --rest) {
        const auto field = static_cast<ReleaseField>(
            take_number(data, static_cast<std::uint64_t>(ReleaseField::country)));
        const auto origin =
            static_cast<Origin>(take_number(data, static_cast<std::uint64_t>(Origin::script)));
        draft.fields.push_back({field, origin, take_text(data)});
    }
    for (std::uint64_t rest = take_number(data, data.size()); rest > 0; --rest) {
        const auto kind = static_cast<PartKind>(
            take_number(data, static_cast<std::uint64_t>(PartKind::boilerplate)));
        std::string text = take_text(data);
        std::string font = take_text(data);
        draft.parts.push_back({kind, std::move(text), std::move(font), take_number(data, 1) == 1});
    }
    return draft;
}

}  // namespace

std::string draft_frame(const Draft& draft, std::string_view name) {
    std::string out;
    put(out, name);
    put(out, draft.charset);
    append_varint(out, draft.begins_with_title ? 1 : 0);
    append_varint(out, draft.fields.size());
    for (const FoundValue& found : draft.fields) {
        append_varint(out, static_cast<std::uint64_t>(found.field));
        append_varint(out, static_cast<std::uint64_t>(found.origin));
        put(out, found.value);
    }
    append_varint(out, draft.parts.size());
    for (const Part& part : draft.parts) {
        append_varint(out, static_cast<std::uint64_t>(part.kind));
        put(out, part.text);
        put(out, part.font);
        append_varint(out, part.continues_line ? 1 : 0);
    }
    return frame(draft_kind, out);
}

std::string problem_frame(std::uint64_t line, std::string_view what) {
    std::string out;
    append_varint(out, line);
    put(out, what);
    return frame(problem_kind, out);
}

std::string nothing_frame(std::string_view why) {
    std::string out;
    put(out, why);
    return frame(nothing_kind, out);
}

std::string refusal_frame(std::string_view what, std::string_view hint) {
    std::string out;
    put(out, what);
    put(out, hint);
    return frame(refusal_kind, out);
}

std::string end_frame() {
    return frame(end_kind, {});
}

void FrameReader::take(std::string_view bytes) {
    buffer_ += bytes;
    std::string_view rest = buffer_;
    while (rest.size() >= head_size) {
        std::uint64_t size = 0;
        std::memcpy(&size, rest.data() + 1, sizeof(size));
        if (size > largest_payload) throw_broken();
        if (size > rest.size() - head_size) break;
        take_frame(rest.front(), rest.substr(head_size, size));
        rest.remove_prefix(head_size + size);
    }
    buffer_.erase(0, buffer_.size() - rest.size());
}

void FrameReader::take_frame(char kind, std::string_view payload) {
    if (ended_) throw_broken();
    if (kind == draft_kind) {
        std::string name = take_text(payload);
        sink_.add(take_draft(payload), std::move(name));
    } else if (kind == problem_kind) {
        const std::uint64_t line = take_number(payload, UINT64_MAX);
        sink_.problem(line, printable(take_text(payload)));
    } else if (kind == nothing_kind) {
        sink_.nothing(printable(take_text(payload)));
    } else if (kind == refusal_kind) {
        const std::string what = take_text(payload);
        throw Error(ErrorCode::bad_input, printable(what), printable(take_text(payload)));
    } else if (kind == end_kind) {
        ended_ = true;
    } else {
        throw_broken();
    }
    if (!payload.empty() && kind != end_kind) throw_broken();
}

}  // namespace vigyapti
