#include "indexer/readers/html/ending_phrases.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace vigyapti::html {

TEST_CASE("who contributed is told from the last lines of a press release") {
    for (const std::string_view line :
         {"The Associated Press contributed to this report.", "Contributing: Asha Rao",
          "(Reporting by Asha Rao; editing by R. Singh)", "(With inputs from agencies)",
          "(एजेंसियों के इनपुट के साथ)", "संपादन: आशा राव",
          "Information from The Example Press was used in this report.", "Photo by Asha Rao."}) {
        CAPTURE(line);
        CHECK(is_contribution(line));
    }
    for (const std::string_view line :
         {"*****", "MJPS/SR", "(ANI)", "Media contact: Asha Rao", "New Delhi", "May 3, 2024",
          "Read this release in: Hindi", "India has contributed to the peace in the region.",
          "With assistance from India, twenty schools have been rebuilt.",
          "Via video link the ministers opened the railway.", "भारत ने शांति में योगदान दिया।",
          "मंत्री ने बैठक में व्यक्त विचारों का स्वागत किया।", ""}) {
        CAPTURE(line);
        CHECK(!is_contribution(line));
        CHECK(!is_closing_notice(line));
    }
}

TEST_CASE("notices to readers and what is said of the author are known") {
    for (const std::string_view line :
         {"Follow Asha Rao on Twitter.", "Follow her on Twitter at @asha",
          "To contact the reporter on this story: Asha Rao in New Delhi at arao@example.org",
          "Write to Asha Rao at asha.rao@example.org", "Tell us your view in the comments below.",
          "The views expressed are the author's own.", "Copyright 2023 Example Times.",
          "आशा राव को ट्विटर पर फॉलो करें", "अस्वीकरण: ये लेखक के अपने विचार हैं।",
          "यहाँ व्यक्त विचार लेखक के अपने हैं।"}) {
        CAPTURE(line);
        CHECK(is_closing_notice(line));
    }
    CHECK(!is_closing_notice("Email: press@example.org"));
    CHECK(!is_closing_notice("Contact the Press Office at press@example.org"));
    CHECK(!is_closing_notice("Follow the guidelines of the ministry when you travel."));
    CHECK(is_about_author("Asha Rao is a writer in New Delhi.", "Asha Rao"));
    CHECK(is_about_author("About Asha Rao, a writer", "ASHA RAO"));
    CHECK(!is_about_author("Asha Rao met the minister.", "Asha Rao"));
    CHECK(!is_about_author("The author Asha Rao is a writer.", "Asha Rao"));
}

}  // namespace vigyapti::html
