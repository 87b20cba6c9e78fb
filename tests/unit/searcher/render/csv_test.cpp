#include <doctest/doctest.h>

#include <string>

#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view header =
    "qid,rank,id,score,title,date,lang,source,url,countries,snippet,versions,"
    "counterparts\r\n";

std::string row_of(const std::string& title) {
    Results results;
    Hit hit;
    hit.rank = 1;
    hit.id = "r1";
    hit.score = 2.5;
    hit.title = title;
    results.hits = {hit};
    std::string out;
    render_csv(results, {.header = false}, out);
    return out;
}

}  // namespace

TEST_CASE("a table has one line of headers and one a hit") {
    Results results;
    std::string out;
    render_csv(results, {}, out);
    CHECK(out == header);
    Hit hit;
    hit.rank = 11;
    hit.id = "r1";
    hit.score = 1;
    hit.title = "रूस, ऊर्जा";
    hit.date = "2023-10";
    hit.lang = "hi";
    hit.source = "PIB";
    hit.url = "https://example.org/";
    hit.countries = {"RU", "PK"};
    hit.snippet.text = "He said \"yes\".";
    hit.versions = {"r2", "r3"};
    hit.counterparts = {{"e1", "", "en", ""}, {"e2", "", "en", ""}};
    results.query_id = "q1";
    results.hits = {hit};
    out.clear();
    render_csv(results, {}, out);
    CHECK(out == std::string(header) +
                     "q1,11,r1,1.000000,\"रूस, ऊर्जा\",2023-10,hi,PIB,https://example.org/,RU PK,"
                     "\"He said \"\"yes\"\".\",r2 r3,e1 e2\r\n");
}

TEST_CASE("no cell is a formula, none breaks its line") {
    const struct {
        std::string title;
        std::string cell;
    } table[] = {
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1", "'\t=1"},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"＝1", "'＝1"},
        {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
        {"a=1", "a=1"},
        {"a\nb", "\"a\nb\""},
        // What is left out must not uncover a formula.
        {"\x1b=1", "'=1"},
        {"\x01\x02", ""},
    };
    for (const auto& [title, cell] : table) {
        CAPTURE(title);
        CHECK(row_of(title) == ",1,r1,2.500000," + cell + ",,,,,,,,\r\n");
    }
}

}  // namespace vigyapti
