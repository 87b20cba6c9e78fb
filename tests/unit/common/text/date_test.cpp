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

std::string range(std::string_view text) {
    const auto found = parse_date_range(text);
    if (!found) return "none";
    std::string out = found->first ? to_iso(*found->first) : "";
    out += "..";
    return out + (found->last ? to_iso(*found->last) : "");
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

TEST_CASE("every month is known by its names and their spellings") {
    const std::vector<std::vector<std::string_view>> months{
        {"January", "Jan", "जनवरी"},
        {"February", "Feb", "फरवरी", "फ़रवरी"},
        {"March", "Mar", "मार्च"},
        {"April", "Apr", "अप्रैल"},
        {"May", "मई"},
        {"June", "Jun", "जून"},
        {"July", "Jul", "जुलाई", "जुलायी"},
        {"August", "Aug", "अगस्त", "अगस्\u200Dत"},
        {"September", "Sep", "Sept", "सितंबर", "सितम्बर"},
        {"October", "Oct", "अक्टूबर", "अक्तूबर", "अक्\u200Dटूबर"},
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

TEST_CASE("a range is one date or two with dots between them") {
    const std::vector<Case> cases{
        {"2023-10-17", "2023-10-17..2023-10-17"},
        {"2023-10", "2023-10..2023-10"},
        {"2023-10-01..2023-10-17", "2023-10-01..2023-10-17"},
        {"2023-10 .. 2023-11", "2023-10..2023-11"},
        {"2023..", "2023.."},
        {"..2023", "..2023"},
        {" ..2023-10 ", "..2023-10"},
        {"1 October 2023..17 October 2023", "2023-10-01..2023-10-17"},
        {"अक्टूबर २०२३..नवम्बर २०२३", "2023-10..2023-11"},
        {"", "none"},
        {"..", "none"},
        {" .. ", "none"},
        {"2023..रूस", "none"},
        {"रूस..2023", "none"},
        {"2023-02-30..2023-03-01", "none"},
        {"2021..2022..2023", "none"},
        {"2023....", "none"},
        {"रूस", "none"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(range(each.text) == each.date);
    }
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

}  // namespace vigyapti
