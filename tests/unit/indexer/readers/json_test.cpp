#include "indexer/readers/json.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/jsonl.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

CollectedReleases read(std::string_view text) {
    return collect(read_json, text, "in.json", '}');
}

std::vector<std::string> ids(std::string_view text) {
    std::vector<std::string> found;
    for (const Release& release : read(text).releases)
        found.push_back(release.id);
    return found;
}

std::string refusal(std::string_view text) {
    return refusal_of(read_json, text, "in.json");
}

}  // namespace

TEST_CASE("releases are the objects of an array, or the document itself") {
    using Ids = std::vector<std::string>;
    CHECK(ids(R"([{"id":"a","text":"x"},{"text":"y"}])") == Ids{"a", "in.json:2"});
    CHECK(ids(R"({"id":"a","text":"x"})") == Ids{"a"});
    CHECK(ids(R"({"title":"x"})") == Ids{"in.json"});
    CHECK(ids(R"({"id":"a","body":"x","attachments":[{"title":"y"}]})") == Ids{"a"});
    CHECK(ids(R"({"count":2,"releases":[{"id":"a","text":"x"},{"id":"b","text":"y"}]})") ==
          Ids{"a", "b"});
    CHECK(ids(R"({"response":{"docs":[{"id":"a","text":"x"}]},"facets":[{"title":"y"}]})") ==
          Ids{"a"});
    CHECK(ids(R"({"anything":[{"id":"a","text":"x"}],"tags":["y"]})") == Ids{"a"});
    CHECK(ids("\xEF\xBB\xBF\n[{\"id\":\"a\",\"text\":\"x\"}]\n") == Ids{"a"});
}

TEST_CASE("JSON Feed is read") {
    const CollectedReleases found = read(R"({
"version": "https://jsonfeed.org/version/1.1", "title": "विदेश मंत्रालय", "language": "hi",
"home_page_url": "https://example.org/", "authors": [{"name": "x"}],
"items": [{"id": "https://example.org/1", "url": "https://example.org/1", "title": "वार्ता",
  "content_text": "x", "content_html": "<p>पहला।</p><p>दूसरा।</p>", "summary": "y",
  "date_published": "2023-10-17T10:00:00+05:30", "date_modified": "2023-10-18T10:00:00+05:30",
  "tags": ["a"], "authors": [{"name": "z"}]}]})");
    REQUIRE(found.releases.size() == 1);
    const Release& release = found.releases[0];
    CHECK(release.id == "https://example.org/1");
    CHECK(release.title == "वार्ता");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "विदेश मंत्रालय");
    CHECK(release.lang == "hi");
    CHECK(release.blocks == std::vector<Block>{{BlockKind::body, "पहला।\nदूसरा।"}});
}

TEST_CASE("an object that is no release is reported with its number") {
    const CollectedReleases found = read(R"([{"text":"x"},{"text":7},{"id":"a"},7,{"text":"y"}])");
    CHECK(found.releases.size() == 2);
    CHECK(found.problems ==
          std::vector<std::string>{"0: object 2: \"text\" is not a string",
                                   "0: object 3: neither \"title\" nor \"text\" in it",
                                   "0: object 4: not a JSON object"});
}

TEST_CASE("a record is the same in JSON and in JSON Lines") {
    const std::string record =
        R"({"id":7,"headline":"a","content":"<p>b</p>","pubDate":"2023","country":["in"],"link":"x"})";
    CHECK(collect(read_json, "[" + record + "]", "f").drafts.at(0).fields ==
          collect(read_jsonl, record, "f").drafts.at(0).fields);
    CHECK(collect(read_json, "[" + record + "]", "f").drafts.at(0).parts ==
          collect(read_jsonl, record, "f").drafts.at(0).parts);
}

TEST_CASE("UTF-16 is read") {
    using namespace std::string_view_literals;
    const CollectedReleases found =
        read("\xFF\xFE[\0{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0\x28\x09\"\0}\0]\0"sv);
    REQUIRE(found.drafts.size() == 1);
    CHECK(found.drafts[0].parts == std::vector<Part>{{PartKind::body, "न"}});
    CHECK(found.drafts[0].charset == "UTF-16LE [byte order mark]");
}

TEST_CASE("what holds no releases is refused with the reason") {
    CHECK(refusal("").starts_with("not valid JSON: "));
    CHECK(refusal("{").starts_with("not valid JSON: "));
    CHECK(refusal("{\"text\":\"a\"}\n{\"text\":\"b\"}").starts_with("not valid JSON: "));
    CHECK(refusal("7") == "neither object nor array");
    CHECK(refusal("{}") == "neither \"title\" nor \"text\" in it");
    CHECK(refusal(R"({"a":[1,2]})") == "neither \"title\" nor \"text\" in it");
    CHECK(refusal(R"({"text":7})") == "\"text\" is not a string");
}

TEST_CASE("a list without releases is no failure") {
    for (const std::string_view text :
         {"[]", R"({"items":[]})", R"({"version":"1","response":{"docs":[],"tags":[]}})"}) {
        CAPTURE(text);
        const CollectedReleases found = collect(read_json, text, "in.json");
        CHECK(found.releases.empty());
        CHECK(found.problems.empty());
        CHECK(found.reasons == std::vector<std::string>{"an empty array"});
    }
    const CollectedReleases other =
        collect(read_json, R"({"items":[],"rows":[{"text":"a"}]})", "in.json");
    CHECK(other.releases.size() == 1);
    CHECK(other.reasons.empty());
    CHECK(collect(read_json, R"({"title":"a","documents":[]})", "in.json").releases.size() == 1);
    CHECK(refusal(R"({"tags":[]})") == "neither \"title\" nor \"text\" in it");
}

TEST_CASE("depth is limited") {
    CHECK(refusal(std::string(100'000, '[')).starts_with("not valid JSON: "));
    std::string deep;
    std::string end;
    for (int i = 0; i < 500; ++i) {
        deep += "{\"a\":";
        end += "}";
    }
    CHECK(refusal(deep + "[{\"text\":\"x\"}]" + end) == "neither \"title\" nor \"text\" in it");
}

}  // namespace vigyapti
