#include "common/text/relative_date.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

std::string shown(const std::optional<DateRange>& found) {
    if (!found) return "none";
    const std::string first = to_iso(*found->first);
    const std::string last = to_iso(*found->last);
    return first == last ? first : first + ".." + last;
}

struct Case {
    std::string_view text;
    std::string_view range;
};

void check(const Date& today, const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(shown(parse_relative_date(each.text, today)) == each.range);
    }
}

// Restores VIGYAPTI_NOW.
class Now {
  public:
    explicit Now(const char* value) { ::setenv("VIGYAPTI_NOW", value, 1); }
    ~Now() { ::unsetenv("VIGYAPTI_NOW"); }
    Now(const Now&) = delete;
    Now& operator=(const Now&) = delete;
};

}  // namespace

TEST_CASE("days, weeks, months and years before a Tuesday, in English") {
    check({2023, 10, 17}, {
                              {"today", "2023-10-17"},
                              {"Yesterday", "2023-10-16"},
                              {"day before yesterday", "2023-10-15"},
                              {"the day before yesterday", "2023-10-15"},
                              {"this week", "2023-10-16..2023-10-22"},
                              {"last week", "2023-10-09..2023-10-15"},
                              {"previous week", "2023-10-09..2023-10-15"},
                              {"this month", "2023-10"},
                              {"last month", "2023-09"},
                              {"this year", "2023"},
                              {"last year", "2022"},
                              {"last 7 days", "2023-10-11..2023-10-17"},
                              {"last 1 day", "2023-10-17"},
                              {"past seven days", "2023-10-11..2023-10-17"},
                              {"last 2 weeks", "2023-10-04..2023-10-17"},
                              {"last 3 months", "2023-07-18..2023-10-17"},
                              {"last 10 years", "2013-10-18..2023-10-17"},
                              {"3 days ago", "2023-10-14"},
                              {"two weeks ago", "2023-10-03"},
                              {"1 year ago", "2022-10-17"},
                          });
}

TEST_CASE("days, weeks, months and years before a Tuesday, in Hindi") {
    check({2023, 10, 17}, {
                              {"आज", "2023-10-17"},
                              {"कल", "2023-10-16"},
                              {"बीते कल", "2023-10-16"},
                              {"परसों", "2023-10-15"},
                              {"इस हफ्ते", "2023-10-16..2023-10-22"},
                              {"इस हफ़्ते", "2023-10-16..2023-10-22"},
                              {"इस सप्ताह", "2023-10-16..2023-10-22"},
                              {"पिछले हफ्ते", "2023-10-09..2023-10-15"},
                              {"पिछले हफ़्ते", "2023-10-09..2023-10-15"},
                              {"पिछले सप्ताह", "2023-10-09..2023-10-15"},
                              {"गत सप्ताह", "2023-10-09..2023-10-15"},
                              {"इस महीने", "2023-10"},
                              {"इस माह", "2023-10"},
                              {"पिछले महीने", "2023-09"},
                              {"पिछले माह", "2023-09"},
                              {"इस साल", "2023"},
                              {"इस वर्ष", "2023"},
                              {"पिछले साल", "2022"},
                              {"पिछले वर्ष", "2022"},
                              {"पिछले 7 दिन", "2023-10-11..2023-10-17"},
                              {"पिछले ७ दिन", "2023-10-11..2023-10-17"},
                              {"पिछले सात दिन", "2023-10-11..2023-10-17"},
                              {"पिछले दो हफ़्तों", "2023-10-04..2023-10-17"},
                              {"पिछले पांच साल", "2018-10-18..2023-10-17"},
                              {"3 दिन पहले", "2023-10-14"},
                              {"दो हफ्ते पहले", "2023-10-03"},
                          });
}

TEST_CASE("a week begins on Monday and months differ in length") {
    check({2023, 10, 16},
          {{"this week", "2023-10-16..2023-10-22"}, {"last week", "2023-10-09..2023-10-15"}});
    check({2023, 10, 22},
          {{"this week", "2023-10-16..2023-10-22"}, {"last week", "2023-10-09..2023-10-15"}});
    check({2024, 1, 1}, {{"yesterday", "2023-12-31"},
                         {"last week", "2023-12-25..2023-12-31"},
                         {"last month", "2023-12"},
                         {"last year", "2023"}});
    check({2024, 3, 31}, {{"last month", "2024-02"}, {"1 month ago", "2024-02-29"}});
    check({2024, 2, 29}, {{"1 year ago", "2023-02-28"}, {"last 1 year", "2023-03-01..2024-02-29"}});
    check({1000, 1, 1}, {{"yesterday", "none"}, {"last year", "none"}, {"today", "1000-01-01"}});
}

TEST_CASE("what is not named from today is none") {
    check({2023, 10, 17}, {
                              {"", "none"},
                              {"week", "none"},
                              {"last", "none"},
                              {"last रूस", "none"},
                              {"this day", "none"},
                              {"last 0 days", "none"},
                              {"last week week", "none"},
                              {"last 99999 days", "none"},
                              {"last 9999 years", "none"},
                              {"ago 3 days", "none"},
                              {"tomorrow", "none"},
                              {"2023-10-17", "none"},
                              {"पिछले", "none"},
                              {"हफ्ते", "none"},
                              {"today!", "none"},
                              {"\xFF", "none"},
                          });
}

TEST_CASE("the clock can be set") {
    {
        const Now now("2021-02-03");
        CHECK(current_day() == Date{2021, 2, 3});
    }
    for (const char* bad : {"2021", "2021-02", "kal", "2021-02-30"}) {
        CAPTURE(bad);
        const Now now(bad);
        CHECK_THROWS_AS(current_day(), Error);
    }
    const Now empty("");
    CHECK(current_day().year >= 2023);
    CHECK(current_day().day >= 1);
}

}  // namespace vigyapti
