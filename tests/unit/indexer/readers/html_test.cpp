#include "indexer/readers/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

// A release whose text is long enough to be known for one, with `around` behind it.
std::string page(std::string_view head, std::string_view body) {
    return "<!DOCTYPE html><html><head>" + std::string(head) + "</head><body>" + std::string(body) +
           "</body></html>";
}

Draft draft_of(std::string_view html, std::string_view url = {}) {
    std::string padded(html);
    padded.append(reader_padding, '#');
    CollectedReleases collected("page.html");
    Input input{std::string_view(padded).substr(0, html.size()), "page.html"};
    input.url = url;
    read_html(input, collected);
    REQUIRE(collected.drafts.size() == 1);
    return collected.drafts.front();
}

// The parts of a kind, joined by " / ".
std::string parts(const Draft& draft, PartKind kind) {
    std::string out;
    for (const Part& part : draft.parts) {
        if (part.kind != kind) continue;
        if (!out.empty()) out += " / ";
        for (const char c : part.text) {
            if (c == '\n') {
                out += " / ";
            } else {
                out += c;
            }
        }
    }
    return out;
}

std::string body_of(std::string_view html) {
    return parts(draft_of(html), PartKind::body);
}

std::string found(const Draft& draft, ReleaseField field, Origin origin) {
    std::string out;
    for (const FoundValue& each : draft.fields) {
        if (each.field != field || each.origin != origin) continue;
        if (!out.empty()) out += ", ";
        out += each.value;
    }
    return out;
}

const std::string sentence =
    "The Minister met the Foreign Secretary of Nepal in New Delhi and spoke about trade.";
const std::string hindi = "विदेश मंत्री ने नई दिल्ली में नेपाल के विदेश सचिव से भेंट की और व्यापार पर चर्चा की।";

}  // namespace

TEST_CASE("a page is its heading and its paragraphs, without what stands around them") {
    const Draft draft = draft_of(
        page("<title>Visit | Ministry</title>",
             "<nav><ul><li><a href=/>Home</a><li><a href=/press>Press</a></ul></nav>"
             "<h1>Visit of the Foreign Secretary</h1><p>New Delhi, 17 October 2023</p><p>" +
                 sentence + "</p><p>" + hindi +
                 "</p><ul class=share><li><a href=#>Share</a></ul>"
                 "<footer>Designed by the Centre. All rights reserved.</footer>"));
    CHECK(parts(draft, PartKind::title) == "Visit of the Foreign Secretary");
    CHECK(parts(draft, PartKind::body) ==
          "New Delhi, 17 October 2023 / " + sentence + " / " + hindi);
    CHECK(parts(draft, PartKind::boilerplate) ==
          "Home / Press / Share / Designed by the Centre. All rights reserved.");
}

TEST_CASE("parts stand in the order of the page") {
    const Draft draft = draft_of(
        page("", "<div class=menu><a href=/>Menu</a></div><h1>A longer heading</h1><p>" + sentence +
                     "</p><figure><img src=a.jpg><figcaption>At the airport"
                     "</figcaption></figure><p>" +
                     sentence + "</p>"));
    REQUIRE(draft.parts.size() == 5);
    CHECK(draft.parts[0].kind == PartKind::boilerplate);
    CHECK(draft.parts[1].kind == PartKind::title);
    CHECK(draft.parts[2].kind == PartKind::body);
    CHECK(draft.parts[3].kind == PartKind::caption);
    CHECK(draft.parts[4].kind == PartKind::body);
}

TEST_CASE("lines are what a browser shows as lines") {
    struct Row {
        std::string html;
        std::string lines;
    };
    const Row rows[] = {
        {"<p>" + sentence + "<br>" + sentence + "</p>", sentence + " / " + sentence},
        {"<div>" + sentence + "<br><br>" + sentence + "</div>", sentence + " / " + sentence},
        {"<p>" + sentence + "</p><ul><li>One item<li>Another item</ul><p>" + sentence + "</p>",
         sentence + " / One item / Another item / " + sentence},
        {"<pre>" + sentence + "\n   " + sentence + "</pre>", sentence + " / " + sentence},
        {"<p>" + sentence + " \n\t <b>Bold</b> and\xC2\xA0not</p>", sentence + " Bold and not"},
        {"<p>" + sentence + "</p><p>On the 17<sup>th</sup> of October, CO<sub>2</sub> fell.</p>",
         sentence + " / On the 17th of October, CO2 fell."},
        {"<p>" + sentence + "<sup><a href='#n1'>1</a></sup></p>", sentence},
        {"<p>" + sentence + " <ruby>東<rp>(</rp><rt>tō</rt><rp>)</rp></ruby></p>",
         sentence + " 東 (tō)"},
        {"<p>" + sentence + "<script>write('<b>no text</b>.');</script></p>", sentence},
        {"<p>" + sentence + "<script>var text = 'no text.';</script><style>p{}</style></p>",
         sentence},
        {"<p>" + sentence +
             "</p><p style='display: none'>Hidden sentences are not seen.</p>"
             "<p hidden>Nor are these sentences.</p><template>Nor this sentence here.</template>",
         sentence},
        {"<p>" + sentence +
             "<b class='note sr-only'>Unseen.</b><b class='not-sr-only'>Seen.</b></p>",
         sentence + "Seen."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(body_of(page("", row.html)) == row.lines);
    }
}

TEST_CASE("characters are what references and old habits mean") {
    struct Row {
        std::string html;
        std::string text;
    };
    const Row rows[] = {
        {"&#2349;&#2366;&#2352;&#2340; &#x928;&#x947;", "भारत ने"},
        {"1947&#150;2023", "1947–2023"},
        {"&#147;Words&#148;", "“Words”"},
        {"a&nbsp;b &amp; c&nbsp d", "a b & c d"},
        {"&hellip;&rsquo;&euro;", "…’€"},
        {"&comma;&lpar;&rpar;", ",()"},
        {"wo\xC2\xADrd zero\xE2\x80\x8Bwidth", "word zerowidth"},
        {"क्\xE2\x80\x8Dष श्\xE2\x80\x8Cर", "क्\xE2\x80\x8Dष श्\xE2\x80\x8Cर"},
        {"a\xE2\x80\x8D"
         "b",
         "ab"},
        {"&unknown; &", "&unknown; &"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        const std::string body =
            body_of(page("", "<p>" + sentence + "</p><p>" + row.html + "</p>"));
        CHECK(body == sentence + " / " + row.text);
    }
}

TEST_CASE("rows of a table of data are lines, cells of a layout are not") {
    CHECK(body_of(page("", "<p>" + sentence +
                               "</p><table><tr><th>Country<th>Visits<tr><td>Nepal"
                               "<td><p>12</p><tr><td>Bhutan<td>7</table><p>" +
                               sentence + "</p>")) ==
          sentence + " / Country | Visits / Nepal | 12 / Bhutan | 7 / " + sentence);
    CHECK(body_of(page("", "<table><tr><td>New Delhi<td>17 October 2023</tr><tr><td colspan=2><p>" +
                               sentence + "</p><p>" + sentence + sentence + sentence + sentence +
                               sentence + sentence + "</p></table>")) ==
          "New Delhi / 17 October 2023 / " + sentence + " / " + sentence + sentence + sentence +
              sentence + sentence + sentence);
}

TEST_CASE("captions and credits are parts of their own") {
    const Draft draft =
        draft_of(page("", "<p>" + sentence +
                              "</p><figure><img src=a.jpg><figcaption>The two sides at table."
                              "<span class=credit>Photo: Press Office</span></figcaption></figure>"
                              "<div class=wp-caption><img src=b.jpg><p class=wp-caption-text>The "
                              "treaty</p></div><p>" +
                              sentence + "</p>"));
    CHECK(parts(draft, PartKind::caption) == "The two sides at table. / The treaty");
    CHECK(parts(draft, PartKind::credit) == "Photo: Press Office");
    CHECK(parts(draft, PartKind::body) == sentence + " / " + sentence);
}

TEST_CASE("text in a font whose letters are not Unicode's is kept apart with the font's name") {
    const Draft draft = draft_of(page(
        "",
        "<p>" + sentence +
            "</p><p><font face='Kruti Dev 010'>Hkkjr ljdkj</font> UNESCO"
            "<font face=\"Arial\"> text</font></p><p style=\"font-family: 'Kruti Dev 010'\">fons'k "
            "ea=ky;</p><pre><font face=SHUSHA>dao0</font>-<font face=SHUSHA>saunau</font></pre>"));
    std::string runs;
    for (const Part& part : draft.parts)
        runs += (part.continues_line ? "+[" : "[") + part.font + "]" + part.text;
    CHECK(runs == "[]" + sentence +
                      "[Kruti Dev 010]Hkkjr ljdkj+[] UNESCO text"
                      "['Kruti Dev 010']fons'k ea=ky;[SHUSHA]dao0-saunau");
}

TEST_CASE("a cell of nothing but signs in an old font ends its row") {
    CHECK(collect(read_html,
                  page("", "<p>" + sentence +
                               "</p><table><tr><th>Day<th>Place</tr><tr><td>Monday"
                               "<td><font face=SHUSHA>|</font></tr></table>"),
                  "page.html")
              .drafts.size() == 1);
}

TEST_CASE("what a page says of itself is noted with where it stands") {
    const Draft draft = draft_of(
        page("<title>A Visit &#124; Ministry</title>"
             "<meta property=og:title content='A &quot;visit&quot;'>"
             "<meta property='og:site_name' content='Ministry'>"
             "<meta name=twitter:title content='A visit, in short'>"
             "<meta property='article:published_time' content='2023-10-17T10:00:00+05:30'>"
             "<meta name='DC.date' content='2023-10-16'>"
             "<link rel=canonical href='/press/12'>"
             "<script type='application/ld+json'>{\"@type\":\"WebSite\",\"name\":\"Ministry\"}"
             "</script><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},"
             "{\"@type\":[\"NewsArticle\"],\"headline\":\"A visit\",\"datePublished\":"
             "\"2023-10-18\",\"publisher\":{\"name\":\"The Ministry\"},\"inLanguage\":\"en\","
             "\"mainEntityOfPage\":{\"@id\":\"https://example.org/press/12\"}}]}</script>",
             "<h1>A Visit</h1><time datetime=2023-10-19>19 October</time><p>" + sentence + "</p>"),
        "https://example.org/a/b?c=d");
    CHECK(found(draft, ReleaseField::title, Origin::page_title) == "A Visit | Ministry");
    CHECK(found(draft, ReleaseField::title, Origin::meta) == "A \"visit\", A visit, in short");
    CHECK(found(draft, ReleaseField::title, Origin::json_ld) == "A visit");
    CHECK(found(draft, ReleaseField::source, Origin::meta) == "Ministry");
    CHECK(found(draft, ReleaseField::source, Origin::json_ld) == "The Ministry");
    CHECK(found(draft, ReleaseField::date, Origin::meta) ==
          "2023-10-17T10:00:00+05:30, 2023-10-16");
    CHECK(found(draft, ReleaseField::date, Origin::json_ld) == "2023-10-18");
    CHECK(found(draft, ReleaseField::date, Origin::markup) == "2023-10-19");
    CHECK(found(draft, ReleaseField::url, Origin::meta) == "https://example.org/press/12");
    CHECK(found(draft, ReleaseField::url, Origin::json_ld) == "https://example.org/press/12");
    CHECK(found(draft, ReleaseField::url, Origin::container) == "https://example.org/a/b?c=d");
    CHECK(found(draft, ReleaseField::lang, Origin::json_ld) == "en");
}

TEST_CASE("a relative address without a known one is left out") {
    const std::string html =
        page("<link rel=canonical href='/press/12'>", "<p>" + sentence + "</p>");
    CHECK(found(draft_of(html), ReleaseField::url, Origin::meta).empty());
    CHECK(found(draft_of("<!-- saved from url=(0022)https://example.org/a -->" + html),
                ReleaseField::url, Origin::meta) == "https://example.org/press/12");
    CHECK(found(draft_of("<!-- saved from url=(0022)https://example.org/a -->" + html),
                ReleaseField::url, Origin::container) == "https://example.org/a");
}

TEST_CASE("the language that a page declares is noted") {
    CHECK(found(draft_of("<html lang=hi-IN><p>" + hindi), ReleaseField::lang, Origin::markup) ==
          "hi-in");
    CHECK(found(draft_of("<html xml:lang=hi><p>" + hindi), ReleaseField::lang, Origin::markup) ==
          "hi");
}

TEST_CASE("broken JSON-LD is passed over") {
    for (const std::string_view json :
         {"", "{", "[]", "{\"@type\":\"NewsArticle\"", "null", "7", "{\"@type\":[],\"headline\":3}",
          "{\"@type\":\"NewsArticle\",\"headline\":[]}"}) {
        CAPTURE(json);
        const Draft draft =
            draft_of(page("<script type='application/ld+json'>" + std::string(json) + "</script>",
                          "<p>" + sentence + "</p>"));
        CHECK(found(draft, ReleaseField::title, Origin::json_ld).empty());
    }
}

TEST_CASE("a page without a text of its own is refused with the reason") {
    CHECK(refusal_of(read_html, "", "a.html") == "a page without text");
    CHECK(refusal_of(read_html, page("<title>Title</title>", "<script>x()</script>"), "a.html") ==
          "a page without text");
    std::string links;
    for (int i = 0; i < 40; ++i)
        links += "<li><a href=/" + std::to_string(i) + ">A release about a visit</a>";
    CHECK(refusal_of(read_html, page("", "<h2>Ministry</h2><ul>" + links + "</ul>"), "a.html") ==
          "a page of links without a text of its own");
    CHECK(refusal_of(read_html, page("", "<ul>" + links + "</ul><p>" + sentence + "</p>"),
                     "a.html") == "none");
}

TEST_CASE("hostile pages are read or refused, in bounded time and depth") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<div>";
    CHECK(body_of(deep + "<p>" + sentence) == sentence);
    std::string inline_deep;
    for (int i = 0; i < 50'000; ++i)
        inline_deep += "<b><i>";
    CHECK(body_of("<p>" + inline_deep + sentence) == sentence);
    // Read to its end this would take minutes.
    std::string endless;
    for (int i = 0; i < 5'000'000; ++i)
        endless += "<b>";
    CHECK(body_of("<p>" + sentence + "</p>" + endless + "<p>Beyond.</p>") == sentence);
    std::string tables;
    for (int i = 0; i < 20'000; ++i)
        tables += "<table><tr><td>";
    CHECK(body_of(tables + sentence) == sentence);
    std::string attributes = "<p";
    for (int i = 0; i < 300'000; ++i)
        attributes += " a" + std::to_string(i) + "=1";
    CHECK(body_of(attributes + ">" + sentence) == sentence);
    CHECK(body_of("<p title='" + std::string(3'000'000, 'x') + "'>" + sentence) == sentence);
    // Were each item compared with all before it, this would take minutes.
    std::string items;
    for (int i = 0; i < 200'000; ++i)
        items += "<li><a href=/>Talks on trade</a><div>5</div></li>";
    CHECK(body_of("<p>" + sentence + "</p><ul>" + items + "</ul>") == sentence);
    CHECK(body_of(std::string("<p>\0\0", 5) + sentence) == sentence);
    for (const std::string_view bytes : {"<", "<!--", "<![CDATA[", "</", "<p", "<p a", "<p a='",
                                         "&#", "&#x110000;", "<!DOCTYPE", "<script>", "\xFF\xFE"}) {
        CAPTURE(bytes);
        CHECK_NOTHROW(refusal_of(read_html, bytes, "a.html"));
    }
}

TEST_CASE("the content of a feed's item is all text") {
    Draft draft;
    add_html_text(
        "<p>Share</p><p>" + hindi + "</p><figure><figcaption>At table</figcaption></figure>",
        draft);
    CHECK(parts(draft, PartKind::body) == "Share / " + hindi);
    CHECK(parts(draft, PartKind::caption) == "At table");
    CHECK(parts(draft, PartKind::boilerplate).empty());
}

}  // namespace vigyapti
