#include "indexer/read_ids.hpp"

#include <doctest/doctest.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "common/index/database.hpp"
#include "indexer/task_source.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

using Terms = std::unordered_set<std::string>;

const SourceReader source_reader({}, {1'000'000, 1'000'000});

FileIds ids_of(const test::TemporaryFolder& folder, const std::string& name,
               std::string_view content) {
    const auto path = folder.write(name, content);
    const Reader* reader = reader_for_extension(path.extension().string());
    FileStamp stamp;
    stamp.bytes = content.size();
    return read_ids({path.string(), name, reader, stamp, 0}, source_reader);
}

}  // namespace

TEST_CASE("the ids of a file are those that a run would give its releases") {
    struct File {
        std::string name;
        std::string content;
        Terms terms;
        bool whole = true;
    };
    const std::vector<File> cases{
        {"a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"text\":\"y\"}", {"Q1", "Q2"}},
        {"a.jsonl", "{\"text\":\"x\"}\n\n{\"text\":\"y\"}\n", {"Qa.jsonl:1", "Qa.jsonl:3"}},
        {"a.jsonl",
         "{\"url\":\"https://example.org/1\",\"text\":\"x\"}\n",
         {"Qhttps://example.org/1"}},
        {"a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"1\",\"text\":\"y\"}\n", {"Q1"}},
        {"a.jsonl", "", {}},
        {"a.txt", "Id: hi-1\n\nपाठ।\n", {"Qhi-1"}},
        {"b/a.txt", "पाठ।\n", {"Qb/a.txt"}},
        // What cannot be read may hold more.
        {"a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{broken\n", {"Q1"}, false},
        {"a.txt", "", {}, false},
        {"a.txt", "\x01\x02", {}, false}};
    const test::TemporaryFolder folder;
    for (const File& each : cases) {
        CAPTURE(each.content);
        const FileIds found = ids_of(folder, each.name, each.content);
        CHECK(found.terms == each.terms);
        CHECK(found.whole == each.whole);
    }
}

TEST_CASE("ids are read from all chunks of a file, with the right line numbers") {
    const test::TemporaryFolder folder;
    std::string content;
    constexpr int count = 5000;
    for (int i = 0; i < count; ++i)
        content += "{\"text\":\"" + std::string(500, 'x') + "\"}\n";
    const FileIds found = ids_of(folder, "big.jsonl", content);
    CHECK(found.whole);
    CHECK(found.terms.size() == count);
    for (const int line : {1, 2, 1900, 2100, count})
        CHECK(found.terms.contains("Qbig.jsonl:" + std::to_string(line)));
}

TEST_CASE("files and lines beyond the limit and files that are gone are not whole") {
    const test::TemporaryFolder folder;
    const std::string big(1'100'000, 'x');
    CHECK_FALSE(ids_of(folder, "big.txt", big).whole);
    const FileIds long_line =
        ids_of(folder, "a.jsonl",
               "{\"id\":\"1\",\"text\":\"x\"}\n" + big + "\n{\"id\":\"3\",\"text\":\"x\"}\n");
    CHECK_FALSE(long_line.whole);
    CHECK(long_line.terms == Terms{"Q1", "Q3"});
    for (const char* format : {"text", "jsonl"}) {
        const std::string gone = (folder.path() / "gone").string();
        const FileIds found = read_ids({gone, "gone", find_reader(format), {}, 0}, source_reader);
        CHECK_FALSE(found.whole);
        CHECK(found.terms.empty());
    }
}

TEST_CASE("the hash of a file is that of its bytes") {
    const test::TemporaryFolder folder;
    for (const std::size_t size : {0UL, 1UL, 262'143UL, 262'144UL, 262'145UL, 1'000'000UL}) {
        CAPTURE(size);
        std::string content(size, 'x');
        if (size > 0) content.back() = 'y';
        const auto path = folder.write("a", content);
        CHECK(hash_file(path.string()) == file_hash(content));
    }
    CHECK(hash_file((folder.path() / "missing").string()) == std::nullopt);
    CHECK(hash_file(folder.path().string()) == std::nullopt);
}

}  // namespace vigyapti
