#include "common/base/error.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace vigyapti {

Error::Error(ErrorCode code, const std::string& what, std::string hint)
    : std::runtime_error(what), code_(code), hint_(std::move(hint)) {}

std::string errno_text(int number) {
    return std::generic_category().message(number);
}

void write_stderr(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void print_error(std::string_view program, const Error& error) {
    write_stderr(fmt::format("{}: error: {}\n", program, printable(error.what())));
    if (!error.hint().empty()) write_stderr(fmt::format("hint: {}\n", printable(error.hint())));
}

void print_warning(std::string_view program, std::string_view what) {
    write_stderr(fmt::format("{}: warning: {}\n", program, printable(what)));
}

namespace {

// Bytes of the well-formed UTF-8 sequence at the front of `text`, which begins beyond ASCII; 0 when
// there is none.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : lead >= 0xE0 && lead <= 0xEF ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    }
    // Overlong forms, surrogates and what lies beyond Unicode.
    const bool bad = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F) ||
                     (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F);
    return bad ? 0 : length;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < 0x80) {
            out += byte < 0x20 || byte == 0x7F ? '?' : text.front();
            text.remove_prefix(1);
            continue;
        }
        const std::size_t length = sequence_length(text);
        // C1 controls are U+0080 to U+009F, in UTF-8 C2 80 to C2 9F.
        const bool control =
            byte == 0xC2 && length == 2 && static_cast<unsigned char>(text[1]) < 0xA0;
        if (length == 0 || control) {
            out += '?';
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

}  // namespace vigyapti
