#include "common/base/error.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <system_error>
#include <utility>

namespace vigyapti {

Error::Error(ErrorCode code, const std::string& what, std::string hint)
    : std::runtime_error(what), code_(code), hint_(std::move(hint)) {}

std::string errno_text(int number) {
    return std::generic_category().message(number);
}

void print_error(std::string_view program, const Error& error) {
    fmt::print(stderr, "{}: error: {}\n", program, printable(error.what()));
    if (!error.hint().empty()) fmt::print(stderr, "hint: {}\n", printable(error.hint()));
}

void print_warning(std::string_view program, std::string_view what) {
    fmt::print(stderr, "{}: warning: {}\n", program, printable(what));
}

std::string printable(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte < 0x20 || byte == 0x7F) {
            out[i] = '?';
        } else if (byte == 0xC2 && i + 1 < out.size()) {
            // C1 controls are U+0080 to U+009F, in UTF-8 C2 80 to C2 9F.
            const auto next = static_cast<unsigned char>(out[i + 1]);
            if (next >= 0x80 && next < 0xA0) out.replace(i, 2, "?");
        }
    }
    return out;
}

}  // namespace vigyapti
