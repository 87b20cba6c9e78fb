// Calendar dates as releases and queries write them, in Hindi and English.
#pragma once

#include <chrono>
#include <cstdint>
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

// Reads 2023-10-17, 2023-10 and 2023; 17 October 2023, 17th October, 2023, October 17, 2023,
// October 2023 and १७ अक्टूबर २०२३ with their spelling variants; 17-10-2023, 17/10/2023 and
// 17.10.2023, the day first, as in India. A weekday at either end and a time behind the date are
// passed over. Nothing when the text is no date or no such day exists.
std::optional<Date> parse_date(std::string_view text);

// The days of a month, of 1 to 12.
int days_in(int year, int month);

// The day before and the day behind all that `date` can mean. Nothing where that is before the year
// 1000 or after 9999.
std::optional<Date> day_before(const Date& date);
std::optional<Date> day_after(const Date& date);

// The day in UTC of a time in nanoseconds since 1970. Nothing before the year 1000 and after 9999.
std::optional<Date> utc_day(std::int64_t nanoseconds);

// "2023-10-17", "2023-10" or "2023".
std::string to_iso(const Date& date);

// "20231017": the earliest and latest day that `date` can mean, as the index sorts them.
std::string first_day(const Date& date);
std::string last_day(const Date& date);

// The day of what first_day and last_day give; nothing for any other text.
std::optional<std::chrono::sys_days> day_from(std::string_view sorted);

}  // namespace vigyapti
