#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/lock.hpp"
#include "indexer/operations/operations.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;

// "deleted/failed" of deleting these ids.
std::string remove(IndexedFolder& folder, std::vector<std::string> ids) {
    IndexOptions options = folder.options;
    options.ids = std::move(ids);
    Report report;
    delete_releases(options, report);
    return fmt::format("{}/{}", report.deleted.load(), report.failed.load());
}

std::optional<ErrorCode> error_of(IndexedFolder& folder) {
    try {
        remove(folder, {"r1"});
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

// "name=releases" of each file that the state knows.
std::string files_of(const IndexedFolder& folder) {
    std::string out;
    for (const FileRecord& record : folder.files())
        out += fmt::format("{}{}={}", out.empty() ? "" : " ", record.name, record.releases);
    return out;
}

// An index of two shards.
void fill(IndexedFolder& folder) {
    folder.write("a.jsonl", record("r1", "one") + record("r2", "two") + record("घोषणा 3", "three"));
    folder.run();
    folder.write("b.txt", "Text.");
    folder.run();
    REQUIRE(folder.generation().shards.size() == 2);
}

}  // namespace

TEST_CASE("releases are taken out by their ids, and an id that is not there is a failure") {
    struct Deletion {
        std::vector<std::string> ids;
        std::string counts;
        std::string left;
        std::string files;
    };
    const std::string long_id(3000, 'x');
    for (const Deletion& each : std::vector<Deletion>{
             {{"r2"}, "1/0", "b.txt r1 घोषणा 3", "a.jsonl=2 b.txt=1"},
             {{"b.txt", "r1"}, "2/0", "r2 घोषणा 3", "a.jsonl=2 b.txt=0"},
             {{"घोषणा 3"}, "1/0", "b.txt r1 r2", "a.jsonl=2 b.txt=1"},
             {{"r1", "r1", "r1"}, "1/0", "b.txt r2 घोषणा 3", "a.jsonl=2 b.txt=1"},
             {{"none", "r1", "r"}, "1/2", "b.txt r2 घोषणा 3", "a.jsonl=2 b.txt=1"},
             {{"R1", "Qr1", long_id}, "0/3", "b.txt r1 r2 घोषणा 3", "a.jsonl=3 b.txt=1"},
             {{"r1", "r2", "घोषणा 3", "b.txt"}, "4/0", "", "a.jsonl=0 b.txt=0"},
             {{}, "0/0", "b.txt r1 r2 घोषणा 3", "a.jsonl=3 b.txt=1"},
         }) {
        CAPTURE(each.left);
        IndexedFolder folder;
        fill(folder);
        CHECK(remove(folder, each.ids) == each.counts);
        std::string left;
        std::vector<Release> releases = folder.releases();
        std::sort(releases.begin(), releases.end(),
                  [](const Release& a, const Release& b) { return a.id < b.id; });
        for (const Release& release : releases)
            left += (left.empty() ? "" : " ") + release.id;
        CHECK(left == each.left);
        CHECK(files_of(folder) == each.files);
        Report report;
        CHECK_NOTHROW(check_index(folder.options, report));
    }
}

TEST_CASE("a release that was deleted stays away until its file changes") {
    IndexedFolder folder;
    fill(folder);
    remove(folder, {"r1"});
    CHECK(folder.run() == "0/0/3/0/0");
    // An id that is gone is not there twice.
    CHECK(remove(folder, {"r1"}) == "0/1");
    folder.write("a.jsonl", record("r1", "one") + record("r2", "new") + record("घोषणा 3", "three"));
    CHECK(folder.run() == "1/1/2/0/0");
    CHECK(files_of(folder) == "a.jsonl=3 b.txt=1");
}

TEST_CASE("a release whose file is gone is counted once, whoever deletes it") {
    IndexedFolder folder;
    fill(folder);
    folder.options.max_delete_percent = 100;
    remove(folder, {"r1", "b.txt"});
    std::filesystem::remove(folder.input("a.jsonl"));
    std::filesystem::remove(folder.input("b.txt"));
    folder.write("c.txt", "Text.");
    CHECK(folder.run() == "1/0/0/2/0");
    CHECK(folder.ids() == "c.txt");
}

TEST_CASE("only from an index that nobody writes can releases be deleted") {
    IndexedFolder folder;
    CHECK(error_of(folder) == ErrorCode::not_found);
    CHECK_FALSE(std::filesystem::exists(folder.options.index));
    fill(folder);
    const IndexLock lock(folder.options.index);
    CHECK(error_of(folder) == ErrorCode::locked);
    CHECK(folder.releases().size() == 4);
}

}  // namespace vigyapti
