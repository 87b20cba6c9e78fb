// The characters around the texts, for terminals that show Unicode and for those that do not. The
// texts themselves are UTF-8 always.
#pragma once

#include <array>
#include <string_view>

namespace vigyapti {

struct Frame {
    std::string_view ellipsis;
    std::string_view dot;   // between facts
    std::string_view dash;  // between two numbers
    // A bar: whole columns, then an eighth to seven eighths of one; empty where it has no eighths.
    std::string_view bar;
    std::array<std::string_view, 8> eighths;
};

inline constexpr Frame unicode_frame{"…", " · ", "–", "█", {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}};
inline constexpr Frame ascii_frame{"...", " | ", "-", "#", {}};

constexpr const Frame& frame(bool unicode) {
    return unicode ? unicode_frame : ascii_frame;
}

}  // namespace vigyapti
