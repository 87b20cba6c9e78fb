// The program by which long output is read on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// The command of the pager: $PAGER, else less. Empty where none is of use: standard output is no
// terminal or a dumb one, or $PAGER is empty or cat.
std::string pager_command();

// Whether the pager passes links (OSC 8) on to the terminal; `command` as above.
bool pager_shows_links(std::string_view command);

// Shows `text` by `command`, which gets it on its standard input, and waits for its end. A command
// of one plain word is started as it is, any other by /bin/sh. Where LESS is not set, less ends at
// once when all fits the screen, and passes colours on. Without a pager, or when it cannot be
// started, writes to standard output. Returns false when the reader had seen enough before the end;
// throws Error(io).
bool show(const std::string& command, std::string_view text);

}  // namespace vigyapti
