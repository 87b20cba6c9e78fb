#include "searcher/render/paragraphs.hpp"

#include <doctest/doctest.h>

namespace vigyapti {
namespace {

ReadRelease release_of(std::vector<Block> blocks, std::vector<std::vector<Highlight>> highlights) {
    ReadRelease read;
    read.release.blocks = std::move(blocks);
    read.highlights = std::move(highlights);
    return read;
}

// The kinds and texts, with the words that are lit in brackets.
std::string written(const std::vector<Paragraph>& paragraphs) {
    std::string out;
    for (const Paragraph& each : paragraphs) {
        out += each.kind == BlockKind::body      ? "body:"
               : each.kind == BlockKind::caption ? "caption:"
                                                 : "credit:";
        std::size_t at = 0;
        for (const Highlight& lit : each.highlights) {
            out += each.text.substr(at, lit.begin - at) + "[" +
                   each.text.substr(lit.begin, lit.end - lit.begin) + "]";
            at = lit.end;
        }
        out += each.text.substr(at) + "|";
    }
    return out;
}

}  // namespace

TEST_CASE("a block holds a paragraph a line") {
    const struct {
        std::string text;
        std::string paragraphs;
    } cases[]{
        {"", ""},
        {"one", "body:one|"},
        {"one\ntwo", "body:one|body:two|"},
        {"one\n", "body:one|"},
        {"\none\n\n\ntwo\n\n", "body:one|body:two|"},
        {"\n\n", ""},
        {"\r", "body:\r|"},
    };
    for (const auto& [text, paragraphs] : cases) {
        CAPTURE(text);
        CHECK(written(paragraphs_of(release_of({{BlockKind::body, text}}, {}))) == paragraphs);
    }
}

TEST_CASE("paragraphs have the kind of their block, in the order of the text") {
    CHECK(written(paragraphs_of(release_of({{BlockKind::body, "a"},
                                            {BlockKind::caption, "b"},
                                            {BlockKind::credit, "c"},
                                            {BlockKind::body, "d"}},
                                           {}))) == "body:a|caption:b|credit:c|body:d|");
}

TEST_CASE("what is lit in a block is lit in its paragraphs") {
    const struct {
        std::vector<Highlight> highlights;
        std::string paragraphs;
    } cases[]{
        {{{0, 3}}, "body:[one]|body:two|"},
        {{{4, 7}}, "body:one|body:[two]|"},
        {{{0, 3}, {4, 7}}, "body:[one]|body:[two]|"},
        {{{5, 6}}, "body:one|body:t[w]o|"},
        {{{2, 5}}, "body:on[e]|body:[t]wo|"},  // across the end of a line
        {{{3, 4}}, "body:one|body:two|"},      // the end itself
        {{}, "body:one|body:two|"},
    };
    for (const auto& [highlights, paragraphs] : cases) {
        CAPTURE(paragraphs);
        CHECK(written(paragraphs_of(release_of({{BlockKind::body, "one\ntwo"}}, {highlights}))) ==
              paragraphs);
    }
}

TEST_CASE("each block has what is lit in it") {
    CHECK(written(paragraphs_of(release_of({{BlockKind::body, "ab"}, {BlockKind::caption, "cd"}},
                                           {{{0, 1}}, {{1, 2}}}))) == "body:[a]b|caption:c[d]|");
    // Of the second nothing is known.
    CHECK(written(paragraphs_of(release_of({{BlockKind::body, "ab"}, {BlockKind::body, "cd"}},
                                           {{{0, 1}}}))) == "body:[a]b|body:cd|");
}

}  // namespace vigyapti
