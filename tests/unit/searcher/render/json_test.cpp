#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/text/utf8.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

std::string render(const Results& results) {
    std::string out;
    render_json(results, {}, out);
    return out;
}

// The code points from `begin` to `end` of `text`.
std::string code_points(std::string_view text, std::size_t begin, std::size_t end) {
    std::string out;
    std::size_t number = 0;
    for (std::size_t i = 0; i < text.size(); ++number) {
        const char32_t c = next_code_point(text, i);
        if (number >= begin && number < end) append_utf8(out, c);
    }
    return out;
}

Highlight highlight(std::string_view text, std::string_view word) {
    const auto begin = text.find(word);
    REQUIRE(begin != std::string_view::npos);
    return {begin, begin + word.size()};
}

}  // namespace

TEST_CASE("no hits are one line with every member of the contract") {
    Results results;
    results.query = "रूस";
    CHECK(render(results) ==
          R"({"version":1,"query":"रूस","total":0,"total_is_exact":true,"suggestion":null,)"
          R"("suggestions":[],"notices":[],"hits":[],"facets":{}})"
          "\n");
}

TEST_CASE("a hit carries what is known of it and null for what is not") {
    Results results;
    results.query_id = "q1";
    results.query = "तेल";
    results.total = 1234;
    results.total_is_exact = false;
    results.notices = {"a notice"};
    Hit hit;
    hit.rank = 11;
    hit.id = "r/1";
    hit.score = 2.5;
    hit.title = "तेल की आपूर्ति";
    hit.title_highlights = {highlight(hit.title, "तेल")};
    hit.lang = "hi";
    hit.countries = {"RU", "PK"};
    hit.snippet.field = BlockKind::caption;
    hit.snippet.text = "😀 कच्चा तेल";
    hit.snippet.highlights = {highlight(hit.snippet.text, "तेल")};
    hit.snippet.cut_after = true;
    results.hits = {hit};
    CHECK(render(results) ==
          R"({"version":1,"qid":"q1","query":"तेल","total":1234,"total_is_exact":false,)"
          R"("suggestion":null,"suggestions":[],"notices":["a notice"],)"
          R"("hits":[{"rank":11,"id":"r/1","score":2.5,)"
          R"("title":"तेल की आपूर्ति","title_highlights":[[0,3]],"date":null,"lang":"hi",)"
          R"("source":null,"url":null,"countries":["RU","PK"],"versions":[],"counterparts":[],)"
          R"("matched":[{"text":"तेल","road":"form"}],"snippet":{"field":"caption",)"
          R"("text":"😀 कच्चा तेल","highlights":[[8,11]],"cut_before":false,"cut_after":true}}],)"
          R"("facets":{}})"
          "\n");

    results.hits[0].date = "2023-10";
    results.hits[0].source = "PIB";
    results.hits[0].url = "https://example.org/?a=b&c";
    results.hits[0].snippet.field = BlockKind::credit;
    const auto json = nlohmann::json::parse(render(results));
    CHECK(json["hits"][0]["date"] == "2023-10");
    CHECK(json["hits"][0]["source"] == "PIB");
    CHECK(json["hits"][0]["url"] == "https://example.org/?a=b&c");
    CHECK(json["hits"][0]["snippet"]["field"] == "credit");
    results.hits[0].snippet.field = BlockKind::body;
    CHECK(nlohmann::json::parse(render(results))["hits"][0]["snippet"]["field"] == "body");
}

TEST_CASE("suggestions come with what they change, the best also by itself") {
    Results results;
    results.suggestions = {{"रूस energy", {{0, 9}, {10, 16}}}, {"रूस enemy", {}}};
    const auto json = nlohmann::json::parse(render(results));
    CHECK(json["suggestion"] == "रूस energy");
    CHECK(json["suggestions"].dump() ==
          R"([{"changed":[[0,3],[4,10]],"query":"रूस energy"},{"changed":[],"query":"रूस enemy"}])");
}

TEST_CASE("facets, versions and what to ask for the next time are told when there are any") {
    Results results;
    results.hits = {Hit{}};
    results.hits[0].versions = {"r2", "r3"};
    results.hits[0].counterparts = {{"h1", "तेल", "hi", ""}, {"h2", "", "hi", "https://x.org/"}};
    results.facets = {{FacetKind::country, {{"RU", 12}, {"PK", 3}}}, {FacetKind::month, {}}};
    results.next = Since{1700000000.25, 1700000001.5, {"r1"}};
    const auto json = nlohmann::json::parse(render(results));
    CHECK(json["hits"][0]["versions"] == nlohmann::json::parse(R"(["r2","r3"])"));
    CHECK(json["hits"][0]["counterparts"] ==
          nlohmann::json::parse(R"([{"id":"h1","title":"तेल","lang":"hi","url":null},)"
                                R"({"id":"h2","title":"","lang":"hi","url":"https://x.org/"}])"));
    CHECK(
        json["facets"] ==
        nlohmann::json::parse(R"({"country":[{"value":"RU","count":12},{"value":"PK","count":3}],)"
                              R"("month":[]})"));
    CHECK(json["next"] ==
          nlohmann::json::parse(R"({"time":1700000000.25,"until":1700000001.5,"seen":["r1"]})"));
    results.next.reset();
    CHECK_FALSE(nlohmann::json::parse(render(results)).contains("next"));
}

TEST_CASE("JSON Lines have one hit a line, the same as in JSON, with the name of the query") {
    Results results;
    Hit hit;
    hit.rank = 1;
    hit.id = "r\n1";
    hit.title = "तेल \xFF";
    results.hits = {hit, hit};
    std::string out;
    render_jsonl(results, {}, out);
    REQUIRE(std::count(out.begin(), out.end(), '\n') == 2);
    const auto line = nlohmann::json::parse(out.substr(0, out.find('\n')));
    CHECK(line == nlohmann::json::parse(render(results))["hits"][0]);
    results.query_id = "q1";
    out.clear();
    render_jsonl(results, {}, out);
    CHECK(out.starts_with(R"({"qid":"q1","rank":1,"id":"r\n1",)"));
    out.clear();
    render_jsonl({}, {}, out);
    CHECK(out.empty());
}

TEST_CASE("highlights count code points, whatever stands before them") {
    const std::string text =
        "a é e\u0301 क्षेत्रीय 😀👨‍👩‍👧 \u200D北京 रूस "
        "और "
        "Russia।";
    Results results;
    Hit hit;
    hit.snippet.text = text;
    for (const std::string_view word : {"a", "क्षेत्रीय", "北", "रूस", "Russia"})
        hit.snippet.highlights.push_back(highlight(text, word == "a" ? "a é" : word));
    results.hits = {hit};
    const auto snippet = nlohmann::json::parse(render(results))["hits"][0]["snippet"];
    const auto& spans = snippet["highlights"];
    REQUIRE(spans.size() == 5);
    std::string words;
    for (const auto& span : spans) {
        REQUIRE(span.size() == 2);
        words += code_points(snippet["text"].get<std::string>(), span[0], span[1]) + "|";
    }
    CHECK(words == "a é|क्षेत्रीय|北|रूस|Russia|");
}

TEST_CASE("any bytes of a query make valid JSON on one line") {
    using namespace std::string_literals;
    for (const std::string& query : {"\xFF\xFE"s, "रू\xE0\xA4"s, "a\nb\r\t"s,
                                     "\"quoted\" \\ </script>"s, "a\0b"s, "\x1b[2J\x7F"s}) {
        CAPTURE(query);
        Results results;
        results.query = query;
        results.notices = {query};
        Hit hit;
        hit.id = query;
        hit.title = query;
        results.hits = {hit};
        const std::string out = render(results);
        CHECK(out.find('\n') == out.size() - 1);
        CHECK_FALSE(find_malformed_utf8(out).has_value());
        const auto json = nlohmann::json::parse(out);
        if (!find_malformed_utf8(query)) {
            CHECK(json["query"] == query);
            CHECK(json["hits"][0]["id"] == query);
        }
    }
}

TEST_CASE("results are appended, one line each") {
    std::string out = "before\n";
    Results results;
    results.query = "a";
    render_json(results, {}, out);
    render_json(results, {}, out);
    CHECK(out == "before\n" + render(results) + render(results));
}

}  // namespace vigyapti
