// Runs that commit on the way and runs of several threads end where those of one do.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/known_releases.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;

struct Manner {
    std::size_t threads;
    std::uint64_t commit_bytes;
    std::size_t memory;
};

// Small tasks make many rounds: a commit after each, some and none.
const std::vector<Manner> manners{{1, 1'000'000'000, 256'000'000},
                                  {3, 1'000'000'000, 256'000'000},
                                  {1, 1, 1'000'000},
                                  {3, 1, 1'000'000},
                                  {2, 200'000, 1'000'000}};

// Files of 20 KB and one of 200 KB, some ids in two of them, one file broken.
void write_first(IndexedFolder& folder) {
    const std::string filling(900, 'x');
    for (int file = 0; file < 15; ++file) {
        std::string lines;
        for (int i = 0; i < 20; ++i)
            lines += record(fmt::format("r{}", file * 18 + i),
                            fmt::format("file {} line {} {}", file, i, filling));
        if (file == 7) lines += "{broken\n";
        folder.write(fmt::format("f{:02}.jsonl", file), lines);
    }
    folder.write("g.jsonl", test::records("g", 200, filling));
    folder.write("h.txt", "Text.");
}

// Changes, deletions, moves between files and a rename.
void write_second(IndexedFolder& folder) {
    const std::string filling(900, 'y');
    folder.write("f03.jsonl", test::records("r", 20, "third " + filling));
    folder.write("f05.jsonl", test::records("n", 30, "new " + filling));
    std::filesystem::remove(folder.input("f09.jsonl"));
    folder.write("f10.jsonl", record("g5", "taken by an earlier file"));
    folder.write("z.jsonl", test::records("g", 40, "taken by a later file " + filling));
    std::filesystem::rename(folder.input("f12.jsonl"), folder.input("k.jsonl"));
    std::filesystem::remove(folder.input("h.txt"));
}

// Of the counts of a run those that no order of work changes: an id that two files have is counted
// for each of them when the later one comes later.
std::string deleted_and_failed(const std::string& counts) {
    return counts.substr(counts.rfind('/', counts.rfind('/') - 1) + 1);
}

// What the state says, but for what differs from folder to folder.
std::vector<FileRecord> records_of(const IndexedFolder& folder) {
    std::vector<FileRecord> records = folder.files();
    for (FileRecord& each : records) {
        each.stamp.inode = 0;
        each.path.clear();
    }
    return records;
}

}  // namespace

TEST_CASE("the index does not tell in how many rounds or threads it was made") {
    struct Seen {
        std::string counts;
        std::string texts;
        std::vector<FileRecord> records;
    };
    const std::vector<std::function<void(IndexedFolder&)>> steps{
        write_first, write_second, [](IndexedFolder&) {}, write_first};
    std::vector<Seen> expected;
    for (const Manner& manner : manners) {
        CAPTURE(manner.threads);
        CAPTURE(manner.commit_bytes);
        IndexedFolder folder;
        folder.options.threads = manner.threads;
        folder.options.commit_bytes = manner.commit_bytes;
        folder.options.memory = manner.memory;
        folder.options.max_delete_percent = 100;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            CAPTURE(step);
            steps[step](folder);
            const Seen seen{deleted_and_failed(folder.run()), folder.texts(), records_of(folder)};
            if (step == expected.size()) expected.push_back(seen);
            CHECK(seen.counts == expected[step].counts);
            CHECK((seen.texts == expected[step].texts));
            CHECK((seen.records == expected[step].records));
        }
        // Whatever the way, each release is there once, and the state knows how many a file has.
        KnownReleases known(folder.generation().shards);
        std::uint64_t sum = 0;
        for (const FileRecord& each : folder.files()) {
            CAPTURE(each.name);
            CHECK(known.of_file(each.number).size() == each.releases);
            sum += each.releases;
        }
        CHECK(sum == folder.releases().size());
    }
    CHECK(expected[0].counts == "0/1");
    CHECK(expected[1].counts == "67/1");
}

TEST_CASE("a run that commits on the way makes more than one round") {
    IndexedFolder folder;
    folder.options.commit_bytes = 1;
    folder.options.memory = 1'000'000;
    write_first(folder);
    folder.run();
    // A shard a round, of which every four become one.
    const auto next = next_shard(folder.generation()).filename().string();
    CHECK(std::stoi(next.substr(5)) > 4);
    CHECK(local_shards(folder.options.index).size() < 4);
}

TEST_CASE("nights of additions leave few shards and all releases") {
    IndexedFolder folder;
    for (int night = 0; night < 20; ++night) {
        folder.write(fmt::format("{:02}.jsonl", night), record(fmt::format("r{}", night), "text"));
        folder.run();
        CHECK(local_shards(folder.options.index).size() < 4);
        CHECK(folder.releases().size() == static_cast<std::size_t>(night) + 1);
    }
}

}  // namespace vigyapti
