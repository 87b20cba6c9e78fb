#include "common/text/date_range.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

constexpr Date today{2023, 10, 17};

std::string shown(const std::optional<DateRange>& found) {
    if (!found) return "none";
    std::string out = found->first ? to_iso(*found->first) : "";
    out += "..";
    return out + (found->last ? to_iso(*found->last) : "");
}

struct Case {
    std::string_view text;
    std::string_view range;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(shown(parse_date_range(each.text, today)) == each.range);
    }
}

}  // namespace

TEST_CASE("a range is one date or two with dots between them") {
    check({
        {"2023-10-17", "2023-10-17..2023-10-17"},
        {"2023-10", "2023-10..2023-10"},
        {"2023-10-01..2023-10-17", "2023-10-01..2023-10-17"},
        {"2023-10 .. 2023-11", "2023-10..2023-11"},
        {"2023..", "2023.."},
        {"..2023", "..2023"},
        {" ..2023-10 ", "..2023-10"},
        {"1 October 2023..17 October 2023", "2023-10-01..2023-10-17"},
        {"1..17 October 2023", "2023-10-01..2023-10-17"},
        {"अक्टूबर २०२३..नवम्बर २०२३", "2023-10..2023-11"},
        {"17.10.2023..20.10.2023", "2023-10-17..2023-10-20"},
        {"", "none"},
        {"..", "none"},
        {" .. ", "none"},
        {"2023..रूस", "none"},
        {"रूस..2023", "none"},
        {"2023-02-30..2023-03-01", "none"},
        {"2021..2022..2023", "none"},
        {"2023....", "none"},
        {"रूस", "none"},
    });
}

TEST_CASE("a range is two dates with a dash between them") {
    check({
        {"2021-2022", "2021..2022"},
        {"2021–2022", "2021..2022"},
        {"2023-10-01 - 2023-10-17", "2023-10-01..2023-10-17"},
        {"17-10-2023 - 20-10-2023", "2023-10-17..2023-10-20"},
        {"17-20 October 2023", "2023-10-17..2023-10-20"},
        {"October - December 2023", "2023-10..2023-12"},
        {"१७-२० अक्टूबर २०२३", "2023-10-17..2023-10-20"},
        {"2023-", "none"},
        {"-2023", "none"},
        {"2023-24", "none"},
        {"2023-13-01", "none"},
        {"29-02-2023", "none"},
        {"----------", "none"},
    });
}

TEST_CASE("a range is two dates joined by words") {
    check({
        {"from 1 October 2023 to 17 October 2023", "2023-10-01..2023-10-17"},
        {"from 1 to 17 October 2023", "2023-10-01..2023-10-17"},
        {"1 to 17 October 2023", "2023-10-01..2023-10-17"},
        {"from 28 September to 3 October 2023", "2023-09-28..2023-10-03"},
        {"October to December 2023", "2023-10..2023-12"},
        {"From October to December 2023", "2023-10..2023-12"},
        {"between 2021 and 2023", "2021..2023"},
        {"2021 till 2023", "2021..2023"},
        {"since 2021", "2021.."},
        {"from October 2023", "2023-10.."},
        {"until 2021", "..2021"},
        {"since last month", "2023-09.."},
        {"2021 to today", "2021..2023-10-17"},
        {"1 अक्टूबर 2023 से 17 अक्टूबर 2023 तक", "2023-10-01..2023-10-17"},
        {"1 से 17 अक्टूबर 2023 तक", "2023-10-01..2023-10-17"},
        {"१ से १७ अक्टूबर २०२३", "2023-10-01..2023-10-17"},
        {"2021 से 2023 तक", "2021..2023"},
        {"2021 से", "2021.."},
        {"2023 तक", "..2023"},
        {"परसों से आज तक", "2023-10-15..2023-10-17"},
        {"from", "none"},
        {"से", "none"},
        {"तक", "none"},
        {"to 2023", "none"},
        {"2021 and 2023", "none"},
        {"between 2021 to", "none"},
        {"from रूस to 2023", "none"},
        {"से 2023 तक", "none"},
    });
}

TEST_CASE("without a clock nothing is named from today") {
    CHECK(shown(parse_date_range("yesterday")) == "none");
    CHECK(shown(parse_date_range("2021..आज")) == "none");
    CHECK(shown(parse_date_range("2021..2023")) == "2021..2023");
}

TEST_CASE("the longest beginning that reads as a date") {
    struct LengthCase {
        std::string_view text;
        std::string_view beginning;
    };
    const std::vector<LengthCase> cases{
        {"17 October 2023 रूस", "17 October 2023"},
        {"17 October, 2023, रूस", "17 October, 2023,"},
        {"October 2023 crude", "October 2023"},
        {"2023 रूस से तेल", "2023"},
        {"2023-10-17 रूस", "2023-10-17"},
        {"2023 17", "2023"},
        {"2023 May Day", "2023"},
        {"May 2023 May", "May 2023"},
        {"पिछले हफ्ते रूस", "पिछले हफ्ते"},
        {"पिछले 7 दिन रूस", "पिछले 7 दिन"},
        {"last week in Moscow", "last week"},
        {"1 से 17 अक्टूबर 2023 तक रूस", "1 से 17 अक्टूबर 2023 तक"},
        {"from Tuesday, 17 October 2023 to Friday, 20 October 2023 oil",
         "from Tuesday, 17 October 2023 to Friday, 20 October 2023"},
        {"2021 .. 2023 oil", "2021 .. 2023"},
        {"2021 - 2023 oil", "2021 - 2023"},
        {"17 October 2023 5:30 PM IST oil", "17 October 2023 5:30 PM IST"},
        {"the day before yesterday", "the day before yesterday"},
        {"रूस 2023", ""},
        {"last", ""},
        {"", ""},
        {"   ", ""},
        {"\xFF\xFF 2023", ""},
    };
    for (const LengthCase& each : cases) {
        CAPTURE(each.text);
        CHECK(each.text.substr(0, date_range_length(each.text)) == each.beginning);
    }
    const std::string_view none = "31 June 2023 oil";
    CHECK(date_range_length(none) == 0);
    CHECK(none.substr(0, date_words_length(none)) == "31 June 2023");
    CHECK(date_words_length("रूस 2023") == 0);
    CHECK(date_words_length("") == 0);
    CHECK(date_range_length(std::string(100'000, '-')) == 0);
    CHECK(date_range_length(std::string(100'000, '1')) == 0);
}

}  // namespace vigyapti
