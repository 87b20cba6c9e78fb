#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

std::string render(const Results& results) {
    std::string out;
    render_html(results, {}, out);
    return out;
}

}  // namespace

TEST_CASE("a section has its hits with marks, language and link") {
    Results results;
    results.total = 12;
    Hit hit;
    hit.rank = 11;
    hit.id = "r1";
    hit.title = "तेल & <b>";
    hit.title_highlights = {{0, 9}};
    hit.date = "2023-10-17";
    hit.lang = "hi";
    hit.url = "https://example.org/?a=b&c";
    hit.countries = {"RU", "PK"};
    hit.snippet.text = "कच्चा तेल।";
    hit.snippet.cut_after = true;
    hit.versions = {"r2"};
    results.hits = {hit};
    results.facets = {{FacetKind::country, {{"RU", 12}}}};
    results.suggestions = {{"new query", {{0, 3}}}};
    CHECK(
        render(results) ==
        "<section class=\"vigyapti-results\" lang=\"en\">"
        "<p class=\"vigyapti-suggestion\"><span>Did you mean:</span> "
        "<span><mark>new</mark> query</span></p>"
        "<ol class=\"vigyapti-hits\" start=\"11\"><li class=\"vigyapti-hit\" lang=\"hi\">"
        "<h3 class=\"vigyapti-title\"><a href=\"https://example.org/?a=b&amp;c\""
        " rel=\"noopener noreferrer\"><mark>तेल</mark> &amp; &lt;b&gt;</a></h3>"
        "<p class=\"vigyapti-facts\" lang=\"en\">"
        "<time class=\"vigyapti-date\" datetime=\"2023-10-17\">17 October 2023</time> "
        "<span class=\"vigyapti-lang\">Hindi</span> <span class=\"vigyapti-country\">Russia</span> "
        "<span class=\"vigyapti-country\">Pakistan</span> <span class=\"vigyapti-id\">r1</span></p>"
        "<p class=\"vigyapti-snippet\">कच्चा तेल। …</p>"
        "<p class=\"vigyapti-versions\" lang=\"en\">1 more version</p></li></ol>"
        "<p class=\"vigyapti-total\">12 releases</p>"
        "<div class=\"vigyapti-facet\"><h3 class=\"vigyapti-facet-name\">Country</h3><ul><li>"
        "<span class=\"vigyapti-value\">Russia</span> <span class=\"vigyapti-count\">12</span></li>"
        "</ul></div></section>\n");
}

TEST_CASE("the title in the other language is marked with its language") {
    Results results;
    results.hits = {Hit{}};
    results.hits[0].counterparts = {{"h1", "तेल <", "hi", "https://example.org/h1"},
                                    {"h2", "गैस", "hi", ""}};
    std::string out;
    render_html(results, {}, out);
    CHECK(out.find("<p class=\"vigyapti-counterpart\" lang=\"hi\"><span>हिन्दी में:</span> "
                   "<a href=\"https://example.org/h1\" rel=\"noopener noreferrer\">तेल &lt;</a></p>"
                   "<p class=\"vigyapti-counterpart\" lang=\"hi\"><span>हिन्दी में:</span> "
                   "<span>गैस</span></p>") != std::string::npos);
}

TEST_CASE("nothing that a release or a query holds is markup") {
    const std::string hostile = "<script>alert('x')</script>\" onerror=\"x\x1b[2J\x01\xFF&lt;";
    Results results;
    results.total = 1;
    results.query = hostile;
    results.suggestions = {{hostile, {{0, 8}}}};
    Hit hit;
    for (const auto member :
         {&Hit::id, &Hit::title, &Hit::date, &Hit::lang, &Hit::source, &Hit::url})
        hit.*member = hostile;
    hit.title_highlights = {{0, 8}};
    hit.countries = {hostile};
    hit.snippet.text = hostile;
    results.hits = {hit};
    hit.url = "javascript:alert(1)";
    results.hits.push_back(hit);
    results.facets = {{FacetKind::source, {{hostile, 1}}}};
    const std::string out = render(results);
    CHECK(out.find("<script") == std::string::npos);
    CHECK(out.find("href") == std::string::npos);
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("<mark>&lt;script&gt;</mark>alert('x')") != std::string::npos);
    CHECK_FALSE(find_malformed_utf8(out));
}

TEST_CASE("no element is closed in a way that HTML does not know") {
    Results results;
    results.hits = {Hit{}};
    CHECK(render(results).find("/>") == std::string::npos);
    CHECK(render({}).find("No release found") != std::string::npos);
}

}  // namespace vigyapti
