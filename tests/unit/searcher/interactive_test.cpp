#include "searcher/interactive.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("a line of a session is a command or a query") {
    using Kind = SessionCommand::Kind;
    const struct {
        const char* line;
        SessionCommand command;
    } table[] = {
        {"", {Kind::repeat, "", 0}},
        {" \t", {Kind::repeat, "", 0}},
        {"n", {Kind::next, "", 0}},
        {" p ", {Kind::previous, "", 0}},
        {"q\r", {Kind::quit, "", 0}},
        {"?", {Kind::help, "", 0}},
        {"7", {Kind::read, "", 7}},
        {"007", {Kind::read, "", 7}},
        {"रूस ऊर्जा", {Kind::query, "रूस ऊर्जा", 0}},
        {"  n and more ", {Kind::query, "n and more", 0}},
        {"\"n\"", {Kind::query, "\"n\"", 0}},
        {"/n", {Kind::query, "n", 0}},
        {"/ 2023", {Kind::query, "2023", 0}},
        {"//x", {Kind::query, "/x", 0}},
        {"/", {Kind::query, "", 0}},
        {"N", {Kind::query, "N", 0}},
        {"-7", {Kind::query, "-7", 0}},
        {"७", {Kind::query, "७", 0}},
        {"99999999999999999999999", {Kind::query, "99999999999999999999999", 0}},
    };
    for (const auto& [line, command] : table) {
        CAPTURE(line);
        CHECK((parse_session_line(line) == command));
    }
}

}  // namespace vigyapti
