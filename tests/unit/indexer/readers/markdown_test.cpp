#include "indexer/readers/markdown.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

using Parts = std::vector<Part>;

Parts parts(std::string_view text) {
    const CollectedReleases found = collect(read_markdown, text, "a.md");
    REQUIRE(found.drafts.size() == 1);
    return found.drafts[0].parts;
}

// The body, its line ends as '/'.
std::string body(std::string_view text) {
    std::string out;
    for (const Part& part : parts(text)) {
        if (part.kind != PartKind::body) continue;
        if (!out.empty()) out += '|';
        for (const char c : part.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

}  // namespace

TEST_CASE("front matter, heading and paragraphs make a release") {
    const Release release = read_one(read_markdown,
                                     "---\ndate: 2023-10-17\nsource: विदेश मंत्रालय\n"
                                     "link: https://example.org/1\n---\n\n"
                                     "# भारत और *नेपाल* की वार्ता\n\nपहला अनुच्छेद,\nदो पंक्तियों में।\n\n"
                                     "## आगे\n\nदूसरा अनुच्छेद।\n",
                                     "a.md");
    CHECK(release.title == "भारत और नेपाल की वार्ता");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "विदेश मंत्रालय");
    CHECK(release.id == "https://example.org/1");
    CHECK(release.blocks ==
          std::vector<Block>{{BlockKind::body, "पहला अनुच्छेद, दो पंक्तियों में।\nआगे\nदूसरा अनुच्छेद।"}});
}

TEST_CASE("only the first heading of the first level is the title") {
    CHECK(parts("intro\n\nTitle\n=====\n\ntext\n\n# Other\n\n## Third") ==
          Parts{{PartKind::body, "intro"},
                {PartKind::title, "Title"},
                {PartKind::body, "text\nOther\nThird"}});
    CHECK(read_one(read_markdown, "---\ntitle: a\n---\n# b\n\nc", "a.md").title == "a");
    CHECK(read_one(read_markdown, "first line\n\ntext here.\n", "a.md").title == "first line");
}

TEST_CASE("marks are not text") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"**a** _b_ ~~c~~ `d < e`", "a b c d < e"},
        {"[the text](https://example.org/ \"t\") and [that][1]\n\n[1]: https://e.org/",
         "the text and that"},
        {"- one\n- two\n  - three\n\n1. four\n2. five", "one/two/three/four/five"},
        {"> quoted\n> text\n\n***\n\nend", "quoted text/end"},
        {"one  \ntwo\\\nthree", "one/two/three"},
        {"```\ncode <b>\n  more\n```\n\nend", "code <b>/  more/end"},
        {"a &amp; b &copy; &#2352; &bogus; \\*c\\*", "a & b © र &bogus; *c*"},
        {"a <b>bold</b> word<br>x", "a bold wordx"},
        {"<div>\n<p>one</p><p>two &amp; three</p>\n</div>\n\nend", "one/two & three|end"},
        {"<!-- hidden -->\n\nseen", "seen"},
        {"| a | b |\n|---|---|\n| c | d |\n| e |", "a | b/c | d/e |"},
        {"a | b", "a | b"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(body(text) == expected);
    }
}

TEST_CASE("the texts of images are captions behind their paragraph") {
    CHECK(parts("Before ![At the *table*](a.jpg) after.\n\nNext. ![](b.jpg)") ==
          Parts{{PartKind::body, "Before  after."},
                {PartKind::caption, "At the table"},
                {PartKind::body, "Next."}});
}

TEST_CASE("other encodings are read, and NULs are left out") {
    using namespace std::string_view_literals;
    CHECK(body("\xEF\xBB\xBF---\ntitle: a\n---\ntext") == "text");
    CHECK(body("caf\xE9 \x96 bar") == "café – bar");
    CHECK(body("a\0b\n\n```\nc\0d\n```"sv) == "ab/cd");
}

TEST_CASE("a file without text is refused") {
    for (const std::string_view text : {"", "\n\n", "---\ndate: 2023\n---\n", "***", "[a]: b"}) {
        CAPTURE(text);
        CHECK(refusal_of(read_markdown, text, "a.md") == "no text in it");
    }
}

TEST_CASE("texts that are written to take long do not") {
    std::string table = "x\n\n";
    for (const std::string_view cell : {"|a", "|-"}) {
        for (int i = 0; i < 20'000; ++i)
            table += cell;
        table += "\n";
    }
    for (int i = 0; i < 20'000; ++i)
        table += "|b\n";
    CHECK(body(table).size() < 3 * table.size());
    for (const std::string_view unit : {"> ", "- ", "[", "![", "*a_", "`a", "<", "<a ", "&",
                                        "[a]: b\n", "#", "***\n", "~~", "\\", "|-"}) {
        CAPTURE(unit);
        std::string text = "x\n\n";
        for (int i = 0; i < 5'000; ++i)
            text += unit;
        CHECK(body(text).size() < 10 * text.size());
    }
}

}  // namespace vigyapti
