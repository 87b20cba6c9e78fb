#include "indexer/readers/inner.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

Draft draft_of(const std::string& title) {
    Draft draft;
    draft.add(ReleaseField::title, Origin::record, title);
    return draft;
}

}  // namespace

TEST_CASE("the extension is what stands behind the last point of the last name") {
    struct Case {
        std::string_view name;
        std::string_view extension;
    };
    for (const Case& each :
         {Case{"a.txt", ".txt"}, Case{"A.TXT", ".txt"}, Case{"folder.d/name", ""},
          Case{"folder/a.tar.gz", ".gz"}, Case{".hidden", ""}, Case{"folder/.hidden", ""},
          Case{"a.", "."}, Case{"", ""}, Case{"folder/", ""}, Case{"विज्ञप्ति.html", ".html"}}) {
        CAPTURE(each.name);
        CHECK(extension_of(each.name) == each.extension);
    }
}

TEST_CASE("names of strangers are shown on one line, and not at length") {
    CHECK(shown_inner_name("a\nb\x1B[2Jc.txt") == "a?b?[2Jc.txt");
    CHECK(shown_inner_name(std::string(10'000, 'a')) == std::string(200, 'a') + "...");
}

TEST_CASE("releases of an inner document go by its name where they have none") {
    CollectedReleases outer("outer.zip");
    InnerSink sink("outer.zip/a.txt", "a.txt", outer);
    CHECK_FALSE(sink.heard());
    sink.add(draft_of("one"), {});
    sink.add(draft_of("two"), "outer.zip/a.txt:2");
    CHECK(sink.heard());
    REQUIRE(outer.releases.size() == 2);
    CHECK(outer.releases[0].id == "outer.zip/a.txt");
    CHECK(outer.releases[1].id == "outer.zip/a.txt:2");
}

TEST_CASE("problems of an inner document say where they are") {
    CollectedReleases outer("outer.zip");
    InnerSink named("outer.zip/a.txt", "a.txt", outer);
    named.problem(0, "damaged");
    named.problem(7, "not valid JSON");
    InnerSink same_lines("a.txt", {}, outer);
    same_lines.problem(7, "not valid JSON");
    const std::vector<std::string> expected{"0: a.txt: damaged", "0: a.txt:7: not valid JSON",
                                            "7: not valid JSON"};
    CHECK(outer.problems == expected);
    CHECK(named.heard());
}

TEST_CASE("why an inner document holds no release is passed on") {
    CollectedReleases outer("outer.zip");
    InnerSink named("outer.zip/a.rss", "a.rss", outer);
    named.nothing("no items in the feed");
    InnerSink same_name("a.rss", {}, outer);
    same_name.nothing("no items in the feed");
    CHECK(outer.reasons ==
          std::vector<std::string>{"a.rss: no items in the feed", "no items in the feed"});
    CHECK(outer.problems.empty());
    CHECK(named.heard());
}

TEST_CASE("what refuses an inner document is a problem, other errors are not caught") {
    CollectedReleases outer("outer.zip");
    InnerSink sink("outer.zip/a.txt", "a.txt", outer);
    const auto refuse = [](ErrorCode code) {
        return [code](const Input&, DraftSink&) { throw Error(code, "no text in it", "add some"); };
    };
    read_inner(refuse(ErrorCode::bad_input), {}, sink);
    CHECK(outer.problems == std::vector<std::string>{"0: a.txt: no text in it; add some"});
    CHECK_THROWS_AS(read_inner(refuse(ErrorCode::io), {}, sink), Error);
}

TEST_CASE("media types name readers") {
    CHECK(reader_for_type("text/html") == find_reader("html"));
    CHECK(reader_for_type("application/pdf") == find_reader("pdf"));
    CHECK(reader_for_type("application/vnd.oasis.opendocument.text") == find_reader("odt"));
    for (const std::string_view type : {"", "text/", "Text/HTML", "image/png"})
        CHECK(reader_for_type(type) == nullptr);
}

}  // namespace vigyapti
