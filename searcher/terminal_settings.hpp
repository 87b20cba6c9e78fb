// What standard output can show, found out once, before anything is laid out.
#pragma once

#include <cstddef>
#include <string_view>

namespace vigyapti {

// `when`: auto, always or never. By itself on a terminal, unless NO_COLOR is set (no-color.org) or
// the terminal is a dumb one.
bool wants_color(std::string_view when);

// Of the terminal that standard output is, else 80 and 24.
struct TerminalSize {
    std::size_t columns = 80;
    std::size_t rows = 24;
};
TerminalSize terminal_size();

// Whether the locale's characters are UTF-8, so that bars and dots may be others than ASCII.
bool shows_unicode();

// Whether standard output is a terminal that passes over links (OSC 8) when it knows none.
bool shows_links();

}  // namespace vigyapti
