#include "indexer/readers/xml_document.hpp"

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

// The text of the only draft, its line ends as '/'.
std::string text_of(std::string_view xml) {
    const CollectedReleases found = collect(read_xml, xml, "d.xml");
    CAPTURE(xml);
    REQUIRE(found.drafts.size() == 1);
    std::string out;
    for (const Part& part : found.drafts[0].parts) {
        for (const char c : part.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

}  // namespace

TEST_CASE("elements that stand by themselves are lines") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"<d><p>एक</p><p>दो</p></d>", "एक/दो"},
        {"<d>\n  <p>\n one\n two\n </p>\n\n <p>three</p>\n</d>", "one two/three"},
        {"<d><s><h>one</h><p>two</p></s><s><p>three</p></s></d>", "one/two/three"},
        {"<d><p>with <i>a word</i>, and more</p><p>b</p></d>", "with a word, and more/b"},
        {"<d><p><b>Name</b>: text</p></d>", "Name/: text"},
        {"<d>only text</d>", "only text"},
        {"<d><![CDATA[a < b]]></d>", "a < b"},
        {"<d><p/><p> </p><p>x</p></d>", "x"},
        {"<DOCUMENT><P> &#2358;&#2377;&#2352;&#2381;&#2335; </P></DOCUMENT>", "शॉर्ट"},
    };
    for (const auto& [xml, text] : cases)
        CHECK(text_of(xml) == text);
}

TEST_CASE("elements near the root are fields by their names") {
    const Release release = read_one(
        read_xml,
        "<release xml:lang=\"hi\"><meta><Title>भारत और <b>नेपाल</b></Title><date>2023-10-17</date>"
        "<source>विदेश मंत्रालय</source></meta><url>https://example.org/1</url>"
        "<text><p>पाठ यहाँ है।</p><p>Within <date>it</date></p></text></release>",
        "d.xml");
    CHECK(release.title == "भारत और नेपाल");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "विदेश मंत्रालय");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पाठ यहाँ है।\nWithin it"}});
}

TEST_CASE("of NITF and NewsML-G2 headline, date and body are read") {
    const Release nitf = read_one(
        read_xml,
        "<nitf><head><title>slug</title><docdata><date.issue norm=\"20231017T101500+0530\"/>"
        "</docdata></head><body><body.head><hedline><hl1>भारत और नेपाल की वार्ता</hl1></hedline>"
        "<byline>x</byline></body.head><body.content><p>पहला अनुच्छेद।</p><p>दूसरा।</p></body.content>"
        "</body></nitf>",
        "d.xml");
    CHECK(nitf.title == "भारत और नेपाल की वार्ता");
    CHECK(nitf.date == "2023-10-17");
    CHECK(nitf.blocks == std::vector<Block>{{BlockKind::body, "पहला अनुच्छेद।\nदूसरा।"}});
    const Release newsml = read_one(
        read_xml,
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta><provider>x</provider>"
        "<versionCreated>2023-10-17T10:00:00+05:30</versionCreated></itemMeta><contentMeta>"
        "<headline>Talks held</headline></contentMeta><contentSet><inlineXML>"
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>One.</p><p>Two.</p></body></html>"
        "</inlineXML></contentSet></newsItem>",
        "d.xml");
    CHECK(newsml.title == "Talks held");
    CHECK(newsml.date == "2023-10-17");
    CHECK(newsml.blocks == std::vector<Block>{{BlockKind::body, "One.\nTwo."}});
}

TEST_CASE("a page in XHTML is read as a page") {
    const Release release = read_one(
        read_xml,
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
        "<title>वार्ता</title></head><body><p>दोनों देशों ने सहयोग की समीक्षा की।</p></body></html>",
        "d.xml");
    CHECK(release.title == "वार्ता");
}

TEST_CASE("a document without text is refused") {
    CHECK(refusal_of(read_xml, "<d><p> </p></d>", "d.xml") == "no text in it");
    CHECK(refusal_of(read_xml, "<d a=\"x\"/>", "d.xml") == "no text in it");
    CHECK(refusal_of(read_xml, "no markup", "d.xml").starts_with("not XML"));
}

TEST_CASE("articles that are all numeric references are read") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(folder, "malformed/entities");
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        CAPTURE(file.path().string());
        const Release release =
            read_one(read_xml, read_file(file.path().string(), 1'000'000), "d.xml");
        CHECK(release.lang == "hi");
        CHECK_FALSE(release.title.empty());
        REQUIRE_FALSE(release.blocks.empty());
        CHECK(release.blocks.front().text.find('&') == std::string::npos);
    }
}

}  // namespace vigyapti
