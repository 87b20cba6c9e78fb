// Any bytes may be a date: what is read is a date that exists, is read from its ISO form as the
// same, and stands in the text that it was read from.
#include <string>
#include <string_view>

#include "common/text/date_range.hpp"
#include "common/text/dateline.hpp"
#include "common/text/relative_date.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {
namespace {

constexpr Date today{2023, 10, 17};

void check_date(const Date& date) {
    demand(date.year >= 1000 && date.year <= 9999, "year");
    demand(date.month >= 0 && date.month <= 12, "month");
    demand(date.day >= 0 && (date.day == 0 || date.month > 0), "a day has a month");
    demand(date.day == 0 || date.day <= days_in(date.year, date.month), "the day exists");
    demand(parse_date(to_iso(date)) == date, "written and read again");
    demand(first_day(date) <= last_day(date), "first day before last");
    const auto before = day_before(date);
    demand(!before || first_day(*before) < first_day(date), "the day before is before");
    const auto after = day_after(date);
    demand(!after || first_day(*after) > last_day(date), "the day after is after");
}

void check_range(const DateRange& range) {
    demand(range.first || range.last, "a range has an end");
    if (range.first) check_date(*range.first);
    if (range.last) check_date(*range.last);
}

}  // namespace

void fuzz(std::string_view text) {
    if (const auto date = parse_date(text)) check_date(*date);
    if (const auto range = parse_date_range(text, today)) check_range(*range);
    if (const auto range = parse_relative_date(text, today)) {
        check_range(*range);
        demand(first_day(*range->first) <= last_day(*range->last), "ends after it begins");
    }
    const std::size_t length = date_range_length(text);
    demand(length <= text.size(), "within the text");
    if (length > 0) {
        const auto range = parse_date_range(text.substr(0, length), Date{2000, 1, 1});
        demand(range.has_value(), "what is measured can be read");
    }
    if (const auto found = find_dateline(text)) {
        check_date(found->date);
        demand(found->date.day != 0, "a dateline is of a day");
        demand(text.find(found->line) != text.npos, "its line is in the text");
    }
    if (const auto found = date_in_name(text)) {
        check_date(*found);
        demand(found->day != 0, "a name's date is a day");
    }
}

}  // namespace vigyapti
