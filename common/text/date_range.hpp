// Stretches of time as queries write them: dates, dates named from today, and ranges of both.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/text/date.hpp"

namespace vigyapti {

// Reads a date or, where `today` is given, one named from it (parse_relative_date), or two of them
// as a range: 2021..2023, 2021.., ..2023, 2021-2023, from 1 to 17 October 2023, since 2021,
// 1 से 17 अक्टूबर 2023 तक, 2021 से, 2023 तक. The first end of a range may leave out the month or the
// year of the second.
std::optional<DateRange> parse_date_range(std::string_view text,
                                          const std::optional<Date>& today = std::nullopt);

// Bytes of the longest beginning of `text` that parse_date_range reads, made of at most twelve
// whole words between spaces; 0 when there is none.
std::size_t date_range_length(std::string_view text);

// The same for words that may stand in a date, whether or not they make one: 31 June 2023.
std::size_t date_words_length(std::string_view text);

}  // namespace vigyapti
