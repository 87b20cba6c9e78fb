#include "common/text/dateline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

struct Case {
    std::string_view text;
    std::string_view date;
};

std::string shown(const std::optional<Date>& date) {
    return date ? to_iso(*date) : "none";
}

std::string shown(const std::optional<Dateline>& found) {
    return found ? to_iso(found->date) : "none";
}

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(shown(find_dateline(each.text)) == each.date);
    }
}

}  // namespace

TEST_CASE("place and day before the text") {
    check({
        {"New Delhi, 17 October 2023: The minister met his guest.", "2023-10-17"},
        {"New Delhi: 17 October 2023", "2023-10-17"},
        {"NEW DELHI, October 17, 2023 – The minister met his guest.", "2023-10-17"},
        {"New Delhi, Oct. 17, 2023 (PTI) The minister met his guest.", "2023-10-17"},
        {"New Delhi (17 October 2023): The minister met his guest.", "2023-10-17"},
        {"New Delhi, Tuesday, 17 October 2023 - The minister", "2023-10-17"},
        {"Addis Ababa, Ethiopia, 17 October 2023. The minister", "2023-10-17"},
        {"Press Release: 17 October 2023", "2023-10-17"},
        {"नई दिल्ली, 17 अक्टूबर 2023: मंत्री ने कहा।", "2023-10-17"},
        {"नई दिल्ली, १७ अक्टूबर, २०२३ (भाषा)। मंत्री ने कहा।", "2023-10-17"},
        {"नई दिल्ली, 17 अक्टूबर 2023 (भाषा) मंत्री ने कहा।", "2023-10-17"},
        {"मॉस्को, 17/10/2023: मंत्री ने कहा।", "2023-10-17"},
        {"मंत्री की यात्रा\nनई दिल्ली, 17 अक्टूबर 2023: मंत्री ने कहा।", "2023-10-17"},
    });
}

TEST_CASE("a day in a line of its own") {
    check({
        {"17 October 2023", "2023-10-17"},
        {"(17 अक्टूबर 2023)", "2023-10-17"},
        {"[17 October 2023]", "2023-10-17"},
        {"Tuesday, 17 October 2023.", "2023-10-17"},
        {"17 October 2023, New Delhi", "2023-10-17"},
        {"17 October 2023 | New Delhi", "2023-10-17"},
        {"१७ अक्टूबर २०२३, नई दिल्ली", "2023-10-17"},
        {"Visit of the minister\n17.10.2023\nThe minister went.", "2023-10-17"},
        {"17 OCT 2023 5:30PM", "2023-10-17"},
    });
}

TEST_CASE("a day behind a label") {
    check({
        {"Posted On: 17 OCT 2023 5:30PM by PIB Delhi", "2023-10-17"},
        {"प्रविष्टि तिथि: 17 OCT 2023 5:30PM by PIB Delhi", "2023-10-17"},
        {"Ministry of External Affairs\nVisit\nPosted On: 17 OCT 2023 5:30PM", "2023-10-17"},
        {"Dated: 17-10-2023", "2023-10-17"},
        {"Dated 17 October 2023", "2023-10-17"},
        {"Date: 17th October, 2023", "2023-10-17"},
        {"दिनांक: 17 अक्टूबर 2023", "2023-10-17"},
        {"दिनांक 17 अक्टूबर 2023", "2023-10-17"},
        {"Published on : 17 October 2023", "2023-10-17"},
        // The day of an event is not that of its notice.
        {"Date: 17 October 2023\nVenue: Vigyan Bhawan", "none"},
        {"स्थान: विज्ञान भवन\nतारीख: 17 अक्टूबर 2023", "none"},
    });
}

TEST_CASE("a date that is only mentioned is no dateline") {
    check({
        {"", "none"},
        {"The agreement of 17 October 2023 enters into force.", "none"},
        {"On 17 October 2023, the minister went to Moscow.", "none"},
        {"On Tuesday, 17 October 2023, the minister went to Moscow.", "none"},
        {"In Moscow, 17 October 2023 was a holiday.", "none"},
        {"Moscow, 17 October 2023 was a holiday.", "none"},
        {"17 October 2023 was a holiday.", "none"},
        {"17 October 2023: what happened then was a holiday of the whole country", "none"},
        {"17 अक्टूबर 2023 को मंत्री ने कहा।", "none"},
        {"मंत्री ने कहा, 17 अक्टूबर 2023 - यह दिन याद रहेगा।", "none"},
        {"प्रधानमंत्री 17 अक्टूबर 2023 को रूस जाएँगे।", "none"},
        {"Visit to Vietnam (October 15-18, 2023)", "none"},
        {"Visit of the Prime Minister to Nepal (May 16, 2022)", "none"},
        {"सोमवार (9 मार्च 2020) दोपहर तक आँकड़े बढ़ गए।", "none"},
        {"शनिवार (11 अप्रैल, 2020) को कर्मचारी घर गए।", "none"},
        {"Ram Lal (26 March 1907– September 11, 1987) was a poet.", "none"},
        {"Ram Lal (November 27, 1907 - January 18, 2003) was a poet.", "none"},
        {"Ram Lal (27 September 1907) was a poet.", "none"},
        {"Ram Lal(Born:4 August,1961)was a poet.", "none"},
        {"Moscow, 17 October 2023 - 20 October 2023: the visit", "none"},
        {"Posted in Delhi since 17 October 2023", "none"},
        {"Dated 17 October 2023 the letter arrived", "none"},
        {"the port, 17 October 2023: a talk", "none"},
        {"One\nTwo\nThree\nFour\nNew Delhi, 17 October 2023: a talk", "none"},
    });
}

TEST_CASE("what is no whole day is no dateline") {
    check({
        {"Beijing, Oct. 17 (Xinhua) -- The minister met his guest.", "none"},
        {"नई दिल्ली, 17 अक्टूबर (भाषा) मंत्री ने कहा।", "none"},
        {"New Delhi, October 2023: The minister", "none"},
        {"New Delhi, 2023: The minister", "none"},
        {"New Delhi, 31 June 2023: The minister", "none"},
        {"2023", "none"},
        {"\xFF\xFE, 17 October 2023:", "none"},
    });
    CHECK(shown(find_dateline(std::string(1'000'000, '1'))) == "none");
    CHECK(shown(find_dateline(std::string(1'000'000, ','))) == "none");
}

TEST_CASE("the line of a dateline is told") {
    const auto found = find_dateline("A visit\n  Moscow, 17 October 2023: talks \nMore");
    REQUIRE(found);
    CHECK(found->line == "Moscow, 17 October 2023: talks");
}

TEST_CASE("the day in the name of a file or of its folders") {
    const std::vector<Case> cases{
        {"2023-10-17-visit.txt", "2023-10-17"},
        {"visit-2023-10-17.txt", "2023-10-17"},
        {"hi/2023_10_17_visit.txt", "2023-10-17"},
        {"2023.10.17.txt", "2023-10-17"},
        {"20231017.txt", "2023-10-17"},
        {"pib20231017a.txt", "2023-10-17"},
        {"17-10-2023-visit.txt", "2023-10-17"},
        {"17_10_2023.txt", "2023-10-17"},
        {"2023/10/17/visit.txt", "2023-10-17"},
        {"mea/2023/10/17/visit.txt", "2023-10-17"},
        {"2022-01-01/2023-10-17.txt", "2023-10-17"},
        {"17-2023-10-17.txt", "2023-10-17"},
        {"", "none"},
        {"visit.txt", "none"},
        {"2023-10.txt", "none"},
        {"2023-13-17.txt", "none"},
        {"2023-02-30.txt", "none"},
        {"2023-10_17.txt", "none"},
        {"12023-10-17.txt", "none"},
        {"2023-10-171.txt", "none"},
        {"12345678.txt", "none"},
        {"00001017.txt", "none"},
        {"120231017.txt", "none"},
        {"17/10/2023.txt", "none"},
        {"1.2.3.txt", "none"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(shown(date_in_name(each.text)) == each.date);
    }
}

}  // namespace vigyapti
