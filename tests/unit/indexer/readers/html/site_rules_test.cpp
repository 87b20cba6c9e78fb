#include "indexer/readers/html/site_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"

namespace vigyapti::html {
namespace {

constexpr std::string_view rows =
    "# host\ttext\ttitle\tdropped\n"
    "example.org\t#text\th3.title\t.notice aside\n"
    "*.gov.example\t.body\t-\t-\n"
    "too\tfew\n";

}  // namespace

TEST_CASE("a site's row is found by the host of an address") {
    struct Row {
        std::string_view url;
        std::string_view text;
    };
    for (const Row& row : {Row{"https://example.org/press/1", "#text"},
                           {"http://www.example.org", "#text"},
                           {"https://example.org:8080?x", "#text"},
                           {"https://news.gov.example/a", ".body"},
                           {"https://gov.example/a", ".body"},
                           {"https://othergov.example/a", ""},
                           {"https://example.org.evil/a", ""},
                           {"example.org/a", ""},
                           {"https://too/", ""},
                           {"", ""}}) {
        CAPTURE(row.url);
        CHECK(site_rule(row.url, rows).text == row.text);
    }
    CHECK(site_rule("https://example.org/", rows).title == "h3.title");
    CHECK(site_rule("https://example.org/", rows).dropped == ".notice aside");
    CHECK(site_rule("https://gov.example/", rows).title.empty());
    CHECK(site_rule("https://gov.example/", rows).dropped.empty());
    CHECK(site_rule("https://example.org/", sites_table()).host.empty());
}

TEST_CASE("selectors are tags, classes and ids") {
    const Tree tree = parse_page(
        "<body><div class='a b'>1</div><h3>2</h3><h3 class=title id=t>3</h3><p class='title'>4");
    const auto text = [&](std::string_view selector) {
        const NodeId node = select_first(tree, selector);
        return node == 0 ? "none" : tree.text_below(node);
    };
    CHECK(text(".b") == "1");
    CHECK(text("div.a") == "1");
    CHECK(text("h3") == "2");
    CHECK(text("h3.title") == "3");
    CHECK(text("#t") == "3");
    CHECK(text("p") == "4");
    for (const std::string_view selector : {"", "#", ".", ".c", "p.a", "#a", "nav", "unknown"}) {
        CAPTURE(selector);
        CHECK(text(selector) == "none");
    }
    CHECK(select_all(tree, ".title h3").size() == 4);
    CHECK(select_all(tree, "").empty());
}

TEST_CASE("known places go before the general rules") {
    const std::string sentence = "The Minister met the Secretary and spoke about trade and travel.";
    const Tree tree = parse_page("<h1>Site</h1><div id=a><p>" + sentence + sentence + sentence +
                                 "</p></div><b id=t>The title of it</b><div id=b><p>" + sentence +
                                 "</p><p id=n>" + sentence + "</p></div>");
    const std::vector<Line> lines = read_lines(tree);
    REQUIRE(lines.size() == 5);
    KnownPlaces known;
    known.text = select_first(tree, "#b");
    known.title = select_first(tree, "#t");
    known.dropped = select_all(tree, "#n");
    const std::vector<LineRole> roles = find_main_text(tree, lines, known);
    CHECK(roles == std::vector{LineRole::furniture, LineRole::furniture, LineRole::title,
                               LineRole::text, LineRole::furniture});
}

}  // namespace vigyapti::html
