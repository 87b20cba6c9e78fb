#include "searcher/render/release_json.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {

TEST_CASE("a release as JSON is all that is known of it, with what is lit in code points") {
    ReadRelease read;
    read.release.id = "r1";
    read.release.date = "2023-10";
    read.release.lang = "hi";
    read.release.countries = {"RU"};
    read.release.blocks = {{BlockKind::body, "तेल आया\nसमझौता"}, {BlockKind::credit, "\xFF"}};
    read.title = "रूसी तेल";
    read.title_highlights = {{13, 22}};
    read.highlights = {{{0, 9}}, {}};
    CHECK(release_json(read) ==
          R"({"version":1,"id":"r1","title":"रूसी तेल","title_highlights":[[5,8]],)"
          R"("date":"2023-10","lang":"hi","source":null,"url":null,"countries":["RU"],)"
          R"("blocks":[{"field":"body","text":"तेल आया\nसमझौता","highlights":[[0,3]]},)"
          "{\"field\":\"credit\",\"text\":\"\uFFFD\",\"highlights\":[]}]}\n");
}

}  // namespace vigyapti
