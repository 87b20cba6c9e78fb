#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "common/base/error.hpp"
#include "common/index/lock.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/operations/operations.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;
using test::IndexedFolder;
using test::record;
using test::records;

std::optional<ErrorCode> compact(const IndexOptions& options) {
    try {
        Report report;
        compact_index(options, report);
        CHECK(report.failed.load() == 0);
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

// An index of three shards.
void fill(IndexedFolder& folder) {
    for (const char* name : {"a", "b", "c"}) {
        folder.write(std::string(name) + ".jsonl", records(name, 30));
        folder.run();
    }
    REQUIRE(folder.generation().shards.size() == 3);
}

}  // namespace

TEST_CASE("all shards become one with the same releases in the same order") {
    IndexedFolder folder;
    fill(folder);
    const std::string ids = folder.ids();
    const std::string texts = folder.texts();
    const Generation before = folder.generation();
    const auto files = folder.files();
    CHECK(compact(folder.options) == std::nullopt);
    const Generation after = folder.generation();
    CHECK(after.folder == before.folder);
    CHECK(after.shards.size() == 1);
    CHECK(folder.ids() == ids);
    CHECK(folder.texts() == texts);
    CHECK((folder.files() == files));
    for (const fs::path& shard : before.shards)
        CHECK_FALSE(fs::exists(shard));
    Report report;
    CHECK(check_index(folder.options, report).ends_with("(releases: 90, shards: 1)\n"));
}

TEST_CASE("a compact index is brought up to date like any other") {
    IndexedFolder folder;
    fill(folder);
    CHECK(compact(folder.options) == std::nullopt);
    CHECK(folder.run() == "0/0/90/0/0");
    folder.write("d.jsonl", record("new", "words"));
    folder.write("a.jsonl", records("a", 29) + record("other", "text"));
    CHECK(folder.run() == "2/0/89/1/0");
    CHECK(compact(folder.options) == std::nullopt);
    CHECK(folder.generation().shards.size() == 1);
    CHECK(folder.releases().size() == 91);
}

TEST_CASE("to compact twice harms nothing, nor does it to compact an empty index") {
    IndexedFolder folder;
    fill(folder);
    CHECK(compact(folder.options) == std::nullopt);
    const std::string ids = folder.ids();
    CHECK(compact(folder.options) == std::nullopt);
    CHECK(folder.ids() == ids);
    IndexOptions empty = folder.options;
    empty.index /= "empty";
    create_index(empty.index, 2);
    CHECK(compact(empty) == std::nullopt);
    CHECK(local_shards(empty.index).size() == 1);
    CHECK(open_index(empty.index).get_doccount() == 0);
}

TEST_CASE("only an index that nobody writes can be made compact") {
    IndexedFolder folder;
    CHECK(compact(folder.options) == ErrorCode::not_found);
    CHECK_FALSE(fs::exists(folder.options.index));
    fill(folder);
    const IndexLock lock(folder.options.index);
    CHECK(compact(folder.options) == ErrorCode::locked);
    CHECK(folder.generation().shards.size() == 3);
}

TEST_CASE("what a stopped run left behind is cleared away") {
    IndexedFolder folder;
    fill(folder);
    const fs::path folder_of_index = folder.options.index;
    fs::create_directories(folder.generation().folder / "scratch" / "piece0");
    fs::create_directories(folder_of_index / "gen99" / "shard1");
    CHECK(compact(folder.options) == std::nullopt);
    CHECK_FALSE(fs::exists(folder.generation().folder / "scratch"));
    CHECK_FALSE(fs::exists(folder_of_index / "gen99"));
}

}  // namespace vigyapti
