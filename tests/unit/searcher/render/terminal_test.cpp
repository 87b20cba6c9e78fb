#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/grapheme.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

std::string render(const Results& results, bool color = false, std::size_t width = 80) {
    std::string out;
    render_terminal(results, {color, width}, out);
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Without the sequences that set colors; any other control character stays.
std::string without_styles(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\x1b[")) {
            const auto end = text.find('m', i);
            REQUIRE(end != std::string_view::npos);
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

// With what is lit in [ ]; a space behind a lit word does not count as lit.
std::string with_brackets(std::string_view text) {
    std::string out;
    bool open = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!text.substr(i).starts_with("\x1b[")) {
            out += text[i];
            continue;
        }
        if (open) {
            out.insert(out.ends_with(' ') ? out.size() - 1 : out.size(), "]");
            open = false;
        }
        if (text.substr(i).starts_with("\x1b[1;31m")) {
            out += '[';
            open = true;
        }
        i = text.find('m', i);
    }
    return out;
}

Highlight highlight(std::string_view text, std::string_view word) {
    const auto begin = text.find(word);
    REQUIRE(begin != std::string_view::npos);
    return {begin, begin + word.size()};
}

Results one_hit() {
    Hit hit;
    hit.rank = 1;
    hit.id = "r1";
    hit.title = "तेल की आपूर्ति";
    hit.title_highlights = {highlight(hit.title, "तेल")};
    hit.date = "2023-10-17";
    hit.lang = "hi";
    hit.source = "PIB";
    hit.countries = {"RU", "PK"};
    hit.snippet.text = "रूस ने कच्चा तेल भेजा।";
    hit.snippet.highlights = {highlight(hit.snippet.text, "तेल")};
    Results results;
    results.query = "तेल";
    results.total = 1;
    results.hits = {hit};
    return results;
}

}  // namespace

TEST_CASE("a hit is its number, title, facts and snippet") {
    CHECK(render(one_hit()) ==
          " 1. तेल की आपूर्ति\n"
          "    2023-10-17 · PIB · hi · रूस, पाकिस्तान · r1\n"
          "    रूस ने कच्चा तेल भेजा।\n"
          "\n"
          "Results 1–1 of 1\n");
}

TEST_CASE("what is not known is left out and the id stands in for a title") {
    Results results = one_hit();
    Hit& hit = results.hits[0];
    hit.title.clear();
    hit.title_highlights.clear();
    hit.date.clear();
    hit.source.clear();
    hit.countries.clear();
    hit.snippet = {};
    CHECK(render(results) ==
          " 1. r1\n"
          "    hi · r1\n"
          "\n"
          "Results 1–1 of 1\n");
}

TEST_CASE("the sum at the end tells what is shown") {
    Results results;
    CHECK(render(results) == "Nothing found.\n");
    results.total = 12;
    CHECK(render(results) == "No more results.\n");
    results = one_hit();
    results.total = 57;
    results.hits[0].rank = 11;
    CHECK(render(results).ends_with("\nResults 11–11 of 57\n"));
    results.total_is_exact = false;
    CHECK(render(results).ends_with("\nResults 11–11 of about 57\n"));
    results.query_id = "q1";
    CHECK(render(results).starts_with("== q1: तेल\n\n11. "));
}

TEST_CASE("captions and credits are told from the text, and cuts are shown") {
    Results results = one_hit();
    Snippet& snippet = results.hits[0].snippet;
    snippet.field = BlockKind::caption;
    CHECK(lines_of(render(results))[2] == "    [photo caption] रूस ने कच्चा तेल भेजा।");
    snippet.field = BlockKind::credit;
    CHECK(lines_of(render(results))[2] == "    [photo credit] रूस ने कच्चा तेल भेजा।");
    snippet.field = BlockKind::body;
    snippet.cut_before = true;
    CHECK(lines_of(render(results))[2] == "    … रूस ने कच्चा तेल भेजा।");
    snippet.cut_after = true;
    CHECK(lines_of(render(results))[2] == "    … रूस ने कच्चा तेल भेजा। …");
}

TEST_CASE("color lights the words found and changes no text") {
    const Results results = one_hit();
    const std::string colored = render(results, true);
    CHECK(without_styles(colored) == render(results, false));
    CHECK(render(results, false).find('\x1b') == std::string::npos);
    const auto lines = lines_of(with_brackets(colored));
    CHECK(lines[0] == " 1. [तेल] की आपूर्ति");
    CHECK(lines[1] == "    2023-10-17 · PIB · hi · रूस, पाकिस्तान · r1");
    CHECK(lines[2] == "    रूस ने कच्चा [तेल] भेजा।");
    // No style reaches beyond its line.
    for (const std::string& line : lines_of(colored)) {
        CAPTURE(line);
        const auto last = line.rfind("\x1b[");
        if (last != std::string::npos)
            CHECK(std::string_view(line).substr(last).starts_with("\x1b[0m"));
    }
}

TEST_CASE("punctuation beside a word found is not lit") {
    Results results = one_hit();
    Snippet& snippet = results.hits[0].snippet;
    snippet.text = "''तेल'', (आई. ओ. ए.) कहा।";
    snippet.highlights = {highlight(snippet.text, "तेल"), highlight(snippet.text, "आई. ओ. ए.")};
    const std::string line = lines_of(render(results, true))[2];
    CHECK(with_brackets(line) == "    ''[तेल]'', ([आई. ओ. ए.]) कहा।");
    CHECK(without_styles(line) == "    " + snippet.text);
}

TEST_CASE("titles and snippets are wrapped between words at the terminal's width") {
    Results results = one_hit();
    Hit& hit = results.hits[0];
    hit.title.clear();
    hit.snippet.text.clear();
    for (int i = 0; i < 60; ++i) {
        hit.title += i % 3 == 0 ? "क्षेत्रीय " : "और ";
        hit.snippet.text += i % 4 == 0 ? "एकीकरण, " : i % 4 == 1 ? "Russia " : "की ";
    }
    hit.title += "समाप्त";
    hit.snippet.text += "समाप्त।";
    hit.title_highlights.clear();
    hit.snippet.highlights = {highlight(hit.snippet.text, "Russia")};
    for (const bool cut : {false, true}) {
        hit.snippet.cut_before = cut;
        hit.snippet.cut_after = cut;
        for (std::size_t width = 40; width <= 160; ++width) {
            CAPTURE(width);
            CAPTURE(cut);
            std::string joined;
            for (const std::string& line : lines_of(render(results, false, width))) {
                CAPTURE(line);
                CHECK(count_graphemes(line) <= width);
                CHECK_FALSE(line.ends_with(' '));
                joined += (line.starts_with("    ") ? line.substr(4) : line) + " ";
            }
            CHECK(joined.find(" 1. " + hit.title + " 2023-10-17") == 0);
            CHECK(joined.find(hit.snippet.text) != std::string::npos);
        }
    }
}

TEST_CASE("a word longer than the line stands on a line of its own") {
    Results results = one_hit();
    const std::string endless(200, 'x');
    results.hits[0].countries.clear();
    results.hits[0].snippet.text = "short " + endless + " short";
    results.hits[0].snippet.highlights.clear();
    const auto lines = lines_of(render(results, false, 40));
    CHECK(lines[2] == "    short");
    CHECK(lines[3] == "    " + endless);
    CHECK(lines[4] == "    short");
    // No terminal is too narrow.
    CHECK_FALSE(render(results, true, 0).empty());
    CHECK_FALSE(render(results, true, 1).empty());
}

TEST_CASE("a wide terminal does not make lines that the eye gets lost in") {
    Results results = one_hit();
    results.hits[0].snippet.highlights.clear();
    for (int i = 0; i < 100; ++i)
        results.hits[0].snippet.text += " further";
    for (const std::string& line : lines_of(render(results, false, 300)))
        CHECK(count_columns(line) <= 100);
}

TEST_CASE("facts are broken between each other rather than within") {
    Results results = one_hit();
    results.hits[0].source = "Ministry of External Affairs";
    results.hits[0].id = "https://example.org/releases/1";
    const auto lines = lines_of(render(results, false, 46));
    CHECK(lines[1] == "    2023-10-17 · Ministry of External Affairs");
    CHECK(lines[2] == "    hi · रूस, पाकिस्तान");
    CHECK(lines[3] == "    https://example.org/releases/1");
}

TEST_CASE("near duplicates are counted below the text") {
    Results results = one_hit();
    results.hits[0].versions = {"r2"};
    CHECK(lines_of(render(results))[3] == "    1 more version");
    results.hits[0].versions = {"r2", "r3", "r4"};
    CHECK(lines_of(render(results))[3] == "    3 more versions");
}

TEST_CASE("the title in the other language stands below") {
    Results results = one_hit();
    results.hits[0].counterparts = {{"h1", "तेल", "hi", ""}, {"h2", "और तेल", "hi", ""}};
    CHECK(lines_of(render(results))[3] == "    हिन्दी में: तेल");
    CHECK(lines_of(render(results))[4] == "    हिन्दी में: और तेल");
    results.hits[0].counterparts = {{"e1", "", "en", ""}};
    CHECK(lines_of(render(results))[3] == "    In English: e1");
}

TEST_CASE("each title in the other language stands once, and three at most") {
    Results results = one_hit();
    results.hits[0].counterparts = {{"h1", "तेल", "hi", ""},
                                    {"h2", "तेल", "hi", ""},
                                    {"h3", "गैस", "hi", ""},
                                    {"h4", "", "hi", ""},
                                    {"h5", "", "hi", ""}};
    const std::vector<std::string> lines = lines_of(render(results));
    const std::vector<std::string> told(lines.begin() + 3, lines.begin() + 7);
    CHECK(told ==
          std::vector<std::string>{"    हिन्दी में: तेल", "    हिन्दी में: गैस", "    हिन्दी में: h4", ""});
}

TEST_CASE("what may be meant comes first, with the other words lit") {
    Results results;
    const std::string query = "विदेश मंत्रालय";
    results.suggestions = {{query, {highlight(query, "मंत्रालय")}}, {"videsh", {}}};
    CHECK(render(results) == "Did you mean: विदेश मंत्रालय\nDid you mean: videsh\n\nNothing found.\n");
    CHECK(with_brackets(lines_of(render(results, true))[0]) == "Did you mean: विदेश [मंत्रालय]");
}

TEST_CASE("facets are lists with the numbers first and the rare left out") {
    Results results = one_hit();
    results.facets = {{FacetKind::source, {{"विदेश मंत्रालय", 12}, {"PIB\x1b[2J", 3}}},
                      {FacetKind::lang, {}}};
    CHECK(
        render(results).ends_with("Results 1–1 of 1\n\nsource\n      12  विदेश मंत्रालय\n       3  "
                                  "PIB?[2J\n\nlang\n          none\n"));
    results.hits.clear();
    results.total = 1234;
    CHECK(render(results).starts_with("Found: 1234\n\nsource\n"));
    results.total = 0;
    CHECK(render(results) == "Nothing found.\n");
    results.total = 1;
    results.facets = {{FacetKind::source, std::vector<FacetValue>(25, {"PIB", 1})}};
    CHECK(lines_of(render(results)).size() == 24);
    CHECK(lines_of(render(results)).back() == "       …  5 more");
}

TEST_CASE("months are drawn when a timeline is wanted, else listed") {
    Results results = one_hit();
    results.facets = {{FacetKind::month, {{"2023-10", 1}}}};
    CHECK(render(results).ends_with("\nmonth\n       1  2023-10\n"));
    std::string out;
    render_terminal(results, {.width = 20, .timeline = true}, out);
    CHECK(out.ends_with("\n\nReleases per month:\n2023-10 ██████████ 1\n"));
    results.facets[0].values.clear();
    out.clear();
    render_terminal(results, {.timeline = true}, out);
    CHECK(out.ends_with("\nNo release has a date.\n"));
}

TEST_CASE("titles lead to where the release is, if a terminal and the URL allow it") {
    Results results = one_hit();
    results.hits[0].url = "https://example.org/तेल";
    std::string out;
    render_terminal(results, {.color = true, .links = true}, out);
    const std::string target = "\x1b]8;;https://example.org/%E0%A4%A4%E0%A5%87%E0%A4%B2\x1b\\";
    CHECK(out.starts_with(" 1. " + target));
    CHECK(lines_of(out)[0].ends_with("\x1b]8;;\x1b\\"));
    // A link ends with each line of a title and begins again.
    results.hits[0].title = "one two three four five six seven";
    results.hits[0].title_highlights.clear();
    out.clear();
    render_terminal(results, {.color = true, .width = 30, .links = true}, out);
    CHECK(lines_of(out)[0] ==
          " 1. " + target + "\x1b[1mone two three four five\x1b[0m\x1b]8;;\x1b\\");
    CHECK(lines_of(out)[1].starts_with("    " + target));
    for (const char* url : {"javascript:alert(1)", "https://e.org/\x1b[2J", ""}) {
        results.hits[0].url = url;
        out.clear();
        render_terminal(results, {.color = true, .links = true}, out);
        CHECK(out.find("\x1b]8") == std::string::npos);
    }
    CHECK(render(results, true).find("\x1b]8") == std::string::npos);
}

TEST_CASE("around the texts there is only ASCII where the terminal shows no more") {
    Results results = one_hit();
    Hit& hit = results.hits[0];
    hit.title = "Oil";
    hit.lang = "en";
    hit.snippet.text = "Crude oil.";
    hit.title_highlights.clear();
    hit.snippet.highlights.clear();
    hit.snippet.cut_before = hit.snippet.cut_after = true;
    results.facets = {{FacetKind::source, std::vector<FacetValue>(25, {"PIB", 1})},
                      {FacetKind::month, {{"2023-10", 3}, {"2023-11", 1}}}};
    std::string out;
    render_terminal(results, {.unicode = false, .timeline = true}, out);
    CHECK(std::all_of(out.begin(), out.end(), [](char c) { return c > 0; }));
    CHECK(out.find("    ... Crude oil. ...\n") != std::string::npos);
    CHECK(out.find("2023-10-17 | PIB | en | Russia, Pakistan") != std::string::npos);
}

TEST_CASE("control characters never reach the terminal") {
    const std::string hostile =
        "a\x1b[2Jb\x07 c\rd\x7F \xC2\x9B"
        "e\tf\ng";
    Results results = one_hit();
    results.query_id = hostile;
    results.query = hostile;
    Hit& hit = results.hits[0];
    for (const auto member :
         {&Hit::id, &Hit::title, &Hit::date, &Hit::lang, &Hit::source, &Hit::url})
        hit.*member = hostile;
    hit.countries = {hostile, hostile};
    hit.title_highlights = {highlight(hostile, "c\rd")};
    hit.snippet.text = hostile;
    hit.snippet.highlights = {highlight(hostile, "c\rd")};
    for (const bool color : {false, true}) {
        const std::string out = without_styles(render(results, color));
        CHECK(std::none_of(out.begin(), out.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F';
        }));
        CHECK(out.find("\xC2\x9B") == std::string::npos);
        // A line end in a text cannot forge a line: the facts of the hit, four times as long, are
        // broken once, and the heading of the batch takes two lines.
        CHECK(lines_of(out).size() == lines_of(render(one_hit())).size() + 3);
        CHECK(out.find("[2J") != std::string::npos);
    }
}

}  // namespace vigyapti
