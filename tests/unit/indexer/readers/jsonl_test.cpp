#include "indexer/readers/jsonl.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

// What is read from `text`, which is followed in memory by what looks like more of it.
CollectedReleases read(std::string_view text, std::uint64_t first_line = 1) {
    return collect(read_jsonl, text, "in.jsonl", '}', first_line);
}

Release only(std::string_view text) {
    const CollectedReleases collector = read(text);
    CAPTURE(text);
    REQUIRE(collector.problems.empty());
    REQUIRE(collector.releases.size() == 1);
    return collector.releases.front();
}

// The problem with the only line.
std::string problem_of(std::string_view text) {
    const CollectedReleases collector = read(text);
    CAPTURE(text);
    REQUIRE(collector.releases.empty());
    REQUIRE(collector.problems.size() == 1);
    return collector.problems.front();
}

}  // namespace

TEST_CASE("each member of an object sets its part of the release") {
    const Release release = only(
        R"({"id":"r1","title":"शीर्षक","text":"पहला।\n\nदूसरा।","date":"2023-10-17","lang":"hi",)"
        R"("source":"PIB","url":"https://example.org/1","country":["in","RU"],"other":{"a":[1]}})");
    CHECK(release.id == "r1");
    CHECK(release.title == "शीर्षक");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पहला।\nदूसरा।"}});
    CHECK(release.date == "2023-10-17");
    CHECK(release.lang == "hi");
    CHECK(release.source == "PIB");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.countries == std::vector<std::string>{"IN", "RU"});
}

TEST_CASE("escapes are read as JSON has them") {
    const Release release =
        only(R"({"title":"\"a\"\t\\ \u0930\u0942\u0938 \ud83d\ude00","text":"x"})");
    CHECK(release.title == "\"a\" \\ रूस 😀");
}

TEST_CASE("countries are a code, an array of codes or nothing") {
    using Codes = std::vector<std::string>;
    CHECK(only(R"({"text":"x","country":"ru"})").countries == Codes{"RU"});
    CHECK(only(R"({"text":"x","country":["ru",null,"","Pk"]})").countries == Codes{"RU", "PK"});
    CHECK(only(R"({"text":"x","country":null})").countries.empty());
    CHECK(only(R"({"text":"x","country":[]})").countries.empty());
    CHECK(problem_of(R"({"text":"x","country":7})") == "1: \"country\" is not a string");
    CHECK(problem_of(R"({"text":"x","country":[["ru"]]})") == "1: \"country\" is not a string");
}

TEST_CASE("an id may be a number; without one the line names the release") {
    CHECK(only(R"({"id":42,"text":"x"})").id == "42");
    CHECK(only(R"({"id":18446744073709551615,"text":"x"})").id == "18446744073709551615");
    CHECK(only(R"({"id":-7,"text":"x"})").id == "-7");
    CHECK(only(R"({"text":"x"})").id == "in.jsonl:1");
    CHECK(only(R"({"id":"","text":"x"})").id == "in.jsonl:1");
    CHECK(only(R"({"id":null,"text":"x"})").id == "in.jsonl:1");
    // The address is an id of its own.
    CHECK(only(R"({"url":"https://example.org/1","text":"x"})").id == "https://example.org/1");
}

TEST_CASE("members may have the names that other programs give them") {
    const Release release = only(
        R"({"guid":"g-1","headline":"शीर्षक","content":"<p>पहला।</p><p>दूसरा।</p>","summary":"x",)"
        R"("date_published":"2023-10-17","language":"hi","link":"https://example.org/1"})");
    CHECK(release.id == "g-1");
    CHECK(release.title == "शीर्षक");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पहला।\nदूसरा।"}});
    CHECK(release.date == "2023-10-17");
    CHECK(release.lang == "hi");
    CHECK(release.url == "https://example.org/1");
    // What has a type of its own there is not meant.
    CHECK(only(R"({"text":"x","link":{"href":"y"},"data":[1],"published":true})").url.empty());
}

TEST_CASE("HTML that WordPress has rendered is read as such") {
    const Release release = only(
        R"({"id":7,"title":{"rendered":"भारत &#8211; रूस"},"content":{"rendered":"<p>पाठ।</p>"}})");
    CHECK(release.title == "भारत – रूस");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पाठ।"}});
}

TEST_CASE("nothing of a bad line is left for the next") {
    const CollectedReleases collector = read("{\"id\":\"a\",\"text\":7}\n{\"text\":\"b\"}\n");
    REQUIRE(collector.releases.size() == 1);
    CHECK(collector.releases[0].id == "in.jsonl:2");
}

TEST_CASE("blank lines are passed over and counted") {
    const CollectedReleases collector =
        read("\n  \t\r\n{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}\n{bad\n{\"text\":\"c\"}");
    REQUIRE(collector.releases.size() == 3);
    CHECK(collector.releases[0].id == "in.jsonl:3");
    CHECK(collector.releases[1].id == "in.jsonl:5");
    CHECK(collector.releases[2].id == "in.jsonl:7");
    REQUIRE(collector.problems.size() == 1);
    CHECK(collector.problems[0].starts_with("6: not valid JSON: "));
    CHECK(read("").releases.empty());
    CHECK(read("\n\n").problems.empty());
}

TEST_CASE("line numbers go on from the first line of the input") {
    const CollectedReleases collector = read("{\"text\":\"a\"}\n[]\n", 1000);
    REQUIRE(collector.releases.size() == 1);
    CHECK(collector.releases[0].id == "in.jsonl:1000");
    REQUIRE(collector.problems.size() == 1);
    CHECK(collector.problems[0] == "1001: not a JSON object");
}

TEST_CASE("a byte order mark is passed over at the beginning of a file only") {
    CHECK(only("\xEF\xBB\xBF{\"text\":\"a\"}").id == "in.jsonl:1");
    const CollectedReleases later = read("\xEF\xBB\xBF{\"text\":\"a\"}\n", 2);
    CHECK(later.releases.empty());
    CHECK(later.problems.size() == 1);
}

TEST_CASE("a bad line is reported by itself and the next ones are read") {
    using namespace std::string_view_literals;
    const std::vector<std::string_view> bad{
        "{",
        "}",
        "{\"text\":\"a\"",
        "{\"text\":\"a\"} x",
        "{\"text\":\"a\"}{\"text\":\"b\"}",
        "{\"text\":'a'}",
        "{text:\"a\"}",
        "{\"text\":\"a\",}",
        "{\"text\":\"\xFF\"}",
        "{\"text\":\"\xED\xA0\x80\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":\"\\x\"}",
        "{\"text\":\"a\tb\"}",
        "{\"text\":\"a\0b\"}"sv,
        "\0"sv,
        "nonsense",
    };
    for (const std::string_view line : bad) {
        CAPTURE(line);
        const CollectedReleases collector =
            read("{\"text\":\"before\"}\n" + std::string(line) + "\n{\"text\":\"after\"}\n");
        REQUIRE(collector.releases.size() == 2);
        CHECK(collector.releases[0].id == "in.jsonl:1");
        CHECK(collector.releases[1].id == "in.jsonl:3");
        REQUIRE(collector.problems.size() == 1);
        CHECK(collector.problems[0].starts_with("2: not valid JSON: "));
    }
}

TEST_CASE("JSON that is no release is reported with the reason") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"[]", "1: not a JSON object"},
        {"42", "1: not a JSON object"},
        {"\"text\"", "1: not a JSON object"},
        {"null", "1: not a JSON object"},
        {"{}", "1: neither \"title\" nor \"text\" in it"},
        {R"({"id":"a","date":"2023"})", "1: neither \"title\" nor \"text\" in it"},
        {R"({"title":"","text":" \n "})", "1: neither \"title\" nor \"text\" in it"},
        {R"({"title":null,"text":null})", "1: neither \"title\" nor \"text\" in it"},
        {R"({"text":7})", "1: \"text\" is not a string"},
        {R"({"text":["a"]})", "1: \"text\" is not a string"},
        {R"({"text":"a","title":{}})", "1: \"title\" is not a string"},
        {R"({"text":"a","date":2023})", "1: \"date\" is not a string"},
        {R"({"text":"a","id":true})", "1: \"id\" is not a string"},
        {R"({"text":"a\u0000b"})", "1: \"text\" holds a NUL character"},
        {R"({"text":"a","title":"\u0000"})", "1: \"title\" holds a NUL character"},
        {R"({"text":"a","id":"\u0000"})", "1: \"id\" holds a NUL character"},
    };
    for (const auto& [line, problem] : cases) {
        CAPTURE(line);
        CHECK(problem_of(line) == problem);
    }
}

TEST_CASE("a title alone and a text alone are releases") {
    CHECK(only(R"({"title":"शीर्षक"})").blocks.empty());
    const Release release = only(R"({"text":"पहली पंक्ति\nदूसरी"})");
    CHECK(release.title.empty());
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पहली पंक्ति\nदूसरी"}});
}

TEST_CASE("captions within the text are told from the body") {
    const Release release = only(R"({"text":"नेताओं ने समीक्षा की।\nLeaders\n© Press Office"})");
    const std::vector<Block> blocks{{BlockKind::body, "नेताओं ने समीक्षा की।"},
                                    {BlockKind::caption, "Leaders"},
                                    {BlockKind::credit, "© Press Office"}};
    CHECK(release.blocks == blocks);
}

TEST_CASE("deep nesting and huge numbers in members that are passed over do no harm") {
    const std::string deep =
        "{\"text\":\"a\",\"x\":" + std::string(100'000, '[') + "\n{\"text\":\"b\"}";
    const CollectedReleases collector = read(deep);
    CHECK(collector.problems.size() == 1);
    REQUIRE(collector.releases.size() == 1);
    CHECK(collector.releases[0].id == "in.jsonl:2");
    CHECK(only(R"({"text":"a","views":1.5e300})").blocks.size() == 1);
}

TEST_CASE("many lines of growing length are read whole") {
    std::string text;
    for (std::size_t i = 1; i <= 300; ++i)
        text += "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::string(i * 7, 'x') + "\"}\n";
    const CollectedReleases collector = read(text);
    REQUIRE(collector.releases.size() == 300);
    for (std::size_t i = 0; i < 300; ++i) {
        CHECK(collector.releases[i].id == std::to_string(i + 1));
        CHECK(collector.releases[i].blocks.front().text.size() == (i + 1) * 7);
    }
}

}  // namespace vigyapti
