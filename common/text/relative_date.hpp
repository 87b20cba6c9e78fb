// Dates that are named from today: for queries, never for releases.
#pragma once

#include <optional>
#include <string_view>

#include "common/text/date.hpp"
#include "common/text/date_words.hpp"

namespace vigyapti {

// The day that it is, in the local time zone, or the one that the environment variable VIGYAPTI_NOW
// names, for runs that can be repeated. Throws Error(usage) when that names no day.
Date current_day();

// Reads today, yesterday, this week, last month, last 7 days, three weeks ago; आज, कल, परसों,
// इस हफ्ते, पिछले महीने, पिछले सात दिन, 3 हफ्ते पहले and their spelling variants. In a search over
// past releases कल is yesterday and परसों the day before it. A week begins on Monday (ISO 8601).
// "Last week" is the whole week before this one, "last two weeks" the 14 days that end today.
// `today` must be a day. Nothing when the text is none of these, or before the year 1000.
std::optional<DateRange> parse_relative_date(std::string_view text, const Date& today);

// Whether a word, but for numbers, may stand in such a date.
bool is_relative_word(const DateWord& word);

}  // namespace vigyapti
