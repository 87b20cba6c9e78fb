// The query language, by a hand-written parser that takes any bytes: what cannot be read as syntax
// is read as words, with a notice.
//
//   query   := clause*
//   clause  := both ("OR" both)*
//   both    := near (("AND" | "NOT" | "AND NOT") near)*
//   near    := primary (("NEAR" | "NEAR/" n) primary)*
//   primary := ["+" | "-" | "NOT"] operand
//   operand := "(" query ")" | [field ":"] (word | "phrase" | =word | ="phrase" | word*)
//            | datefield ":" date
//
// Operators in Hindi are [और], [या], [नहीं], [पास], [पास/n]; a date is as many words as read as one.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/relative_date.hpp"
#include "searcher/query/ast.hpp"

namespace vigyapti {

inline constexpr std::size_t longest_query = 1024;  // bytes; the rest is cut off
inline constexpr std::size_t most_terms = 64;       // leaves; the rest is dropped
inline constexpr std::size_t deepest_nesting = 32;  // brackets; deeper ones are passed over
inline constexpr unsigned default_distance = 10;    // of NEAR without a number
inline constexpr unsigned greatest_distance = 100;

// What of a query is read: its first longest_query bytes, cut between code points.
std::string_view readable_part(std::string_view text);

// Dates that are named from today are counted from `today`, which must be a day. Never throws but
// for lack of memory; current_day may.
ParsedQuery parse_query(std::string_view text, const Date& today = current_day());

}  // namespace vigyapti
