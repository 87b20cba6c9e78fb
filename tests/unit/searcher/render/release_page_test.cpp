#include "searcher/render/release_page.hpp"

#include <doctest/doctest.h>

namespace vigyapti {
namespace {

ReadRelease example() {
    ReadRelease read;
    read.release.id = "r1";
    read.release.date = "2023-10-17";
    read.release.lang = "hi";
    read.release.source = "PIB";
    read.release.url = "https://example.org/1";
    read.release.countries = {"RU", "PK"};
    read.release.blocks = {{BlockKind::body, "first oil\nsecond oil"},
                           {BlockKind::caption, "a picture"},
                           {BlockKind::credit, "by me"}};
    read.title = "Oil";
    read.highlights = {{{6, 9}, {17, 20}}, {{2, 9}}, {}};
    return read;
}

std::string render(const ReadRelease& read, const RenderOptions& options = {}) {
    std::string out;
    render_release(read, options, out);
    return out;
}

}  // namespace

TEST_CASE("a release is its title, its facts, where it is from, and all its text") {
    CHECK(render(example()) ==
          "    Oil\n"
          "    2023-10-17 · PIB · hi · रूस, पाकिस्तान · r1\n"
          "    https://example.org/1\n"
          "\n"
          "    first oil\n"
          "\n"
          "    second oil\n"
          "\n"
          "    [photo caption] a picture\n"
          "\n"
          "    [photo credit] by me\n");
}

TEST_CASE("every word found is lit, in each paragraph") {
    const std::string out = render(example(), {.color = true});
    CHECK(out.find("first \x1b[0m\x1b[1;31moil\x1b[0m\n") == std::string::npos);
    CHECK(out.find("first \x1b[1;31moil\x1b[0m\n") != std::string::npos);
    CHECK(out.find("second \x1b[1;31moil\x1b[0m\n") != std::string::npos);
    CHECK(out.find("a \x1b[1;31mpicture\x1b[0m\n") != std::string::npos);
}

TEST_CASE("what is missing is left out and what is hostile is harmless") {
    ReadRelease read;
    read.release.id = "id\x1b[2J";
    read.release.url = "https://e/\x1b[2J";
    read.release.blocks = {{BlockKind::body, "\n\ntext\x1b[2J\n\n"}};
    read.title = "";
    CHECK(render(read) ==
          "    id?[2J\n"
          "    id?[2J\n"
          "    https://e/?[2J\n"
          "\n"
          "    text?[2J\n");
}

}  // namespace vigyapti
