// Where pages in the manner of news sites say when they were published.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/html.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

const std::string sentence =
    "The Minister met the Foreign Secretary of Nepal in New Delhi and spoke about trade.";

std::string text_of(int paragraphs) {
    std::string text;
    for (int i = 0; i < paragraphs; ++i)
        text += "<p>" + sentence + "</p>";
    return text;
}

std::string date_of(const std::string& head, const std::string& body) {
    const std::string page = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    return read_one(read_html, page, "a.html").date;
}

}  // namespace

TEST_CASE("a page's metadata name the day of publication in many ways") {
    for (const std::string_view name :
         {"pubdate", "pub_date", "DC.date.issued", "DC.date.issue", "sailthru.date",
          "parsely-pub-date", "article.created", "article:published_time", "datePublished", "date",
          "originalPublicationDate", "rnews:datePublished", "publish-date"}) {
        CAPTURE(name);
        CHECK(date_of("<meta name='" + std::string(name) + "' content='20231017'>",
                      "<h1>A visit to Delhi</h1>" + text_of(2)) == "2023-10-17");
    }
    for (const std::string_view name :
         {"og:video:release_date", "generated-time", "last-modified"}) {
        CAPTURE(name);
        CHECK(date_of("<meta name='" + std::string(name) + "' content='2023-10-17'>",
                      "<h1>A visit to Delhi</h1>" + text_of(2))
                  .empty());
    }
}

TEST_CASE("the day beside the title is that of the text") {
    const std::string title = "<h1>A visit to Delhi</h1>";
    const std::string text = text_of(2);
    const std::string teaser =
        "<li><a href=/a>Talks on trade in Kathmandu</a><div class=timestamp>Tue, Oct 10 "
        "2023</div></li>";
    struct Row {
        std::string body;
        std::string_view date;
    };
    for (const Row& row : {
             Row{title + "<p>Posted Oct 17, 2023 9:05 am</p>" + text, "2023-10-17"},
             {title + "<div class=byline>By Asha Rao on October 17, 2023</div>" + text,
              "2023-10-17"},
             {title + "<div>प्रकाशित: 17 अक्टूबर 2023, 5:30 बजे</div>" + text, "2023-10-17"},
             {title + "<time class=stamp> October 17, 2023 11:25 AM PDT</time>" + text,
              "2023-10-17"},
             {title + "<abbr class=published title=2023-10-17T09:00>today</abbr>" + text,
              "2023-10-17"},
             {title + "<abbr title=2023-10-17T09:30>Tue, Oct 17</abbr>" + text, "2023-10-17"},
             {title + "<span id=timestamp>10/17/23 9:05am</span>" + text, "2023-10-17"},
             // That of publication before that of a change, wherever it stands.
             {title + "<p>Updated: 19 October 2023 | Published: 17 October 2023</p>" + text,
              "2023-10-17"},
             {title +
                  "<time itemprop=dateModified datetime=2023-10-19>19</time><time "
                  "itemprop=datePublished datetime=2023-10-17>17</time>" +
                  text,
              "2023-10-17"},
             {title + "<p>Last updated: 19 October 2023</p>" + text, "2023-10-19"},
             // A stamp in UTC yields to the day that its element shows.
             {title + "<time datetime=2023-10-17T20:30Z>18 October 2023</time>" + text,
              "2023-10-18"},
             {title + "<time datetime=2023-10-17>two days ago</time>" + text, "2023-10-17"},
             {title +
                  "<p>Written by Asha Rao in Politics on 17 October 2023 at 08:34 PM IST. Add a "
                  "Comment</p>" +
                  text,
              "2023-10-17"},
             {title + "<ul>" + teaser + teaser + teaser + "</ul>" + text, ""},
             // What stands in a list beside the title may be of the text, though a link is with it.
             {title +
                  "<ul><li><a href=/a><time datetime=2023-10-17>17 October "
                  "2023</time></a></li></ul>" +
                  text,
              "2023-10-17"},
             {title +
                  "<ul><li><a href=/m>Ministry of External Affairs</a> <time>17 October "
                  "2023</time></li><li><a href=/c>Comments</a></li></ul>" +
                  text,
              "2023-10-17"},
             // A title that mentions a day.
             {"<h1>Joint Statement issued at the conclusion of the visit of the Prime Minister of "
              "Nepal (9 August 2022)</h1><p>October 17, 2023</p>" +
                  text,
              "2023-10-17"},
             {title +
                  "<p>Postage stamp on the friendship of both countries released by the Minister "
                  "on 9 August 2022</p><p>Posted On: 17 OCT 2023 by PIB Delhi</p>" +
                  text,
              "2023-10-17"},
             // Today's day in the head of the site, and dates of other pages.
             {"<div class=date>19 November 2023</div><div>" + title +
                  "<p>on 17 October 2023 at 9:00</p>" + text + "</div>",
              "2023-10-17"},
             // What is said to have happened on a day.
             {title + "<ul><li>The treaty of friendship was signed on 31 July 1950</ul>" + text,
              ""},
             {title + "<ul><li>17 मार्च 1950 को दोनों देशों ने मैत्री संधि पर हस्ताक्षर किए</ul>" + text, ""},
             {title + text + "<p>They had met in Kathmandu on 3 March 2022 and spoke.</p>", ""},
         }) {
        CAPTURE(row.body);
        CHECK(date_of("", row.body) == row.date);
    }
}

TEST_CASE("the only time of publication on a page is that of the text, if nothing else tells it") {
    const std::string title = "<h1>A visit to Delhi</h1>";
    const std::string foot =
        "<div>example.org</div><div><div><a href=/>Home</a></div></div><div><time "
        "class=published datetime=2023-10-17>17 October</time></div>";
    const auto page = [&](const std::string& text) { return "<div>" + title + text + "</div>"; };
    CHECK(date_of("", page(text_of(2)) + foot) == "2023-10-17");
    CHECK(date_of("", page(text_of(2)) + foot + foot).empty());
    CHECK(date_of("<link rel=canonical href=https://example.org/2023/10/18/visit>",
                  page(text_of(2)) + foot) == "2023-10-18");
    CHECK(date_of("", page("<p>New Delhi, October 18, 2023: " + sentence + "</p>" + text_of(2)) +
                          foot) == "2023-10-18");
}

TEST_CASE("on pages in American English the month of a date in digits stands first") {
    const std::string body =
        "<h1>A visit to Delhi</h1><p>Posted 8/5/2023 @ 9:05AM</p>" + text_of(2);
    for (const auto& [lang, date] : {std::pair("en-US", "2023-08-05"), {"en-IN", "2023-05-08"}}) {
        const std::string page =
            std::string("<html lang=") + lang + "><body>" + body + "</body></html>";
        CHECK(read_one(read_html, page, "a.html").date == date);
    }
}

TEST_CASE("a stamp of the metadata and an address agree with what the page shows") {
    const std::string stamp =
        "<meta property='article:published_time' content='2023-10-17T20:30:00Z'>";
    const std::string title = "<h1>A visit to Delhi</h1>";
    CHECK(date_of(stamp, title + "<p>October 18, 2023</p>" + text_of(2)) == "2023-10-18");
    CHECK(date_of(stamp, title + "<p>Updated October 18, 2023</p>" + text_of(2)) == "2023-10-17");
    const std::string address = "<link rel=canonical href='https://example.org/2023/10/18/visit'>";
    CHECK(date_of(stamp + address, title + text_of(2)) == "2023-10-18");
    CHECK(date_of(address, title + text_of(2)) == "2023-10-18");
}

}  // namespace vigyapti
