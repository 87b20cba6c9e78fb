#include "indexer/update.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "indexer/collect_forms.hpp"
#include "indexer/known_releases.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;
using test::records;

std::optional<ErrorCode> error_of(IndexedFolder& folder) {
    try {
        folder.run();
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

std::string failures_of(const IndexedFolder& folder) {
    std::string out;
    for (const FileRecord& record : folder.files()) {
        for (const Failure& failure : record.failures)
            out += record.name + ":" + std::to_string(failure.line) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("a run does what changed, and nothing when nothing did") {
    IndexedFolder folder;
    folder.options.max_delete_percent = 50;
    folder.write("a.jsonl", record("r1", "one") + record("r2", "two"));
    folder.write("b.txt", "Text.");
    CHECK(folder.run() == "3/0/0/0/0");
    CHECK(folder.run() == "0/0/3/0/0");
    folder.write("a.jsonl", record("r1", "one") + record("r2", "new") + record("r3", "three"));
    CHECK(folder.run() == "1/1/2/0/0");
    CHECK(folder.texts() == "b.txt=Text. r1=one r2=new r3=three");
    std::filesystem::rename(folder.input("a.jsonl"), folder.input("z.jsonl"));
    CHECK(folder.run() == "0/0/4/0/0");
    folder.write("z.jsonl", record("r1", "one") + record("r2", "new"));
    std::filesystem::remove(folder.input("b.txt"));
    CHECK(folder.run() == "0/0/2/2/0");
    CHECK(folder.texts() == "r1=one r2=new");
    REQUIRE(folder.files().size() == 1);
    CHECK(folder.files()[0].name == "z.jsonl");
    CHECK(folder.files()[0].releases == 2);
    CHECK(folder.run() == "0/0/2/0/0");
}

TEST_CASE("releases that move to another file stay, and belong to it") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 20));
    folder.run();
    std::filesystem::remove(folder.input("a.jsonl"));
    folder.write("b.jsonl", record("new", "x") + records("r", 20));
    CHECK(folder.run() == "1/0/20/0/0");
    REQUIRE(folder.files().size() == 1);
    CHECK(folder.files()[0].releases == 21);
    KnownReleases known(folder.generation().shards);
    CHECK(known.of_file(folder.files()[0].number).size() == 21);
}

TEST_CASE("a root gives its source to releases that name none") {
    IndexedFolder folder;
    folder.write("a.txt", "Text.");
    folder.write("b.txt", "Source: Press\n\nText.");
    folder.options.paths[0].source = "MEA";
    folder.run();
    CHECK(folder.releases()[0].source == "MEA");
    CHECK(folder.releases()[1].source == "Press");
    folder.options.paths[0].source = "PIB";
    CHECK(folder.run() == "0/1/1/0/0");
    CHECK(folder.releases()[0].source == "PIB");
}

TEST_CASE("a wrong path makes no index, and leaves one alone") {
    IndexedFolder folder;
    CHECK(error_of(folder) == ErrorCode::bad_input);
    std::filesystem::remove(folder.input());
    CHECK(error_of(folder) == ErrorCode::bad_input);
    CHECK_FALSE(std::filesystem::exists(folder.options.index));
    folder.write("a.jsonl", records("r", 20));
    folder.run();
    for (const int left : {0, 17}) {
        if (left == 0)
            std::filesystem::remove(folder.input("a.jsonl"));
        else
            folder.write("a.jsonl", records("r", left));
        CHECK(error_of(folder) == ErrorCode::bad_input);
        CHECK(folder.releases().size() == 20);
    }
    folder.write("a.jsonl", records("r", 18));
    CHECK(folder.run() == "0/0/18/2/0");
    std::filesystem::remove(folder.input("a.jsonl"));
    folder.options.allow_mass_delete = true;
    CHECK(folder.run() == "0/0/0/18/0");
    CHECK(folder.releases().empty());
}

TEST_CASE("what cannot be read is remembered, kept as it was, and tried again") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("r1", "one") + record("r2", "two"));
    CHECK(folder.run() == "2/0/0/0/0");
    folder.write("a.jsonl", record("r1", "new") + "{broken\n");
    CHECK(folder.run() == "0/1/0/0/1");
    CHECK(folder.texts() == "r1=new r2=two");
    CHECK(failures_of(folder) == "a.jsonl:2 ");
    CHECK(folder.files()[0].releases == 2);
    // Not each night anew.
    CHECK(folder.run() == "0/0/2/0/0");
    CHECK(failures_of(folder) == "a.jsonl:2 ");
    folder.options.retry_failed = true;
    CHECK(folder.run() == "0/0/1/0/1");
    CHECK(failures_of(folder) == "a.jsonl:2 ");
    folder.write("a.jsonl", record("r1", "new") + record("r2", "newer"));
    CHECK(folder.run() == "0/1/1/0/0");
    CHECK(failures_of(folder).empty());
    CHECK(folder.texts() == "r1=new r2=newer");
}

TEST_CASE("of an id in two files the last of the input counts, whatever comes first") {
    for (const std::size_t threads : {1U, 3U}) {
        CAPTURE(threads);
        IndexedFolder folder;
        folder.options.threads = threads;
        folder.options.max_delete_percent = 100;
        const auto texts_after_run = [&] {
            folder.run();
            return folder.texts();
        };
        folder.write("b.jsonl", record("r", "b"));
        CHECK(texts_after_run() == "r=b");
        // An earlier file does not take it, a later one does.
        folder.write("a.jsonl", record("r", "a"));
        CHECK(texts_after_run() == "r=b");
        folder.write("c.jsonl", record("r", "c"));
        CHECK(texts_after_run() == "r=c");
        folder.write("b.jsonl", record("r", "new b"));
        CHECK(texts_after_run() == "r=c");
        // When the last is gone, the one before it has it again.
        std::filesystem::remove(folder.input("c.jsonl"));
        CHECK(texts_after_run() == "r=new b");
        folder.write("b.jsonl", record("other", "b"));
        CHECK(texts_after_run() == "other=b r=a");
        folder.write("c.jsonl", record("r", "c"));
        folder.write("d.jsonl", record("r", "d"));
        CHECK(texts_after_run() == "other=b r=d");
        CHECK(folder.run() == "0/0/2/0/0");
    }
}

TEST_CASE("the state knows how many releases each file has, whoever takes them") {
    IndexedFolder folder;
    folder.options.max_delete_percent = 100;
    const auto counts = [&] {
        folder.run();
        KnownReleases known(folder.generation().shards);
        std::string out;
        for (const FileRecord& each : folder.files()) {
            CHECK(known.count_of_file(each.number) == each.releases);
            out += fmt::format("{}:{}{} ", each.name, each.releases, each.shadowed ? "+" : "");
        }
        return out;
    };
    folder.write("a.jsonl", records("r", 10));
    CHECK(counts() == "a.jsonl:10 ");
    folder.write("b.jsonl", records("r", 4));
    CHECK(counts() == "a.jsonl:6+ b.jsonl:4 ");
    folder.write("c.jsonl", records("r", 3) + record("c", "x"));
    CHECK(counts() == "a.jsonl:6+ b.jsonl:1+ c.jsonl:4 ");
    folder.write("c.jsonl", record("c", "x"));
    CHECK(counts() == "a.jsonl:6+ b.jsonl:4 c.jsonl:1 ");
    std::filesystem::remove(folder.input("b.jsonl"));
    CHECK(counts() == "a.jsonl:10 c.jsonl:1 ");
}

TEST_CASE("a vocabulary that was removed or damaged is made anew") {
    const auto damage = [](const std::filesystem::path& path, std::string_view how) {
        if (how == "removed") std::filesystem::remove(path);
        if (how == "empty") std::filesystem::resize_file(path, 0);
        if (how == "cut") std::filesystem::resize_file(path, std::filesystem::file_size(path) - 7);
        if (how == "garbage") std::ofstream(path) << "garbage";
        if (how != "changed") return;
        std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 2));
        stream.put('\xFE');
    };
    for (const std::string_view how : {"removed", "empty", "cut", "garbage", "changed"}) {
        CAPTURE(how);
        IndexedFolder folder;
        folder.write("a.jsonl", records("r", 30, "ऊर्जा सहयोग contracts"));
        folder.run();
        const auto path = folder.generation().folder / vocabulary_name;
        const Forms forms = Vocabulary::open(path)->all_forms();
        damage(path, how);
        // Even where there is nothing else to do.
        CHECK(folder.run() == "0/0/30/0/0");
        const auto mended = Vocabulary::open(path);
        REQUIRE(mended.has_value());
        CHECK(mended->is_sound());
        CHECK(mended->all_forms() == forms);
    }
}

TEST_CASE("a state that was removed costs reading, not releases") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 30));
    folder.run();
    std::filesystem::remove_all(folder.generation().folder / state_name);
    CHECK(folder.run() == "0/0/30/0/0");
    CHECK(folder.releases().size() == 30);
    CHECK(folder.files().size() == 1);
}

}  // namespace vigyapti
