#include "indexer/readers/feed.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "indexer/readers/xml.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

CollectedReleases read(std::string_view text) {
    return collect(read_feed, text, "feed.xml");
}

// The only release of an RSS 2.0 channel with this item.
Release item(const std::string& elements) {
    CAPTURE(elements);
    return read_one(read_feed,
                    "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                    " xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
                    "<title>विदेश मंत्रालय</title><link>https://example.org/news/</link><item>" +
                        elements + "</item></channel></rss>",
                    "feed.xml");
}

// The only release of an Atom feed with this entry.
Release entry(const std::string& elements) {
    CAPTURE(elements);
    return read_one(read_feed,
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Press Office</title>"
                    "<link rel=\"self\" href=\"https://example.org/feed\"/><entry>" +
                        elements + "</entry></feed>",
                    "feed.xml");
}

std::string body(const Release& release) {
    std::string out;
    for (const Block& block : release.blocks) {
        if (block.kind != BlockKind::body) continue;
        if (!out.empty()) out += '|';
        for (const char c : block.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

}  // namespace

TEST_CASE("each item of RSS 2.0 is a release") {
    const CollectedReleases found = read(R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel>
<title>विदेश मंत्रालय</title><link>https://example.org/</link><language>hi</language>
<image><title>चिह्न</title><url>https://example.org/x.png</url></image>
<item>
  <title>भारत और नेपाल की वार्ता</title>
  <link>https://example.org/1</link>
  <guid isPermaLink="false">https://example.org/?p=1</guid>
  <pubDate>Tue, 17 Oct 2023 10:00:00 +0530</pubDate>
  <description>&lt;p&gt;पहला अनुच्छेद।&lt;/p&gt;&lt;p&gt;दूसरा अनुच्छेद।&lt;/p&gt;</description>
  <category>नेपाल</category>
</item>
<item><title>Second</title><guid>https://example.org/2</guid></item>
</channel></rss>)");
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 2);
    const Release& first = found.releases[0];
    CHECK(first.title == "भारत और नेपाल की वार्ता");
    CHECK(first.id == "https://example.org/?p=1");
    CHECK(first.url == "https://example.org/1");
    CHECK(first.date == "2023-10-17");
    CHECK(first.source == "विदेश मंत्रालय");
    CHECK(first.lang == "hi");
    CHECK(body(first) == "पहला अनुच्छेद।/दूसरा अनुच्छेद।");
    CHECK(found.releases[1].url == "https://example.org/2");
    CHECK(found.drafts[0].charset == "UTF-8");
}

TEST_CASE("RSS 1.0 and 0.90 have items beside their channel") {
    const CollectedReleases found = read(R"(<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<item rdf:about="https://example.org/a"><title>Before the channel</title>
  <dc:date>2023-10-17T09:30:00+05:30</dc:date><dc:language>en</dc:language></item>
<channel rdf:about="https://example.org/"><title>Press Office</title>
  <items><rdf:Seq><rdf:li rdf:resource="https://example.org/a"/></rdf:Seq></items></channel>
<item rdf:about="https://example.org/b"><title>Behind it</title><dc:publisher>Embassy</dc:publisher>
  <link>https://example.org/b.html</link></item>
</rdf:RDF>)");
    REQUIRE(found.releases.size() == 2);
    CHECK(found.releases[0].title == "Before the channel");
    CHECK(found.releases[0].url == "https://example.org/a");
    CHECK(found.releases[0].date == "2023-10-17");
    CHECK(found.releases[0].source == "Press Office");
    CHECK(found.releases[1].url == "https://example.org/b.html");
    CHECK(found.releases[1].source == "Embassy");
    const Release old = read_one(
        read_feed,
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        " xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>c</title></channel>"
        "<item><title>t</title><link>https://example.org/1</link></item></rdf:RDF>",
        "feed.rdf");
    CHECK(old.title == "t");
    CHECK(old.source == "c");
}

TEST_CASE("each entry of Atom is a release") {
    const Release release = entry(
        "<title type=\"html\">India &amp;amp; Nepal</title><id>tag:example.org,2023:1</id>"
        "<link rel=\"alternate\" type=\"application/pdf\" href=\"https://example.org/1.pdf\"/>"
        "<link href=\"https://example.org/1\"/><link rel=\"enclosure\" href=\"https://e.org/m\"/>"
        "<updated>2023-10-19T00:00:00Z</updated><published>2023-10-17T00:00:00Z</published>"
        "<author><name>A person</name></author><summary>Short.</summary>"
        "<content type=\"html\">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>"
        "<source><title>Ministry</title><id>x</id><updated>2001-01-01T00:00:00Z</updated></"
        "source>");
    CHECK(release.title == "India & Nepal");
    CHECK(release.id == "tag:example.org,2023:1");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "Ministry");
    CHECK(body(release) == "One./Two.");
    CHECK(entry("<title>t</title>").source == "Press Office");
}

TEST_CASE("Atom's content is text, HTML or XHTML as its type says") {
    struct Case {
        std::string content;
        std::string_view body;
    };
    const std::vector<Case> cases{
        {"<content type=\"text\">a &lt;b&gt; c &amp;amp; d</content>", "a <b> c &amp; d"},
        {"<content>a &lt; b</content>", "a < b"},
        {"<content>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</content>", "a/b"},
        {"<content type=\"text/html\" mode=\"escaped\">a&lt;br&gt;b</content>", "a/b"},
        {"<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; "
         "<b>b</b></p>"
         "<p>c<br/>d</p></div></content>",
         "a < b/c/d"},
        {"<content type=\"html\"><![CDATA[<p>a &nbsp;b</p>]]></content>", "a b"},
        {"<content type=\"image/png\">iVBORw0KGgo=</content><summary>s</summary>", "s"},
        {"<content src=\"https://example.org/1\"/><summary>s</summary>", "s"},
        {"<summary>s</summary>", "s"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.content);
        CHECK(body(entry("<title>t</title>" + each.content)) == each.body);
    }
}

TEST_CASE("the text of an item is its content before its description") {
    CHECK(body(item("<title>t</title><description>short</description>"
                    "<content:encoded><![CDATA[<p>पूरा पाठ।</p>]]></content:encoded>")) ==
          "पूरा पाठ।");
    CHECK(body(item("<title>t</title><description>short</description>"
                    "<content:encoded> </content:encoded>")) == "short");
    CHECK(body(item("<title>t</title><description>A<p>with markup</p></description>")) ==
          "A/with markup");
}

TEST_CASE("captions and credits of media are apart from the text") {
    const Release release = item(
        "<title>t</title><description>text</description><media:group><media:content url=\"x\">"
        "<media:title>m</media:title><media:description>At the table</media:description>"
        "<media:credit>Press Office</media:credit></media:content></media:group>");
    const std::vector<Block> blocks{{BlockKind::body, "text"},
                                    {BlockKind::caption, "At the table"},
                                    {BlockKind::credit, "Press Office"}};
    CHECK(release.blocks == blocks);
    CHECK(release.title == "t");
}

TEST_CASE("an item without a title begins with it") {
    const Release release =
        item("<description>&lt;p&gt;शीर्षक&lt;/p&gt;&lt;p&gt;पाठ यहाँ है।&lt;/p&gt;</description>");
    CHECK(release.title == "शीर्षक");
    CHECK(body(release) == "पाठ यहाँ है।");
    CHECK(item("<dc:title>d</dc:title><description>x</description>").title == "d");
}

TEST_CASE("ids are those of the world, of the address or of the file") {
    CHECK(item("<title>t</title><guid>urn:x:1</guid>").id == "urn:x:1");
    CHECK(item("<title>t</title><guid>1234</guid>").id == "feed.xml:1234");
    CHECK(item("<title>t</title>").id == "feed.xml:1");
    CHECK(item("<title>t</title><guid>12</guid><link>https://e.org/1</link>").id ==
          "https://e.org/1");
    const Release apart =
        item("<title>t</title><guid isPermaLink=\"false\">https://e.org/1</guid>");
    CHECK(apart.id == "https://e.org/1");
    CHECK(apart.url.empty());
}

TEST_CASE("addresses are made whole and are those of the web") {
    struct Case {
        std::string elements;
        std::string_view url;
    };
    const std::vector<Case> cases{
        {"<link>/1.html</link>", "https://example.org/1.html"},
        {"<link> 1.html\n</link>", "https://example.org/news/1.html"},
        {"<link xml:base=\"https://b.org/x/\">1</link>", "https://b.org/x/1"},
        {"<link>javascript:alert(1)</link>", ""},
        {"<link>https://e.org/?a=1&b=2</link>", "https://e.org/?a=1&b=2"},
        {"<link>https://e.org/click</link><f:origLink xmlns:f=\"http://rssnamespace.org/feedburner"
         "/ext/1.0\">https://e.org/1</f:origLink>",
         "https://e.org/1"},
    };
    for (const Case& each : cases)
        CHECK(item("<title>t</title>" + each.elements).url == each.url);
}

TEST_CASE("dates are read in the forms that feeds have") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01"},
        {"01 Jan 99 19:48:21 GMT", "1999-01-01"},
        {"Tue, 17 Oct 2023 10:00:00 +0530", "2023-10-17"},
        {"2023-10-17T10:00:00+05:30", "2023-10-17"},
        {"17 अक्टूबर 2023", "2023-10-17"},
        {"soon", ""},
        {"a: b", ""},
    };
    for (const auto& [written, date] : cases) {
        CHECK(item("<title>t</title><pubDate>" + std::string(written) + "</pubDate>").date == date);
    }
}

TEST_CASE("ill-formed feeds are read as far as that can be done") {
    const std::string head = "<rss><channel><title>c</title>";
    struct Case {
        std::string text;
        std::vector<std::string> titles;
    };
    const std::vector<Case> cases{
        {"\n <!-- x --><?xml version=\"1.0\"?>" + head + "<item><title>a</title></item>", {"a"}},
        {"Warning: x in y\n" + head + "<item><title>a</title></item></channel></rss>", {"a"}},
        {head + "<item><title>a & b &copy; &amp; &lt;c&unknown;</title></item>",
         {"a & b © & <c&unknown;"}},
        {head + "<item><title>a</title><item><title>b</title></item></channel></rss>", {"a", "b"}},
        {head + "<item><title>a</title></item><item><title>b</ti", {"a", "b"}},
        {head + "<item><title><![CDATA[a</title></item>", {"a"}},
        {head + "<item><title>\x01 a\x0B"
                "b</title></item></channel></rss>",
         {"a b"}},
        {head + "<item><dc:title>undeclared</dc:title></item></channel></rss>", {"undeclared"}},
        {head + "<ITEM><Title>a</Title></ITEM></channel></rss>", {"a"}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const CollectedReleases found = read(each.text);
        std::vector<std::string> titles;
        for (const Release& release : found.releases)
            titles.push_back(release.title);
        CHECK(titles == each.titles);
    }
}

TEST_CASE("what is cut off and what is left out is reported") {
    using Problems = std::vector<std::string>;
    CHECK(read("<rss><channel><item><title>a</title></item>").problems ==
          Problems{"0: cut off: elements are open at the end"});
    CHECK(read("<rss><channel><item><title>a</title></item></channel></rss><rss/>").problems ==
          Problems{"0: what stands behind the root element was not read"});
    CHECK(read("<rss><channel><item/><item><title>a</title></item></channel></rss>").problems ==
          Problems{"0: item 1: neither a title nor a text"});
}

TEST_CASE("the encoding is that of the bytes, else the declared one") {
    // A declaration of UTF-16 in a text of UTF-8, as servers write it that convert what they send.
    CHECK(read("<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><item><title>वार्ता</title>"
               "</item></channel></rss>")
              .releases.at(0)
              .title == "वार्ता");
    const CollectedReleases latin = read(
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>caf\xE9 \x96"
        "</title></item></channel></rss>");
    CHECK(latin.releases.at(0).title == "café –");
    CHECK(latin.drafts.at(0).charset == "windows-1252 [declared]");
}

TEST_CASE("what is no feed is refused with the reason") {
    CHECK(refusal_of(read_feed, "<html><body>404</body></html>", "f") ==
          "no feed: its root element is <html>");
    CHECK(refusal_of(read_feed, "", "f").starts_with("not XML"));
    CHECK(refusal_of(read_feed, "Service unavailable", "f").starts_with("not XML"));
    CHECK(refusal_of(read_feed, "<", "f").starts_with("not XML"));
}

TEST_CASE("a feed on which nothing has been published is no failure, half a feed is one") {
    for (const ReadFunction each : {read_feed, read_xml}) {
        const CollectedReleases empty =
            collect(each, "<rss><channel><title>c</title></channel></rss>", "f");
        CHECK(empty.releases.empty());
        CHECK(empty.problems.empty());
        CHECK(empty.reasons == std::vector<std::string>{"no items in the feed"});
        const CollectedReleases faulty =
            collect(each, "<rss><channel><title>c</title></channel></rss", "f");
        CHECK(faulty.reasons.empty());
        CHECK(faulty.problems ==
              std::vector<std::string>{"0: an ill-formed feed in which no items are found"});
        const CollectedReleases half = collect(each, "<rss><channel><title>c</ti", "f");
        CHECK(half.releases.empty());
        CHECK(half.reasons.empty());
        CHECK(half.problems ==
              std::vector<std::string>{"0: cut off: elements are open at the end"});
    }
    CHECK(read("<rss><channel><item><title>a</title></item></channel></rss>").reasons.empty());
}

TEST_CASE("every file of the feed parser's suite gives releases or a reason") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(suite, "malformed/rss/feedparser_tests");
    std::size_t files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(suite)) {
        if (!file.is_regular_file()) continue;
        CAPTURE(file.path().string());
        ++files;
        const std::string bytes = read_file(file.path().string(), 10'000'000);
        const CollectedReleases found = collect(read_xml, bytes, "feed.xml");
        CHECK(found.releases.size() + found.problems.size() + found.reasons.size() > 0);
        CHECK((found.releases.empty() || found.reasons.empty()));
    }
    CHECK(files == 268);
}

}  // namespace vigyapti
