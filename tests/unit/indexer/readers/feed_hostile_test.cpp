// Feeds that are written to do harm: nothing but their own bytes is read, and what is made of them
// is not much more than they are.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/xml.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

std::string feed_with(const std::string& type, const std::string& title) {
    return "<?xml version=\"1.0\"?>" + type + "<rss><channel><title>c</title><item><title>" +
           title + "</title></item></channel></rss>";
}

std::size_t size_of(const CollectedReleases& found) {
    std::size_t size = 0;
    for (const Draft& draft : found.drafts) {
        for (const FoundValue& each : draft.fields)
            size += each.value.size();
        for (const Part& each : draft.parts)
            size += each.text.size();
    }
    return size;
}

}  // namespace

TEST_CASE("no file is read, whatever a document asks for") {
    const test::TemporaryFolder folder;
    const std::string secret = folder.write("secret.txt", "read from outside").string();
    const std::string definitions =
        folder.write("secret.dtd", "<!ENTITY x \"read from outside\">").string();
    const std::vector<std::string> types{
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + secret + "\">]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret + "\">]>",
        "<!DOCTYPE rss [<!ENTITY x PUBLIC \"p\" \"" + secret + "\">]>",
        "<!DOCTYPE rss SYSTEM \"file://" + definitions + "\">",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file://" + definitions + "\"> %p;]>",
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + secret +
            "\"><!ENTITY % q \"<!ENTITY x '%p;'>\"> %q;]>",
        "<?xml-stylesheet href=\"file://" + secret + "\"?>",
        "<?oasis-xml-catalog catalog=\"file://" + secret + "\"?>",
    };
    for (const std::string& type : types) {
        CAPTURE(type);
        for (const char* const reference : {"a &x; b", "a &#38;x; b", "a %p; b"}) {
            const CollectedReleases found =
                collect(read_xml, feed_with(type, reference), "feed.xml");
            REQUIRE(found.releases.size() == 1);
            const std::string& title = found.releases[0].title;
            CHECK(title.starts_with("a "));
            CHECK(title.find("read from outside") == title.npos);
        }
    }
    const Release included = read_one(
        read_xml,
        "<d xmlns:xi=\"http://www.w3.org/2001/XInclude\">text <xi:include parse=\"text\" href=\"" +
            secret + "\"/></d>",
        "d.xml");
    CHECK(included.title == "text");
}

TEST_CASE("entities do not grow") {
    std::string laughs = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
    }
    laughs += "]>";
    std::string many;
    for (int i = 0; i < 10'000; ++i)
        many += "&b;";
    const std::vector<std::pair<std::string, std::string>> cases{
        {laughs, "&a29;"},
        {"<!DOCTYPE rss [<!ENTITY b \"" + std::string(100'000, 'b') + "\">]>", many},
        {"<!DOCTYPE rss [<!ENTITY b \"&c;\"><!ENTITY c \"&b;\">]>", "&b;"},
        {"<!DOCTYPE rss [<!ATTLIST title href CDATA \"" + std::string(100'000, 'b') + "\">]>", "x"},
    };
    for (const auto& [type, title] : cases) {
        const std::string text = feed_with(type, title);
        const CollectedReleases found = collect(read_xml, text, "feed.xml");
        REQUIRE(found.releases.size() == 1);
        CHECK(found.releases[0].title == title);
        CHECK(size_of(found) < 2 * title.size() + 10);
    }
}

TEST_CASE("what is wrong is told in one line, whatever it quotes") {
    const std::string why = refusal_of(
        read_xml, "<!DOCTYPE rss\xFF\xFF [<!ENTITY x SYSTEM \"a\nb\"><![CDATA[cut\n", "feed.xml");
    CHECK(why.starts_with("not XML: line "));
    CHECK(why.find('\n') == why.npos);
}

TEST_CASE("great depth, length and number do no harm") {
    std::string deep = "<rss><channel><item><title>a</title></item><item><description>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<b>";
    const CollectedReleases found = collect(read_xml, deep, "feed.xml");
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].title == "a");
    CHECK(found.problems.back() == "0: cut off: elements are open at the end");

    std::string wide = "<rss><channel>";
    for (int i = 0; i < 20'000; ++i)
        wide += "<item><title>a</title>";
    CHECK(collect(read_xml, wide, "feed.xml").releases.size() > 100);

    const std::string name(1'000'000, 'n');
    CHECK(refusal_of(read_xml, "<" + name, "feed.xml").starts_with("not XML"));
    CHECK(collect(read_xml, "<rss " + name + "='1'><item><title>a</title></item></rss>", "feed.xml")
              .releases.empty());
    for (const char* const unit :
         {"<!--", "<![CDATA[", "&", "&#", "<", "<a ", "<?", "<!DOCTYPE a ["}) {
        std::string text = "<rss><channel><item><title>a</title></item>";
        for (int i = 0; i < 50'000; ++i)
            text += unit;
        CAPTURE(unit);
        CHECK(collect(read_xml, text, "feed.xml").releases.size() == 1);
    }
}

}  // namespace vigyapti
