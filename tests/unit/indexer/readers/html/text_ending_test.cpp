// Where texts of pages in the manner of news sites begin and end.
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
const std::string hindi = "विदेश मंत्री ने नई दिल्ली में नेपाल के विदेश सचिव से भेंट की और व्यापार पर चर्चा की।";

std::string text_of(int paragraphs) {
    std::string text;
    for (int i = 0; i < paragraphs; ++i)
        text += "<p>" + sentence + "</p>";
    return text;
}

// The parts of a page but for its boilerplate.
std::string text_in(const std::string& body) {
    const CollectedReleases collected = collect(read_html, "<body>" + body, "a.html");
    REQUIRE(collected.drafts.size() == 1);
    std::string out;
    for (const Part& each : collected.drafts[0].parts) {
        if (each.kind == PartKind::boilerplate) continue;
        out += each.kind == PartKind::credit    ? "credit:"
               : each.kind == PartKind::caption ? "caption:"
                                                : "";
        for (const char c : each.text)
            out += c == '\n' ? '/' : c;
        out += '/';
    }
    return out;
}

}  // namespace

TEST_CASE("what closes an article is not of its text") {
    const std::string text = "<h1>A visit to Delhi</h1><p>By Asha Rao</p>" + text_of(3);
    const std::string expected =
        "A visit to Delhi/By Asha Rao/" + sentence + "/" + sentence + "/" + sentence + "/";
    struct Row {
        std::string behind;
        std::string left;  // of what stands behind
    };
    for (const Row& row : {
             Row{"<p>The Example Press contributed to this report.</p>",
                 "credit:The Example Press contributed to this report./"},
             {"<p>(एजेंसियों के इनपुट के साथ)</p>", "credit:(एजेंसियों के इनपुट के साथ)/"},
             {"<p>Follow Asha Rao on Twitter.</p>", ""},
             {"<p>Asha Rao is a writer in New Delhi and covers foreign affairs.</p>", ""},
             {"<p><i>Ravi Singh is a fellow in New Delhi. Reach him at <a "
              "href=/r>r@e.org</a></i></p>",
              ""},
             {"<p>Ravi Singh is a fellow in New Delhi.</p>",
              "Ravi Singh is a fellow in New Delhi./"},
             {"<p><i>The treaty is a great success.</i></p>", "The treaty is a great success./"},
             {"<p>ताज़ा ख़बरों के लिए हमारे पेज को लाइक करें।</p>", ""},
             {"<p>[via Example Times]</p>", "credit:[via Example Times]/"},
             {"<p>To view this content, Javascript must be enabled.</p>", ""},
             {"<div class=box><h3><a href=/n>NEPAL</a></h3><div>Capital:</div><div>Kathmandu</div>"
              "<a href=/m>Map</a><p>Nepal is a country between India and China in the "
              "mountains.</p>"
              "<p><a href=/l>Learn more</a></p></div>",
              ""},
             {"<p>Updated at 3:35 p.m. with comments of the Minister.</p>", ""},
             {"<p>The journalism of Example depends on donations of its readers.</p>", ""},
             {"<p>On Twitter: Follow Asha Rao and read more on trade.</p>", ""},
             // The last lines of press releases stay.
             {"<p>New Delhi is the host of the next meeting of ministers.</p>",
              "New Delhi is the host of the next meeting of ministers./"},
             {"<p>*****</p><p>MJPS/SR</p>", "*****/MJPS/SR/"},
             {"<p>New Delhi<br>May 3, 2024</p>", "New Delhi/May 3, 2024/"},
             {"<p>Media contact: Press Office, press@example.org</p>",
              "Media contact: Press Office, press@example.org/"},
             {"<div><h3>Background</h3><p>" + hindi + "</p></div>", "Background/" + hindi + "/"},
         }) {
        CAPTURE(row.behind);
        CHECK(text_in("<div>" + text + row.behind + "</div>") == expected + row.left);
    }
}

TEST_CASE("the author may be known by what the element of the name is called") {
    for (const auto& [author, left] : {std::pair("<div class=author>Asha Rao</div>", ""),
                                       std::pair("<div class=place>Asha Rao</div>",
                                                 "Asha Rao writes on trade and treaties./")}) {
        const std::string text =
            text_in("<div><h1>A visit to Delhi</h1>" + std::string(author) + text_of(3) +
                    "<p>Asha Rao writes on trade and treaties.</p></div>");
        CHECK(text.ends_with(sentence + "/" + left));
    }
}

TEST_CASE("a text goes on behind what leads to other pages amid it") {
    const std::string links =
        "<p><a href=/a>Talks on trade in Delhi</a></p><p><a href=/b>A visit to Nepal</a></p>"
        "<p><a href=/c>Visas for students</a></p>";
    const std::string rest = text_of(8);
    std::string whole = "A visit to Delhi/";
    for (int i = 0; i < 11; ++i)
        whole += sentence + "/";
    for (const std::string& amid : {
             "<p>Related stories:</p>" + links,
             std::string("<aside><h1>A treaty with Nepal</h1><div>Read more</div></aside>"),
             std::string("<div>Read more</div>"),
             "<aside><h2>Read more</h2>" + links + "</aside>",
         }) {
        CAPTURE(amid);
        CHECK(text_in("<div><h1>A visit to Delhi</h1>" + text_of(3) + amid + rest + "</div>") ==
              whole);
    }
    for (const std::string heading :
         {"<h2>Related news</h2>", "<header><h2>Related news</h2></header>"}) {
        CAPTURE(heading);
        CHECK(text_in("<div><h1>A visit to Delhi</h1>" + text_of(6) + "<section>" + heading +
                      text_of(2) + "</section></div>") ==
              "A visit to Delhi/" + sentence + "/" + sentence + "/" + sentence + "/" + sentence +
                  "/" + sentence + "/" + sentence + "/");
    }
    // What is said of each other page is not of the text, however long.
    std::string teasers;
    for (int i = 0; i < 9; ++i)
        teasers += "<p><a href=/a>Talks on trade in Delhi</a></p><p>" + sentence + "</p>";
    CHECK(text_in("<div><h1>A visit to Delhi</h1>" + text_of(3) + "<p>Related stories:</p>" +
                  teasers + "</div>") ==
          "A visit to Delhi/" + sentence + "/" + sentence + "/" + sentence + "/");
}

TEST_CASE("what is asked in a form below a text is not of it") {
    CHECK(text_in("<div><h1>A visit to Delhi</h1>" + text_of(3) +
                  "<form><label>Your opinion:</label><textarea></textarea><p>This helps to prevent "
                  "spam. Fields with a star need to be filled in.</p></form></div>") ==
          "A visit to Delhi/" + sentence + "/" + sentence + "/" + sentence + "/");
    CHECK(text_in("<div><h1>A visit to Delhi</h1><p>" + sentence +
                  "</p></div><form class=comment-form><p>" + sentence + " " + sentence + "</p><p>" +
                  sentence + " " + sentence + "</p></form>") ==
          "A visit to Delhi/" + sentence + "/");
    // Some systems put all of a page into a form, or the text alone.
    CHECK(text_in("<form><div><h2>A visit to Delhi</h2><p>" + sentence +
                  "</p></div></form><div><p>" + sentence + " " + sentence + "</p></div>")
              .starts_with("A visit to Delhi/" + sentence + "/"));
    CHECK(text_in("<form><div><h1>A visit to Delhi</h1>" + text_of(3) + "</div></form>") ==
          "A visit to Delhi/" + sentence + "/" + sentence + "/" + sentence + "/");
}

TEST_CASE("a short text beside a picture is its caption") {
    CHECK(text_in("<h1>A visit to Delhi</h1><div><div class='lead photo'><img src=a.jpg>"
                  "<div>The ministers shake hands in Delhi.</div></div>" +
                  text_of(2) + "</div>") ==
          "A visit to Delhi/caption:The ministers shake hands in Delhi./" + sentence + "/" +
              sentence + "/");
}

TEST_CASE("points that are links for the greater part are text among others") {
    CHECK(text_in("<h1>A visit to Delhi</h1><div><p>" + sentence +
                  "</p><p>- They <a href=/a>signed a treaty on trade</a> in Delhi.</p>"
                  "<p>- They will <a href=/b>meet in Kathmandu in</a> the spring.</p></div>") ==
          "A visit to Delhi/" + sentence +
              "/- They signed a treaty on trade in Delhi./"
              "- They will meet in Kathmandu in the spring./");
}

TEST_CASE("a heading that a page's title says before the long name of its site is the title") {
    const std::string page =
        "<html><head><title>Joint Statement | Ministry of External Affairs, Government of "
        "Example</title></head><body><h3>Joint Statement</h3><h1>Press Office of the "
        "Ministry</h1><div>" +
        text_of(2) + "</div></body></html>";
    CHECK(read_one(read_html, page, "a.html").title == "Joint Statement");
}

TEST_CASE("text in scripts without spaces between words is found") {
    const std::string chinese = "外交部发言人今天在新德里表示，两国外长就贸易问题举行了会谈。";
    CHECK(text_in("<div><a href=/>首页</a> <a href=/n>新闻</a></div><h1>两国外长会谈</h1><div><p>" +
                  chinese + "</p><p>" + chinese + "</p></div><div><a href=/a>其他新闻</a></div>") ==
          "两国外长会谈/" + chinese + "/" + chinese + "/");
}

TEST_CASE("the first bold line that says more than which document it is is the title") {
    CHECK(text_in("<div><p><b>Exhibit 99.1</b></p><p><b>MINISTRY SIGNS TREATY WITH EXAMPLE, "
                  "INC.</b></p>" +
                  text_of(3) + "</div>") == "MINISTRY SIGNS TREATY WITH EXAMPLE, INC./" + sentence +
                                                "/" + sentence + "/" + sentence + "/");
}

}  // namespace vigyapti
