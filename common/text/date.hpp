// Calendar dates as releases and queries write them, in Hindi and English.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

// A day, or a month (day 0), or a year (month and day 0). Gregorian, years 1000 to 9999.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const Date&) const = default;
};

// Both ends belong to the range; an open end is nothing.
struct DateRange {
    std::optional<Date> first;
    std::optional<Date> last;

    bool operator==(const DateRange&) const = default;
};

// Reads 2023-10-17, 2023-10, 2023 (a time behind T or a space is passed over), 17 October 2023,
// October 17, 2023, October 2023, १७ अक्टूबर २०२३ and their spelling variants. Nothing when the text
// is no date or no such day exists.
std::optional<Date> parse_date(std::string_view text);

// Reads a date, or two joined by "..", either of which may be missing.
std::optional<DateRange> parse_date_range(std::string_view text);

// "2023-10-17", "2023-10" or "2023".
std::string to_iso(const Date& date);

// "20231017": the earliest and latest day that `date` can mean, as the index sorts them.
std::string first_day(const Date& date);
std::string last_day(const Date& date);

// The day of what first_day and last_day give; nothing for any other text.
std::optional<std::chrono::sys_days> day_from(std::string_view sorted);

}  // namespace vigyapti
