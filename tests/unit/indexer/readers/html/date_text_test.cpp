#include "indexer/readers/html/date_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vigyapti::html {

TEST_CASE("a date is found among other words") {
    struct Row {
        std::string_view text;
        std::string_view day;  // empty: none
        std::string_view before;
    };
    for (const Row& row : {
             Row{"Posted Oct 17, 2023 9:05 am", "2023-10-17", "Posted "},
             {"Published: Tuesday, 17 Oct 2023 | 4:35 PM ET", "2023-10-17", "Published: Tuesday, "},
             {"October 17th, 2023 in Press", "2023-10-17", ""},
             {"प्रकाशित: 17 अक्टूबर 2023, 5:30 बजे", "2023-10-17", "प्रकाशित: "},
             {"दिनांक १७ अक्टूबर २०२३", "2023-10-17", "दिनांक "},
             {"Press office 10/17/2023 2:27 AM", "2023-10-17", "Press office "},
             {"05/10/2023 2:27 AM", "2023-10-05", ""},
             {"05/10/2023 2:27 AM EDT", "2023-05-10", ""},
             {"10/17/23 11:04am", "2023-10-17", ""},
             {"05/10/23 11:04am", "", ""},
             {"Posted: 5-10-23 12:34 PM ET", "2023-05-10", "Posted: "},
             {"2023年10月17日 星期二", "2023-10-17", ""},
             {"입력 2023년 10월 17일", "2023-10-17", "입력 "},
             {"2023.10.17 03:00", "2023-10-17", ""},
             {"Release 1.10.17.2023", "", ""},
             {"2023-02-30", "", ""},
             {"October 2023", "", ""},
             {"No date at all", "", ""},
             {"", "", ""},
         }) {
        CAPTURE(row.text);
        const auto found = find_date(row.text);
        CHECK((found ? to_iso(found->date) : std::string()) == row.day);
        if (found) CHECK(found->before == row.before);
    }
    const auto american = find_date("05/10/2023 @ 2:27 AM", true);
    REQUIRE(american);
    CHECK(to_iso(american->date) == "2023-05-10");
    CHECK(!find_date(std::string(300, 'a') + " 17 October 2023"));
}

TEST_CASE("what programs write becomes a date that is read everywhere") {
    struct Row {
        std::string_view given;
        std::string_view date;
    };
    for (const Row& row : {
             Row{"2023-10-17T09:30:00+05:30", "2023-10-17T09:30:00+05:30"},
             {"20231017", "2023-10-17"},
             {"20231017T093000", "2023-10-17"},
             {"2023-10-17 00:00:00 EDT", "2023-10-17"},
             {"10/17/2023 12:49:46 AM", "2023-10-17"},
             {"20231399", "20231399"},
             {"true", "true"},
             {"", ""},
         }) {
        CHECK(machine_date(std::string(row.given)) == row.date);
    }
}

}  // namespace vigyapti::html
