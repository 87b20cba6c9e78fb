#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/scan.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

ScanResult scan_inputs(const std::vector<InputPath>& inputs) {
    return scan(inputs, "auto", [](const std::string&, const std::string&) {});
}

// "root:name" of each file, in order.
std::string names(const ScanResult& scanned) {
    std::string out;
    for (const SourceFile& file : scanned.files) {
        if (!out.empty()) out += ' ';
        out += std::to_string(file.root) + ":" + file.name;
    }
    return out;
}

// A scan of one root, for messages about paths below it.
ScanResult shown_as(const std::string& path, const std::string& shown) {
    ScanResult scanned;
    scanned.roots.push_back({path, shown, "", 1, false, ""});
    return scanned;
}

}  // namespace

TEST_CASE("a file in several roots is listed once, by the first, and counted in each") {
    const test::TemporaryFolder folder;
    folder.write("news/2023/a.txt", "x");
    folder.write("news/b.txt", "x");
    const std::string news = folder.path().string() + "/news";
    struct Overlap {
        std::vector<InputPath> roots;
        std::string_view names;
        std::vector<std::uint64_t> files;
    };
    const std::vector<Overlap> cases{
        {{{news, ""}, {news + "/2023", ""}}, "0:2023/a.txt 0:b.txt", {2, 1}},
        {{{news + "/2023", ""}, {news, ""}}, "0:a.txt 1:b.txt", {1, 2}},
        {{{news, ""}, {news, ""}}, "0:2023/a.txt 0:b.txt", {2, 2}},
        {{{news, ""}, {news + "/b.txt", ""}}, "0:2023/a.txt 0:b.txt", {2, 1}},
        {{{news + "/b.txt", ""}, {news + "/2023/a.txt", ""}}, "0:b.txt 1:a.txt", {1, 1}}};
    for (const Overlap& each : cases) {
        const ScanResult scanned = scan_inputs(each.roots);
        CAPTURE(each.names);
        CHECK(names(scanned) == each.names);
        REQUIRE(scanned.roots.size() == each.files.size());
        for (std::size_t i = 0; i < each.files.size(); ++i)
            CHECK(scanned.roots[i].files == each.files[i]);
    }
}

TEST_CASE("a root keeps its source, the name that it was called and its absolute path") {
    const test::TemporaryFolder folder;
    folder.write("mea/a.txt", "x");
    const std::string path = folder.path().string();
    const ScanResult scanned = scan_inputs({{path + "/./mea/", "MEA"}, {path, ""}});
    REQUIRE(scanned.roots.size() == 2);
    CHECK(scanned.roots[0].path == path + "/mea");
    CHECK(scanned.roots[0].shown == path + "/./mea/");
    CHECK(scanned.roots[0].source == "MEA");
    CHECK(scanned.roots[1].source.empty());
    CHECK(names(scanned) == "0:a.txt");
}

TEST_CASE("standard input comes last, once, as JSONL") {
    const test::TemporaryFolder folder;
    folder.write("a.txt", "x");
    const std::string path = folder.path().string();
    const ScanResult scanned = scan_inputs({{"-", "Wire"}, {path, ""}, {"-", ""}});
    CHECK(names(scanned) == "0:a.txt 1:stdin");
    REQUIRE(scanned.files.size() == 2);
    CHECK(scanned.files[1].path == standard_input);
    CHECK(scanned.files[1].reader->format == "jsonl");
    CHECK(scanned.roots[1].source == "Wire");
    CHECK(scanned.roots[1].files == 1);
    CHECK_FALSE(scanned.roots[1].missing);
}

TEST_CASE("an index within a root has no files") {
    const test::TemporaryFolder folder;
    folder.write("a.txt", "x");
    folder.write("index/XAPIANDB", "auto gen1/shard1\n");
    folder.write("index/notes.txt", "x");
    const std::string path = folder.path().string();
    CHECK(names(scan_inputs({{path, ""}})) == "0:a.txt");
    const ScanResult index = scan_inputs({{path + "/index", ""}});
    CHECK(index.files.empty());
    CHECK(index.roots[0].files == 0);
}

TEST_CASE("files of unknown formats count as files of their root") {
    const test::TemporaryFolder folder;
    folder.write("a.png", "x");
    folder.write("b/c.doc", "x");
    const ScanResult scanned = scan_inputs({{folder.path().string(), ""}});
    CHECK(scanned.files.empty());
    CHECK(scanned.skipped == 2);
    CHECK(scanned.roots[0].files == 2);
}

TEST_CASE("a stamp tells size, time of change and inode") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("a.txt", "12345");
    const timespec times[2]{{1, 0}, {1'700'000'000, 123'456'789}};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    const ScanResult scanned = scan_inputs({{path.string(), ""}});
    REQUIRE(scanned.files.size() == 1);
    CHECK(scanned.files[0].stamp.bytes == 5);
    CHECK(scanned.files[0].stamp.modified == 1'700'000'000'123'456'789);
    CHECK(scanned.files[0].stamp.inode == status.st_ino);
}

TEST_CASE("a path lies in a folder when its names begin with those of the folder") {
    struct Pair {
        std::string_view path;
        std::string_view folder;
        bool lies;
    };
    const std::vector<Pair> cases{{"/news/a.txt", "/news", true},   {"/news", "/news", true},
                                  {"/newspaper", "/news", false},   {"/news", "/news/a.txt", false},
                                  {"/news/2023/a", "/news", true},  {"/a.txt", "/", true},
                                  {"/news-2023/a", "/news", false}, {"-", "/news", false}};
    for (const Pair& each : cases) {
        CAPTURE(each.path);
        CAPTURE(each.folder);
        CHECK(lies_in(each.path, each.folder) == each.lies);
    }
}

TEST_CASE("messages name a file as its root was named") {
    struct Shown {
        std::string root;
        std::string shown;
        std::string path;
        std::string expected;
    };
    const std::vector<Shown> cases{{"/srv/news", "news", "/srv/news/a.txt", "news/a.txt"},
                                   {"/srv/news", "news/", "/srv/news/a.txt", "news/a.txt"},
                                   {"/srv/news", "news", "/srv/news", "news"},
                                   {"/srv", ".", "/srv/b/a.txt", "./b/a.txt"},
                                   {"/srv/news", "news", "/srv/other/a.txt", "/srv/other/a.txt"},
                                   {"-", "stdin", "-", "stdin"}};
    for (const Shown& each : cases) {
        CAPTURE(each.shown);
        CHECK(shown_path(shown_as(each.root, each.shown), each.path) == each.expected);
    }
}

}  // namespace vigyapti
