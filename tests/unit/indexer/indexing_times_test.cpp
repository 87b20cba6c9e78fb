#include "indexer/indexing_times.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <set>

#include "common/index/schema.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;
using test::records;

double now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since_1970).count();
}

std::map<std::string, double> times(const IndexedFolder& folder) {
    std::map<std::string, double> out;
    for (const auto& path : local_shards(folder.options.index)) {
        const Xapian::Database shard(path.string());
        for (auto at = shard.postlist_begin(""); at != shard.postlist_end(""); ++at) {
            const Xapian::Document document = shard.get_document(*at);
            out[decode_release(document.get_data()).id] =
                Xapian::sortable_unserialise(document.get_value(field(FieldId::indexed_at).slot));
        }
    }
    return out;
}

// Gives all releases of the index another time.
void set_times(const IndexedFolder& folder, double time) {
    for (const auto& path : local_shards(folder.options.index)) {
        Xapian::WritableDatabase shard(path.string(), Xapian::DB_OPEN);
        for (auto at = shard.postlist_begin(""); at != shard.postlist_end(""); ++at) {
            Xapian::Document document = shard.get_document(*at);
            document.add_value(field(FieldId::indexed_at).slot, Xapian::sortable_serialise(time));
            shard.replace_document(*at, document);
        }
        shard.commit();
    }
}

}  // namespace

TEST_CASE("all releases of a run have one time") {
    IndexedFolder folder;
    folder.options.threads = 2;
    const double before = now();
    folder.write("a.jsonl", records("a", 30));
    folder.write("b.jsonl", records("b", 30));
    folder.run();
    std::set<double> seen;
    for (const auto& [id, time] : times(folder))
        seen.insert(time);
    REQUIRE(seen.size() == 1);
    CHECK(*seen.begin() >= before);
    CHECK(*seen.begin() <= now());
}

TEST_CASE("a later run has a later time, also when the clock was put back") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first"));
    folder.run();
    const double ahead = now() + 1000;
    set_times(folder, ahead);
    folder.write("b.jsonl", record("b", "second"));
    folder.run();
    CHECK(times(folder).at("a") == ahead);
    CHECK(times(folder).at("b") > ahead);
    CHECK(times(folder).at("b") < ahead + 1);
}

TEST_CASE("what has changed gets the time of the run that changed it, what has not keeps its own") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first") + record("b", "second"));
    folder.run();
    set_times(folder, 1000);
    folder.write("a.jsonl", record("a", "first") + record("b", "changed"));
    folder.run();
    CHECK(times(folder).at("a") == 1000);
    CHECK(times(folder).at("b") > 1000);
}

TEST_CASE("what only moves to another file is not new") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first") + record("b", "second"));
    folder.run();
    set_times(folder, 1000);
    folder.write("a.jsonl", record("b", "second"));
    folder.write("c.jsonl", record("a", "first"));
    folder.run();
    CHECK(times(folder).at("a") == 1000);
    CHECK(times(folder).at("b") == 1000);
}

TEST_CASE("a shard that is damaged hides the times of no other") {
    IndexedFolder folder;
    folder.options.shards = 2;
    folder.options.threads = 2;
    folder.write("a.jsonl", record("a", "first"));
    folder.run();
    const double ahead = now() + 1000;
    set_times(folder, ahead);
    folder.write("b.jsonl", record("b", "second"));
    folder.run();
    const auto shards = local_shards(folder.options.index);
    REQUIRE(shards.size() >= 2);
    std::filesystem::resize_file(shards.front() / "postlist.glass", 10);
    CHECK(IndexingTimes(folder.options.index, false).of_run() > ahead);
}

TEST_CASE("a rebuild makes nothing new but what is") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first") + record("b", "second"));
    folder.run();
    set_times(folder, 1000);
    folder.write("a.jsonl", record("a", "first") + record("b", "changed") + record("c", "new"));
    folder.options.rebuild = true;
    folder.run();
    CHECK(times(folder).at("a") == 1000);
    CHECK(times(folder).at("b") > 1000);
    CHECK(times(folder).at("c") == times(folder).at("b"));
}

TEST_CASE("a rebuild of an index in another format keeps the times of all ids") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first"));
    folder.run();
    set_times(folder, 1000);
    for (const auto& path : local_shards(folder.options.index)) {
        Xapian::WritableDatabase shard(path.string(), Xapian::DB_OPEN);
        shard.set_metadata(std::string(format_key), "1");
        Xapian::Document document = shard.get_document(1);
        document.add_value(field(FieldId::content_hash).slot, "of another format");
        shard.replace_document(1, document);
        shard.commit();
    }
    folder.options.rebuild = true;
    folder.run();
    CHECK(times(folder).at("a") == 1000);
}

TEST_CASE("an index that cannot be read has no times to keep") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("a", "first"));
    folder.run();
    const auto shard = local_shards(folder.options.index).front();
    std::filesystem::resize_file(shard / "postlist.glass", 10);
    const IndexingTimes damaged(folder.options.index, true);
    CHECK(damaged.of_run() <= now());
    CHECK(ReplacedTimes(damaged).of("Qa", "hash") == damaged.of_run());
    const IndexingTimes none(folder.options.index / "none", true);
    CHECK(ReplacedTimes(none).of("Qa", "hash") == none.of_run());
}

}  // namespace vigyapti
