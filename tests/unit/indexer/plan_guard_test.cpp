// The guard against mass deletion.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "indexer/plan.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::records;

// What the guard says of the folder; empty when it lets the plan pass.
std::string refusal(const IndexedFolder& folder) {
    const ScanResult scanned = scan(folder.options.paths, "auto", [](const auto&, const auto&) {});
    KnownReleases known(folder.generation().shards);
    try {
        make_plan(folder.options, scanned, folder.state(), known, SourceReader(scanned, {}));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        CHECK(error.hint().find("--allow-mass-delete") != std::string::npos);
        return error.what();
    }
    return {};
}

std::string why_not(const std::vector<Root>& roots) {
    ScanResult scanned;
    scanned.roots = roots;
    try {
        check_roots(scanned);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("up to the limit releases may leave, above it nothing is changed") {
    struct Loss {
        int known;
        int leaving;
        unsigned percent;
        bool refused;
    };
    const std::vector<Loss> cases{{100, 10, 10, false}, {100, 11, 10, true},  {10, 1, 10, false},
                                  {9, 1, 10, true},     {19, 2, 10, true},    {20, 2, 10, false},
                                  {100, 0, 0, false},   {100, 1, 0, true},    {5, 5, 100, false},
                                  {5, 5, 99, true},     {200, 99, 50, false}, {200, 101, 50, true}};
    for (const Loss& each : cases) {
        CAPTURE(each.known);
        CAPTURE(each.leaving);
        IndexedFolder folder;
        folder.options.max_delete_percent = each.percent;
        folder.write("a.jsonl", records("r", each.known));
        folder.run();
        folder.write("a.jsonl", records("r", each.known - each.leaving));
        CHECK(refusal(folder).empty() != each.refused);
        folder.options.allow_mass_delete = true;
        CHECK(refusal(folder).empty());
    }
}

TEST_CASE("releases of files that are gone and of files that changed are counted together") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("a", 90));
    folder.write("b.jsonl", records("b", 5));
    folder.write("c.jsonl", records("c", 5));
    folder.run();
    std::filesystem::remove(folder.input("b.jsonl"));
    folder.write("a.jsonl", records("a", 85));
    CHECK(refusal(folder).empty());
    folder.write("a.jsonl", records("a", 84));
    CHECK(refusal(folder) == folder.input().string() +
                                 ": 11 of its 100 releases are gone, more than 10 percent; nothing "
                                 "was changed in the index");
}

TEST_CASE("new releases do not make up for those that are gone") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("a", 20));
    folder.run();
    folder.write("a.jsonl", records("b", 20));
    CHECK_FALSE(refusal(folder).empty());
}

TEST_CASE("each root is guarded by itself") {
    IndexedFolder folder;
    folder.write("big/a.jsonl", records("a", 200));
    folder.write("small/b.jsonl", records("b", 5));
    folder.write("small/keep.txt", "Text.");
    folder.options.paths = {{folder.input("big").string(), ""},
                            {folder.input("small").string(), ""}};
    folder.run();
    std::filesystem::remove(folder.input("small/b.jsonl"));
    CHECK(refusal(folder).starts_with(folder.input("small").string() + ": 5 of its 6 releases"));
    // As parts of one root they would be few.
    folder.options.paths = {{folder.input().string(), ""}};
    CHECK(refusal(folder).empty());
}

TEST_CASE("releases that went to another file do not leave") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 10));
    folder.write("b.txt", "Text.");
    folder.run();
    // A new file has them in another order, so that it is no renamed one.
    std::filesystem::remove(folder.input("a.jsonl"));
    folder.write("z.jsonl", test::record("new", "x") + records("r", 10));
    CHECK(refusal(folder).empty());
    folder.write("z.jsonl", test::record("new", "x") + records("r", 9));
    CHECK(refusal(folder).empty());
    folder.write("z.jsonl", test::record("new", "x") + records("r", 8));
    CHECK_FALSE(refusal(folder).empty());
}

TEST_CASE("a release that is read again does not leave, whatever its content") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 10, "old"));
    folder.run();
    folder.write("a.jsonl", records("r", 10, "new"));
    CHECK(refusal(folder).empty());
    // Nothing can be said of a file that cannot be read.
    folder.write("a.jsonl", "{broken\n");
    CHECK(refusal(folder).empty());
}

TEST_CASE("a root that is missing or without files is refused") {
    struct Case {
        std::vector<Root> roots;
        std::string expected;
    };
    const Root full{"/srv/a", "a", "", 3, false, ""};
    const Root empty{"/srv/b", "b/", "", 0, false, ""};
    const Root missing{"/srv/c", "c", "", 0, true, "Permission denied"};
    const std::vector<Case> cases{
        {{}, ""},
        {{full}, ""},
        {{full, empty}, "b/: there are no files in it; nothing was changed in the index"},
        {{missing, full}, "c: Permission denied; nothing was changed in the index"},
        {{empty, missing}, "b/: there are no files in it; nothing was changed in the index"}};
    for (const Case& each : cases)
        CHECK(why_not(each.roots) == each.expected);
}

}  // namespace vigyapti
