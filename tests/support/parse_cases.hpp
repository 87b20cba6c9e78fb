// Tables of queries, the trees that they are read as and the notices about them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parse.hpp"

namespace vigyapti::test {

// Notices that several tables have.
inline constexpr std::string_view near_reach = "NEAR reaches 100 words at most";

inline std::string stray(std::string_view name) {
    return std::string(name) + " joins nothing here; it was read as a word";
}

inline std::string no_date(std::string_view text) {
    return "\"" + std::string(text) +
           "\" is no date; write 2023, 2023-10, 2023-10-17 or a range such as "
           "2023-10-01..2023-10-17";
}

// The notices, joined by '|'.
inline std::string notices_of(const ParsedQuery& parsed) {
    std::string out;
    for (const std::string& notice : parsed.notices)
        out += (out.empty() ? "" : "|") + notice;
    return out;
}

inline constexpr Date parse_day{2023, 10, 17};

struct ParseCase {
    std::string query;
    std::string tree;
    std::string notices = {};
};

inline void check_parse(const std::vector<ParseCase>& cases) {
    for (const ParseCase& each : cases) {
        CAPTURE(each.query);
        const ParsedQuery parsed = parse_query(each.query, parse_day);
        CHECK(to_string(parsed.root) == each.tree);
        CHECK(notices_of(parsed) == each.notices);
    }
}

}  // namespace vigyapti::test
