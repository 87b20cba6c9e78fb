// A session on the terminal: a line is a query or a command, and what is shown answers it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace vigyapti {

// What a line asks for.
struct SessionCommand {
    enum class Kind : std::uint8_t { repeat, next, previous, read, help, quit, query };
    Kind kind = Kind::query;
    std::string query;
    std::size_t number = 0;  // of the release to read

    bool operator==(const SessionCommand&) const = default;
};

// An empty line repeats; n, p, q, ? and a number are commands; all else is a query, also what
// stands behind a slash, so that `/n` and `/2023` can be asked for.
SessionCommand parse_session_line(std::string_view line);

// Answers the query of `options`, if there is one, and then what is typed, until q or the end of
// the input. Returns the exit status: 1 when queries were asked and none found anything. An Error
// of one command is printed and does not end the session.
int run_session(Searcher& searcher, const SearchOptions& options);

}  // namespace vigyapti
