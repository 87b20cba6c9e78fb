#include "indexer/readers/csv.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

CollectedReleases read(std::string_view text) {
    return collect(read_csv, text, "in.csv");
}

// id, title and text of each release, as "id|title|text".
std::vector<std::string> rows(std::string_view text) {
    std::vector<std::string> out;
    for (const Release& release : read(text).releases) {
        std::string row = release.id + '|' + release.title + '|';
        for (const Block& block : release.blocks)
            row += block.text;
        out.push_back(row);
    }
    return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("the first row names the columns and each other row is a release") {
    const CollectedReleases found = read(
        "id,title,text,date,source,lang,url,country,views\r\n"
        "r1,शीर्षक,\"पहला।\nदूसरा।\",17 October 2023,PIB,hi,https://example.org/1,\"in, ru\",7\r\n");
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 1);
    const Release& release = found.releases[0];
    CHECK(release.id == "r1");
    CHECK(release.title == "शीर्षक");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पहला।\nदूसरा।"}});
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "PIB");
    CHECK(release.lang == "hi");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.countries == std::vector<std::string>{"IN", "RU"});
    CHECK(found.drafts[0].charset == "UTF-8");
}

TEST_CASE("a text that scrapers left as a list of paragraphs is read as these") {
    CHECK(
        rows("id,text\nr1,\"['वार्ता हुई।', \"\"The minister's visit\"\"]\"\nr2,\"['a'] and b\"\n") ==
        Rows{"r1||वार्ता हुई।\nThe minister's visit", "r2||['a'] and b"});
    CHECK(rows("id,title,text\nr1,['a'],b\n") == Rows{"r1|['a']|b"});
}

TEST_CASE("columns may have Hindi names") {
    const CollectedReleases found =
        read("दिनांक;शीर्षक;पाठ;स्रोत;लिंक\n१७ अक्टूबर २०२३;वार्ता;पाठ यहाँ।;दूतावास;https://e.org/1\n");
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].title == "वार्ता");
    CHECK(found.releases[0].date == "2023-10-17");
    CHECK(found.releases[0].source == "दूतावास");
    CHECK(found.releases[0].id == "https://e.org/1");
}

TEST_CASE("the separator is what the header has most of") {
    CHECK(rows("title,text\na,b;c\n") == Rows{"in.csv:2|a|b;c"});
    CHECK(rows("title;text\na,b;c\n") == Rows{"in.csv:2|a,b|c"});
    CHECK(rows("title\ttext\na, \"b\"\tc\n") == Rows{"in.csv:2|a, \"b\"|c"});
    CHECK(rows("title|text\na|b\n") == Rows{"in.csv:2|a|b"});
    CHECK(rows("\"title\",\"x;y;z\",text\na,b,c\n") == Rows{"in.csv:2|a|c"});
    CHECK(rows("sep=;\r\ntitle;text\r\na;b\r\n") == Rows{"in.csv:3|a|b"});
    CHECK(rows("title\na, b\n").size() == 1);
    CHECK(rows("id\ttitle\ttext\n1\t\tx\n") == Rows{"1||x"});
}

TEST_CASE("values in quotes hold separators, quotes and line ends") {
    CHECK(rows("title,text\n\"a, b\",\"he said \"\"yes\"\"\"\n") ==
          Rows{"in.csv:2|a, b|he said \"yes\""});
    CHECK(rows("title,text\na,\"one\r\ntwo\"\nb,c") == Rows{"in.csv:2|a|one\ntwo", "in.csv:4|b|c"});
    CHECK(rows("title,text\n a , \" b \" \n") == Rows{"in.csv:2|a|b"});
}

TEST_CASE("lines are counted whatever ends them") {
    CHECK(rows("\n\ntitle,text\n\na,b\n") == Rows{"in.csv:5|a|b"});
    CHECK(rows("\r\n\r\ntitle,text\r\n\r\na,b\r\nc,d") == Rows{"in.csv:5|a|b", "in.csv:6|c|d"});
    CHECK(rows("title,text\ra,b\r\rc,d\r") == Rows{"in.csv:2|a|b", "in.csv:4|c|d"});
}

TEST_CASE("rows may be shorter and longer than the header") {
    CHECK(rows("title,text\na\nb,c,d,e\n") == Rows{"in.csv:2|a|", "in.csv:3|b|c"});
    CHECK(read("id,title,text\nx\n,,\n1,a,b\n").problems ==
          std::vector<std::string>{"2: neither a title nor a text in it"});
}

TEST_CASE("a quote that nothing closes is reported with its line") {
    const CollectedReleases found = read("title,text\na,b\nc,\"d\ne,f\n");
    CHECK(found.releases.size() == 1);
    CHECK(found.problems ==
          std::vector<std::string>{"3: a quote that is opened here is not closed"});
}

TEST_CASE("tables of other encodings are read") {
    using namespace std::string_view_literals;
    CHECK(rows("\xEF\xBB\xBFtitle,text\na,b\n") == Rows{"in.csv:2|a|b"});
    CHECK(rows("\xFF\xFEt\0i\0t\0l\0e\0\t\0t\0e\0x\0t\0\n\0\x28\x09\t\0b\0\n\0"sv) ==
          Rows{"in.csv:2|न|b"});
    CHECK(rows("title,text\ncaf\xE9 \x96 bar,b\n") == Rows{"in.csv:2|café – bar|b"});
    CHECK(rows("title,text\na\0b,c\n"sv) == Rows{"in.csv:2|ab|c"});
}

TEST_CASE("a table without a column for title or text is refused with its columns") {
    const auto refusal = [](std::string_view text) { return refusal_of(read_csv, text, "in.csv"); };
    CHECK(refusal("name,\"two\nlines\",दर\n1,2,3\n") ==
          "no column is called title or text; the first row is \"name\", \"two lines\", \"दर\"");
    CHECK(refusal("1,2,3,4,5,6,7,8,9\n") ==
          "no column is called title or text; the first row is \"1\", \"2\", \"3\", \"4\", \"5\", "
          "\"6\", \"7\", \"8\", …");
    CHECK(refusal(std::string(1'000, 'x')).size() < 150);
    CHECK(refusal("") == "an empty table");
    CHECK(refusal("\n\n") == "an empty table");
}

TEST_CASE("a table without rows is no failure") {
    const auto reasons = [](std::string_view text) {
        const CollectedReleases found = read(text);
        CHECK(found.problems.empty());
        return found.reasons;
    };
    const std::vector<std::string> without_rows{"a table without rows"};
    CHECK(reasons("title,text\n") == without_rows);
    CHECK(reasons("title,text") == without_rows);
    CHECK(reasons("title,text\n\n,\n") == without_rows);
    CHECK(reasons("title,text\na,b\n").empty());
}

TEST_CASE("tables of great width and length do no harm") {
    std::string wide = "title,text\n";
    wide += std::string(2'000'000, ',') + "\n";
    wide += "a," + std::string(3'000'000, 'b') + "\n";
    const CollectedReleases found = read(wide);
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].blocks.at(0).text.size() == 3'000'000);
    CHECK(read("title\n\"" + std::string(3'000'000, '\n')).problems.size() == 1);
}

TEST_CASE("a table in UTF-16 by a news service is read") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(file, "malformed/utf16/newsonair_eng_csv.csv");
    const CollectedReleases found =
        collect(read_csv, read_file(file.string(), 100'000'000), "in.csv");
    CHECK(found.releases.size() > 10);
    for (const Release& release : found.releases) {
        CAPTURE(release.id);
        CHECK_FALSE(release.title.empty());
        CHECK_FALSE(release.date.empty());
    }
}

}  // namespace vigyapti
