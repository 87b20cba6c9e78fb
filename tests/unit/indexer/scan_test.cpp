#include "indexer/scan.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

struct Scanned {
    ScanResult result;
    std::vector<std::string> problems;

    // "name=format" of each file, in order.
    std::string names() const {
        std::string out;
        for (const SourceFile& file : result.files) {
            if (!out.empty()) out += ' ';
            out += file.name + "=" + std::string(file.reader->format);
        }
        return out;
    }
};

Scanned scan_paths(const std::vector<std::string>& paths, const std::string& format = "auto") {
    Scanned scanned;
    std::vector<InputPath> input;
    for (const std::string& path : paths)
        input.push_back({path, ""});
    scanned.result = scan(input, format, [&](const std::string& path, const std::string& what) {
        scanned.problems.push_back(path + ": " + what);
    });
    return scanned;
}

std::optional<ErrorCode> error_of(const std::vector<std::string>& paths,
                                  const std::string& format = "auto") {
    try {
        scan_paths(paths, format);
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("a folder is walked and its files come by name") {
    const test::TemporaryFolder folder;
    folder.write("b.txt", "12345");
    folder.write("a/z.jsonl", "123");
    folder.write("a/b/c.text", "1");
    folder.write("c.ndjson", "");
    const Scanned scanned = scan_paths({folder.path().string()});
    CHECK(scanned.names() == "a/b/c.text=text a/z.jsonl=jsonl b.txt=text c.ndjson=jsonl");
    CHECK(scanned.result.bytes == 9);
    CHECK(scanned.result.skipped == 0);
    CHECK(scanned.result.files[1].stamp.bytes == 3);
    CHECK(scanned.result.files[1].path == folder.path() / "a" / "z.jsonl");
    CHECK(scanned.problems.empty());
}

TEST_CASE("names are relative to the root however it is written") {
    const test::TemporaryFolder folder;
    folder.write("hi/a.txt", "x");
    const std::string root = folder.path().string();
    CHECK(scan_paths({root}).names() == "hi/a.txt=text");
    CHECK(scan_paths({root + "/"}).names() == "hi/a.txt=text");
    CHECK(scan_paths({root + "/."}).names() == "hi/a.txt=text");
    CHECK(scan_paths({root + "/hi/.."}).names() == "hi/a.txt=text");
    CHECK(scan_paths({root + "//hi"}).names() == "a.txt=text");
    CHECK(scan_paths({root + "/hi/a.txt"}).names() == "a.txt=text");
}

TEST_CASE("roots keep the order in which they were named") {
    const test::TemporaryFolder folder;
    folder.write("one/b.txt", "x");
    folder.write("one/a.txt", "x");
    folder.write("two/0.txt", "x");
    const std::string root = folder.path().string();
    CHECK(scan_paths({root + "/two", root + "/one"}).names() == "0.txt=text a.txt=text b.txt=text");
    CHECK(scan_paths({root + "/one", root + "/two/0.txt"}).names() ==
          "a.txt=text b.txt=text 0.txt=text");
    CHECK(scan_paths({}).names().empty());
}

TEST_CASE("extensions are known in either case and others are counted as skipped") {
    const test::TemporaryFolder folder;
    folder.write("A.TXT", "x");
    folder.write("b.JsonL", "x");
    folder.write("c.png", "x");
    folder.write("README", "x");
    folder.write("d.txt~", "x");
    folder.write("e.txt.odd", "x");
    const Scanned scanned = scan_paths({folder.path().string()});
    CHECK(scanned.names() == "A.TXT=text b.JsonL=jsonl");
    CHECK(scanned.result.skipped == 4);
    CHECK(scanned.result.bytes == 2);
}

TEST_CASE("hidden files and folders are passed over unless they are named") {
    const test::TemporaryFolder folder;
    folder.write(".hidden.txt", "x");
    folder.write(".git/a.txt", "x");
    folder.write("a.txt", "x");
    const std::string root = folder.path().string();
    CHECK(scan_paths({root}).names() == "a.txt=text");
    CHECK(scan_paths({root}).result.skipped == 0);
    CHECK(scan_paths({root + "/.git"}).names() == "a.txt=text");
    CHECK(scan_paths({root + "/.hidden.txt"}).names() == ".hidden.txt=text");
}

TEST_CASE("links to files are followed, links to folders and dead links are not") {
    const test::TemporaryFolder folder;
    folder.write("real/a.txt", "12");
    std::filesystem::create_directory(folder.path() / "root");
    std::filesystem::create_symlink(folder.path() / "real" / "a.txt",
                                    folder.path() / "root" / "link.txt");
    std::filesystem::create_directory_symlink(folder.path() / "real",
                                              folder.path() / "root/folder");
    std::filesystem::create_directory_symlink("..", folder.path() / "root" / "loop");
    std::filesystem::create_symlink("nowhere", folder.path() / "root" / "dead.txt");
    const Scanned scanned = scan_paths({(folder.path() / "root").string()});
    CHECK(scanned.names() == "link.txt=text");
    CHECK(scanned.result.bytes == 2);
    CHECK(scanned.result.skipped == 0);
    const std::string dead = (folder.path() / "root" / "dead.txt").string();
    CHECK(scanned.problems == std::vector<std::string>{dead + ": a link to nothing"});
    CHECK(scanned.result.unreadable == std::vector<std::string>{dead});
    // A link that was named itself is meant.
    CHECK(scan_paths({(folder.path() / "root" / "folder").string()}).names() == "a.txt=text");
}

TEST_CASE("what is no file is passed over") {
    const test::TemporaryFolder folder;
    folder.write("a.txt", "x");
    REQUIRE(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600) == 0);
    std::filesystem::create_directory(folder.path() / "folder.txt");
    const Scanned scanned = scan_paths({folder.path().string()});
    CHECK(scanned.names() == "a.txt=text");
    CHECK(scanned.problems ==
          std::vector<std::string>{folder.path().string() + "/pipe.txt: not a regular file"});
}

TEST_CASE("a forced format takes every file") {
    const test::TemporaryFolder folder;
    folder.write("a.dat", "x");
    folder.write("b.txt", "x");
    const Scanned scanned = scan_paths({folder.path().string()}, "jsonl");
    CHECK(scanned.names() == "a.dat=jsonl b.txt=jsonl");
    CHECK(scanned.result.skipped == 0);
    CHECK(scan_paths({(folder.path() / "a.dat").string()}, "text").names() == "a.dat=text");
}

TEST_CASE("a root that is not there is marked and the others are scanned") {
    const test::TemporaryFolder folder;
    folder.write("b.txt", "x");
    std::filesystem::create_directory(folder.path() / "empty");
    const std::string root = folder.path().string();
    const Scanned scanned =
        scan_paths({root + "/missing", root + "/b.txt", root + "/b.txt/c.txt", root + "/empty"});
    CHECK(scanned.names() == "b.txt=text");
    CHECK(scanned.problems.empty());
    const std::vector<Root>& roots = scanned.result.roots;
    REQUIRE(roots.size() == 4);
    CHECK(roots[0].missing);
    CHECK(roots[0].problem == "No such file or directory");
    CHECK_FALSE(roots[1].missing);
    CHECK(roots[1].files == 1);
    CHECK(roots[2].missing);
    CHECK(roots[2].problem == "Not a directory");
    CHECK_FALSE(roots[3].missing);
    CHECK(roots[3].files == 0);
}

TEST_CASE("an empty path and a named file of no known format are errors") {
    const test::TemporaryFolder folder;
    folder.write("a.dat", "x");
    folder.write("b.txt", "x");
    const std::string root = folder.path().string();
    CHECK(error_of({""}) == ErrorCode::bad_input);
    CHECK(error_of({root + "/a.dat"}) == ErrorCode::usage);
    CHECK(error_of({root + "/missing.dat"}) == std::nullopt);
    CHECK(error_of({root + "/b.txt"}) == std::nullopt);
}

TEST_CASE("an unreadable folder is a problem and the walk goes on beside it") {
    const test::TemporaryFolder folder;
    folder.write("closed/a.txt", "x");
    folder.write("open/b.txt", "x");
    if (::geteuid() == 0) {
        MESSAGE("skipped: root reads any folder");
        return;
    }
    const auto closed = folder.path() / "closed";
    std::filesystem::permissions(closed, std::filesystem::perms::none);
    const Scanned scanned = scan_paths({folder.path().string()});
    std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
    CHECK(scanned.names() == "open/b.txt=text");
    REQUIRE(scanned.problems.size() == 1);
    CHECK(scanned.problems.front().starts_with(closed.string() + ": "));
    CHECK(scanned.result.unreadable == std::vector<std::string>{closed.string()});
}

TEST_CASE("what lies in a folder that may be listed but not entered is unknown") {
    const test::TemporaryFolder folder;
    folder.write("open/a.txt", "x");
    folder.write("listed/b.txt", "x");
    folder.write("listed/2024/c.txt", "x");
    folder.write("listed/notes.png", "x");
    const auto listed = folder.path() / "listed";
    using std::filesystem::perms;
    std::filesystem::permissions(folder.path(), perms::all);
    std::filesystem::permissions(listed,
                                 perms::owner_read | perms::group_read | perms::others_read);
    const auto user = ::geteuid();
    // Root may enter any folder.
    if (user == 0) REQUIRE(::seteuid(65534) == 0);
    const Scanned scanned = scan_paths({folder.path().string()});
    if (user == 0) REQUIRE(::seteuid(user) == 0);
    std::filesystem::permissions(listed, perms::owner_all);
    CHECK(scanned.names() == "open/a.txt=text");
    CHECK(scanned.result.unreadable ==
          std::vector<std::string>{(listed / "2024").string(), (listed / "b.txt").string()});
    CHECK(scanned.problems.size() == 2);
    CHECK(scanned.result.skipped == 1);
}

TEST_CASE("file names may hold any characters, ids only UTF-8") {
    const test::TemporaryFolder folder;
    folder.write("प्रेस विज्ञप्ति.txt", "x");
    folder.write("a b\nc.txt", "x");
    folder.write("caf\xE9.txt", "x");
    const Scanned scanned = scan_paths({folder.path().string()});
    CHECK(scanned.names() == "a b\nc.txt=text caf%E9.txt=text प्रेस विज्ञप्ति.txt=text");
    CHECK(scanned.result.files[1].path == folder.path().string() + "/caf\xE9.txt");
}

}  // namespace vigyapti
