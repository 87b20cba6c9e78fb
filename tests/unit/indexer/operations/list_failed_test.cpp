#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "common/base/error.hpp"
#include "common/index/lock.hpp"
#include "indexer/operations/operations.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;

// What is listed, without the folder of the input.
std::string listed(const IndexedFolder& folder) {
    std::string out = list_failed(folder.options);
    const std::string prefix = folder.input().string() + "/";
    for (auto at = out.find(prefix); at != out.npos; at = out.find(prefix, at))
        out.erase(at, prefix.size());
    return out;
}

}  // namespace

TEST_CASE("failures are listed by file, with the line where there is one") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("r1", "one"));
    folder.run();
    CHECK(listed(folder).empty());
    folder.write("b.jsonl", "[]\n" + record("r2", "two") + "{\"id\":\"x\"}\n");
    folder.write("c.txt", "");
    folder.run();
    CHECK(listed(folder) ==
          "b.jsonl:1: not a JSON object\n"
          "b.jsonl:3: neither \"title\" nor \"text\" in it\n"
          "c.txt: no text in it\n");
    // Whoever writes the index at the moment.
    const IndexLock lock(folder.options.index);
    CHECK_FALSE(listed(folder).empty());
}

TEST_CASE("what became readable, or went away, is listed no more") {
    IndexedFolder folder;
    folder.options.max_delete_percent = 100;
    folder.write("a.jsonl", record("r1", "one"));
    folder.write("b.txt", "");
    folder.write("c.txt", "");
    folder.run();
    folder.run();
    CHECK(listed(folder) == "b.txt: no text in it\nc.txt: no text in it\n");
    folder.write("b.txt", "Text.");
    std::filesystem::remove(folder.input("c.txt"));
    folder.run();
    CHECK(listed(folder).empty());
}

TEST_CASE("a hostile file name cannot forge a line") {
    IndexedFolder folder;
    folder.write("a.txt", "Text.");
    folder.write("b\n\x1B[2J.txt", "");
    folder.run();
    CHECK(listed(folder) == "b??[2J.txt: no text in it\n");
}

TEST_CASE("of very many failures of a file the first are listed, and how many there are") {
    IndexedFolder folder;
    std::string lines;
    for (int i = 0; i < 500; ++i)
        lines += "[]\n";
    folder.write("a.jsonl", lines);
    folder.run();
    const std::string list = listed(folder);
    CHECK(std::count(list.begin(), list.end(), '\n') == 100);
    CHECK(list.ends_with("a.jsonl:99: not a JSON object\na.jsonl: 401 more failures\n"));
}

TEST_CASE("without an index there is no list") {
    const IndexedFolder folder;
    std::optional<ErrorCode> code;
    try {
        list_failed(folder.options);
    } catch (const Error& error) {
        code = error.code();
    }
    CHECK(code == ErrorCode::not_found);
}

}  // namespace vigyapti
