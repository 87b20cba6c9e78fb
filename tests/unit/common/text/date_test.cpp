#include "common/text/date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

// The date in `text` in ISO form, or "none".
std::string iso(std::string_view text) {
    const auto date = parse_date(text);
    return date ? to_iso(*date) : "none";
}

struct Case {
    std::string_view text;
    std::string_view date;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(iso(each.text) == each.date);
    }
}

}  // namespace

TEST_CASE("ISO dates are read as days, months and years") {
    check({
        {"2023-10-17", "2023-10-17"},
        {"2023-10", "2023-10"},
        {"2023", "2023"},
        {"  2023-10-17\t\r", "2023-10-17"},
        {"2023-10-17T05:30:00+05:30", "2023-10-17"},
        {"2023-10-17T", "2023-10-17"},
        {"2023-10-17 05:30", "2023-10-17"},
        {"२०२३-१०-१७", "2023-10-17"},
        {"२०२३-१०", "2023-10"},
        {"२०२३", "2023"},
        {"1000-01-01", "1000-01-01"},
        {"9999-12-31", "9999-12-31"},
    });
}

TEST_CASE("written dates are read in English") {
    check({
        {"17 October 2023", "2023-10-17"},
        {"October 17, 2023", "2023-10-17"},
        {"October 17,2023", "2023-10-17"},
        {"October 17 2023", "2023-10-17"},
        {"17 October, 2023", "2023-10-17"},
        {"October 2023", "2023-10"},
        {"October, 2023", "2023-10"},
        {"OCTOBER 2023", "2023-10"},
        {"oct. 7, 2023", "2023-10-07"},
        {"07 Oct 2023", "2023-10-07"},
        {"17-Oct-2023", "2023-10-17"},
        {"Sept 2023", "2023-09"},
        {"May 2023", "2023-05"},
        {"1 January 2000", "2000-01-01"},
    });
}

TEST_CASE("written dates are read in Hindi with digits of either script") {
    check({
        {"१७ अक्टूबर २०२३", "2023-10-17"},
        {"17 अक्टूबर 2023", "2023-10-17"},
        {"१७ अक्टूबर, २०२३", "2023-10-17"},
        {"अक्टूबर १७, २०२३", "2023-10-17"},
        {"अक्टूबर 2023", "2023-10"},
        {"१७ October 2023", "2023-10-17"},
        {"१ मई २०२३", "2023-05-01"},
    });
}

TEST_CASE("numbers alone are read with the day first, as in India") {
    check({
        {"17-10-2023", "2023-10-17"},
        {"17/10/2023", "2023-10-17"},
        {"17.10.2023", "2023-10-17"},
        {"7/3/2023", "2023-03-07"},
        {"07.03.2023", "2023-03-07"},
        {"१७-१०-२०२३", "2023-10-17"},
        {"१७/१०/२०२३", "2023-10-17"},
        {"10/17/2023", "none"},
        {"29/02/2023", "none"},
        {"17-10/2023", "none"},
        {"17-10-23", "none"},
        {"017-10-2023", "none"},
        {"17-10-20233", "none"},
        {"17--10-2023", "none"},
        {"0/10/2023", "none"},
    });
}

TEST_CASE("ordinals, points and weekdays are part of how people write dates") {
    check({
        {"17th October, 2023", "2023-10-17"},
        {"1st May 2023", "2023-05-01"},
        {"2nd May 2023", "2023-05-02"},
        {"3rd May, 2023", "2023-05-03"},
        {"17th of October 2023", "2023-10-17"},
        {"October 17th, 2023", "2023-10-17"},
        {"Oct. 17, 2023", "2023-10-17"},
        {"17 Oct., 2023", "2023-10-17"},
        {"Tuesday, 17 October 2023", "2023-10-17"},
        {"Tue 17 Oct 2023", "2023-10-17"},
        {"Tuesday, October 17, 2023", "2023-10-17"},
        {"Tuesday 17-10-2023", "2023-10-17"},
        {"17 October 2023, Tuesday", "2023-10-17"},
        {"मंगलवार, 17 अक्टूबर 2023", "2023-10-17"},
        {"मंगलवार १७ अक्टूबर, २०२३", "2023-10-17"},
        {"गुरुवार, 19 अक्टूबर 2023", "2023-10-19"},
        {"फरवरी 29, 2024", "2024-02-29"},
        {"फ़रवरी 2024", "2024-02"},
        {"17 अक्तू॰ 2023", "2023-10-17"},
        {"17 अक्टू. 2023", "2023-10-17"},
        {"17th", "none"},
        {"of October 2023", "none"},
        {"October of 2023", "none"},
        {"17xx October 2023", "none"},
        {"Tuesday", "none"},
        {"मंगलवार", "none"},
        {"Tuesday Tuesday 17 October 2023", "none"},
        {"17? October 2023", "none"},
    });
}

TEST_CASE("a time of day behind a date is passed over") {
    check({
        {"17 OCT 2023 5:30PM", "2023-10-17"},
        {"17 October 2023, 17:30 IST", "2023-10-17"},
        {"Tue, 17 Oct 2023 05:30:00 +0530", "2023-10-17"},
        {"Tue, 17 Oct 2023 05:30:00 GMT", "2023-10-17"},
        {"17/10/2023 5:30 p.m.", "2023-10-17"},
        {"17 अक्टूबर 2023 5:30 बजे", "2023-10-17"},
        {"2023-10-17 05:30:00", "2023-10-17"},
        {"2023-10-17T05:30:00.000Z", "2023-10-17"},
        {"2023-10-17 रूस", "none"},
        {"2023-10-17T05:30 रूस", "none"},
        {"17 October 2023 5:30 in Delhi", "none"},
        {"17 October 2023 5:3", "none"},
        {"5:30", "none"},
        {":", "none"},
        {"17 October 2023 :30", "none"},
    });
}

TEST_CASE("every month is known by its names and their spellings") {
    const std::vector<std::vector<std::string_view>> months{
        {"January", "Jan", "जनवरी"},
        {"February", "Feb", "फरवरी", "फ़रवरी"},
        {"March", "Mar", "मार्च"},
        {"April", "Apr", "अप्रैल", "अप्रेल"},
        {"May", "मई"},
        {"June", "Jun", "जून"},
        {"July", "Jul", "जुलाई", "जुलायी"},
        {"August", "Aug", "अगस्त", "अगस्\u200Dत"},
        {"September", "Sep", "Sept", "सितंबर", "सितम्बर"},
        {"October", "Oct", "अक्टूबर", "अक्तूबर", "अक्टुबर", "अक्\u200Dटूबर"},
        {"November", "Nov", "नवंबर", "नवम्बर"},
        {"December", "Dec", "दिसंबर", "दिसम्बर"},
    };
    REQUIRE(months.size() == 12);
    for (std::size_t i = 0; i < months.size(); ++i) {
        for (const std::string_view name : months[i]) {
            CAPTURE(name);
            const auto date = parse_date("5 " + std::string(name) + " 2023");
            REQUIRE(date);
            CHECK(*date == Date{2023, static_cast<int>(i) + 1, 5});
        }
    }
}

TEST_CASE("a day that does not exist is no date") {
    check({
        {"2023-02-28", "2023-02-28"},    {"2023-02-29", "none"},
        {"2024-02-29", "2024-02-29"},    {"1900-02-29", "none"},
        {"2000-02-29", "2000-02-29"},    {"29 February 2023", "none"},
        {"29 फरवरी 2024", "2024-02-29"}, {"2023-04-31", "none"},
        {"31 June 2023", "none"},        {"2023-12-32", "none"},
        {"2023-13-01", "none"},          {"2023-00", "none"},
        {"2023-00-10", "none"},          {"2023-10-00", "none"},
        {"0999-12-31", "none"},          {"0000", "none"},
        {"0 October 2023", "none"},      {"00 October 2023", "none"},
        {"October 00, 2023", "none"},    {"32 October 2023", "none"},
    });
}

TEST_CASE("what is no date is none") {
    check({
        {"", "none"},
        {"   ", "none"},
        {"रूस", "none"},
        {"October", "none"},
        {"17 October", "none"},
        {"17", "none"},
        {"202", "none"},
        {"20233", "none"},
        {"2023-", "none"},
        {"2023-1", "none"},
        {"2023-10-", "none"},
        {"2023-10-1", "none"},
        {"2023-10-170", "none"},
        {"2023-10-17x", "none"},
        {"2023/10/17", "none"},
        {"20231017", "none"},
        {"-2023", "none"},
        {"2023 October 17", "none"},
        {"17 18 October 2023", "none"},
        {"0 17 October 2023", "none"},
        {"October November 2023", "none"},
        {"17 October 2023 2024", "none"},
        {"17 October 0000 2023", "none"},
        {"17 October 23", "none"},
        {"October 1,700, 2023", "none"},
        {"3.5 October 2023", "none"},
        {"17 अक्टूबर 2023 को", "none"},
        {"17 Octobre 2023", "none"},
        {"17 October 99999999999999999999", "none"},
        {"\xFF", "none"},
        {"2023-10-\xE0\xA5", "none"},
    });
    CHECK(iso(std::string(1'000'000, '9')) == "none");
    CHECK(iso(std::string_view("2023\0", 5)) == "none");
}

TEST_CASE("a date is written in ISO form as far as it is known") {
    CHECK(to_iso({2023, 10, 7}) == "2023-10-07");
    CHECK(to_iso({2023, 1, 0}) == "2023-01");
    CHECK(to_iso({1000, 0, 0}) == "1000");
}

TEST_CASE("the first and the last day that a date can mean") {
    struct Days {
        Date date;
        std::string_view first;
        std::string_view last;
    };
    const std::vector<Days> cases{
        {{2023, 10, 17}, "20231017", "20231017"}, {{2023, 10, 0}, "20231001", "20231031"},
        {{2023, 0, 0}, "20230101", "20231231"},   {{2023, 2, 0}, "20230201", "20230228"},
        {{2024, 2, 0}, "20240201", "20240229"},   {{1900, 2, 0}, "19000201", "19000228"},
        {{2000, 2, 0}, "20000201", "20000229"},   {{2023, 4, 0}, "20230401", "20230430"},
        {{1000, 0, 0}, "10000101", "10001231"},   {{9999, 12, 0}, "99991201", "99991231"},
    };
    for (const Days& each : cases) {
        CAPTURE(each.first);
        CHECK(first_day(each.date) == each.first);
        CHECK(last_day(each.date) == each.last);
    }
}

TEST_CASE("days are read from what sorts them") {
    using namespace std::chrono;
    CHECK(day_from("20231017") == sys_days(2023y / October / 17));
    CHECK(day_from(first_day({2024, 2, 0})) == sys_days(2024y / February / 1));
    CHECK(day_from(last_day({2024, 2, 0})) == sys_days(2024y / February / 29));
    for (const std::string_view none : {"", "2023", "20231", "20230229", "2023-10-17", "202310171"})
        CHECK_FALSE(day_from(none));
}

TEST_CASE("the day before and behind a day, a month and a year") {
    struct Neighbours {
        Date date;
        std::optional<Date> before;
        std::optional<Date> after;
    };
    const std::vector<Neighbours> cases{
        {{2023, 10, 17}, Date{2023, 10, 16}, Date{2023, 10, 18}},
        {{2023, 10, 1}, Date{2023, 9, 30}, Date{2023, 10, 2}},
        {{2023, 10, 31}, Date{2023, 10, 30}, Date{2023, 11, 1}},
        {{2024, 2, 29}, Date{2024, 2, 28}, Date{2024, 3, 1}},
        {{2024, 3, 1}, Date{2024, 2, 29}, Date{2024, 3, 2}},
        {{2023, 1, 1}, Date{2022, 12, 31}, Date{2023, 1, 2}},
        {{2023, 12, 31}, Date{2023, 12, 30}, Date{2024, 1, 1}},
        {{2023, 10, 0}, Date{2023, 9, 30}, Date{2023, 11, 1}},
        {{2023, 12, 0}, Date{2023, 11, 30}, Date{2024, 1, 1}},
        {{2023, 0, 0}, Date{2022, 12, 31}, Date{2024, 1, 1}},
        {{1000, 1, 1}, std::nullopt, Date{1000, 1, 2}},
        {{1000, 0, 0}, std::nullopt, Date{1001, 1, 1}},
        {{9999, 12, 31}, Date{9999, 12, 30}, std::nullopt},
        {{9999, 0, 0}, Date{9998, 12, 31}, std::nullopt},
    };
    for (const Neighbours& each : cases) {
        CAPTURE(to_iso(each.date));
        CHECK(day_before(each.date) == each.before);
        CHECK(day_after(each.date) == each.after);
    }
}

}  // namespace vigyapti
