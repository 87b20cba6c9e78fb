#include "indexer/title_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

struct Row {
    std::vector<FoundValue> fields;
    std::string_view title;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.fields.front().value);
        CHECK(choose_title(row.fields).title == row.title);
    }
}

}  // namespace

TEST_CASE("the name of the site goes from before and behind a title") {
    using enum Origin;
    constexpr auto title = ReleaseField::title;
    constexpr auto source = ReleaseField::source;
    constexpr auto url = ReleaseField::url;
    check({
        {{{title, meta, "Example Times | Ministers meet"}, {source, meta, "Example Times"}},
         "Ministers meet"},
        {{{title, meta, "मंत्रालय | मंत्रियों की भेंट"}, {source, meta, "मंत्रालय"}}, "मंत्रियों की भेंट"},
        {{{title, meta, "World Affairs - Ministers meet"}, {title, heading, "Ministers meet"}},
         "Ministers meet"},
        {{{title, meta, "World Affairs: Ministers meet"}, {title, heading, "Ministers meet"}},
         "Ministers meet"},
        {{{title, meta, "Ministers meet • Asha Rao"}, {title, heading, "MINISTERS MEET"}},
         "Ministers meet"},
        {{{title, page_title, "Ministers’ talks - The Example Times"},
          {url, meta, "https://www.exampletimes.org/a"}},
         "Ministers’ talks"},
        {{{title, page_title, "Ministers meet - Xyz.org"}, {url, meta, "https://www.xyz.org/a"}},
         "Ministers meet"},
        // What a release is about stays.
        {{{title, meta, "Ministry of Trade: Annual Report"}, {source, meta, "Ministry of Trade"}},
         "Ministry of Trade: Annual Report"},
        {{{title, page_title, "Exampletimes: a history"},
          {url, meta, "https://exampletimes.org/a"}},
         "Exampletimes: a history"},
        {{{title, page_title, "Statement - United States"}, {url, meta, "https://www.state.gov/a"}},
         "Statement - United States"},
        {{{title, record, "Ministers meet | Example"}, {source, record, "Example"}},
         "Ministers meet | Example"},
    });
}

TEST_CASE("a heading that puts in other words what a page says for others is the title") {
    using enum Origin;
    constexpr auto title = ReleaseField::title;
    check({
        {{{title, meta, "Ministers of India and Nepal meet"},
          {title, heading, "Foreign ministers of India and Nepal meet in Delhi"}},
         "Foreign ministers of India and Nepal meet in Delhi"},
        {{{title, json_ld, "भारत और नेपाल के मंत्री मिले"},
          {title, heading, "भारत और नेपाल के विदेश मंत्री दिल्ली में मिले"}},
         "भारत और नेपाल के विदेश मंत्री दिल्ली में मिले"},
        {{{title, meta, "Ministers Meet For Talks"}, {title, heading, "Ministers meet for talks"}},
         "Ministers meet for talks"},
        {{{title, meta, "Five things to know"},
          {title, page_title, "Ministers meet in Delhi | Example"},
          {title, heading, "Ministers meet in Delhi"}},
         "Ministers meet in Delhi"},
        // Capitals alone are no better, nor is a heading of something else.
        {{{title, meta, "India's visit to Nepal"}, {title, heading, "INDIA’S VISIT TO NEPAL"}},
         "India's visit to Nepal"},
        {{{title, meta, "Ministers of India and Nepal meet"},
          {title, heading, "Press Releases of the Ministry"}},
         "Ministers of India and Nepal meet"},
    });
}

}  // namespace vigyapti
