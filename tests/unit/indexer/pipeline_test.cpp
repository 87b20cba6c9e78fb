#include "indexer/pipeline.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/lock.hpp"
#include "tests/support/children.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;

}  // namespace

TEST_CASE("files of every format become releases, in the order of the input") {
    IndexedFolder folder;
    folder.write("b.txt", "Title: शीर्षक\nDate: १७ अक्टूबर २०२३\n\nपाठ।\n");
    folder.write("a.jsonl", record("r1", "एक") + record("r2", "दो"));
    folder.write("c/d.txt", "First line\nThe text.\n");
    CHECK(folder.run() == "4/0/0/0/0");
    const auto releases = folder.releases();
    REQUIRE(releases.size() == 4);
    CHECK(folder.ids() == "r1 r2 b.txt c/d.txt");
    CHECK(releases[2].title == "शीर्षक");
    CHECK(releases[2].date == "2023-10-17");
    CHECK(releases[2].lang == "hi");
    CHECK(releases[3].title == "First line");
    CHECK(releases[3].lang == "en");
}

TEST_CASE("nothing to index is no error") {
    IndexedFolder folder;
    folder.options.threads = 4;
    folder.write("empty.jsonl", "");
    folder.write("empty.rss", "<rss/>");
    CHECK(folder.run() == "0/0/0/0/0");
    CHECK(folder.releases().empty());
    REQUIRE(folder.files().size() == 2);
    CHECK(folder.files()[1].failures.empty());
    CHECK(folder.run() == "0/0/0/0/0");
}

TEST_CASE("the releases of a feed leave with its items, not with half of a feed") {
    IndexedFolder folder;
    folder.options.max_delete_percent = 100;
    const std::string channel = "<rss><channel><title>Press</title>";
    const std::string item = "<item><guid>urn:1</guid><title>Talks</title></item>";
    folder.write("a.rss", channel + item + "</channel></rss>");
    CHECK(folder.run() == "1/0/0/0/0");
    folder.write("a.rss", channel);
    CHECK(folder.run() == "0/0/0/0/1");
    CHECK(folder.ids() == "urn:1");
    folder.write("a.rss", channel + "</channel></rss>");
    CHECK(folder.run() == "0/0/0/1/0");
}

TEST_CASE("the time of a file dates a release that is all of it, whatever the format could hold") {
    IndexedFolder folder;
    const std::string mail = "Subject: Talks\n\nThe two sides met.\n";
    folder.write("a.txt", "Talks\n\nThe two sides met.\n");
    folder.write("b.xml", "<release><title>Talks</title><p>The two sides met.</p></release>");
    folder.write("c.xml",
                 "<nitf><body><body.content><p>They met.</p></body.content></body></nitf>");
    folder.write("d.eml", mail);
    folder.write("e.json", R"({"title":"Talks","text":"The two sides met."})");
    folder.write("f.rss", "<rss><channel><item><title>Talks</title></item></channel></rss>");
    folder.write("g.mbox", "From press@example.org Tue Oct 17 10:00:00 2023\n" + mail);
    folder.write("h.json", R"([{"title":"Talks","text":"The two sides met."}])");
    CHECK(folder.run() == "8/0/0/0/0");
    std::string dated;
    for (const Release& release : folder.releases()) {
        if (release.date_origin == DateOrigin::file) dated += release.id.substr(0, 1);
    }
    CHECK(dated == "abcde");
}

TEST_CASE("a second run leaves what is the same and replaces what has changed") {
    IndexedFolder folder;
    folder.options.max_delete_percent = 100;
    folder.write("a.jsonl", record("r1", "एक") + record("r2", "दो") + record("r3", "तीन"));
    CHECK(folder.run() == "3/0/0/0/0");
    CHECK(folder.run() == "0/0/3/0/0");
    folder.write("a.jsonl", record("r1", "एक") + record("r2", "नया") + record("r4", "चार"));
    folder.options.threads = 3;
    CHECK(folder.run() == "1/1/1/1/0");
    CHECK(folder.texts() == "r1=एक r2=नया r4=चार");
}

TEST_CASE("what cannot be read is counted and the rest is indexed") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("r1", "एक") + "{broken\n\n" + record("r2", "दो") + "[]\n");
    folder.write("b.txt", std::string("bi\0nary", 7));
    folder.write("c.txt", "");
    folder.write("d.txt", "\x01\x02");
    folder.write("e.txt", "Readable text.");
    CHECK(folder.run() == "3/0/0/0/5");
    CHECK(folder.ids() == "r1 r2 e.txt");
}

TEST_CASE("a file that vanishes between the scan and the run is a failure of its own") {
    IndexedFolder folder;
    folder.options.threads = 2;
    const auto gone = folder.write("a.txt", "Text.");
    folder.write("b.txt", "Text.");
    const ScanResult scanned =
        scan(folder.options.paths, "auto", [](const std::string&, const std::string&) {});
    KnownReleases nothing({});
    const SourceReader reader(scanned, {});
    const Plan plan =
        make_plan(folder.options, scanned, State::load("/nonexistent"), nothing, reader);
    std::vector<SourceFile> files;
    for (const PlannedFile& file : plan.files)
        files.push_back(file.file);
    std::filesystem::remove(gone);

    const test::TemporaryFolder scratch;
    Report report;
    const IndexingTimes times(folder.options.index, false);
    Pipeline pipeline(folder.options, scanned, plan, files, times, scratch.path(), reader, report);
    const Pipeline::Round round = pipeline.run({});
    CHECK(round.last);
    CHECK(round.pieces.size() == 1);
    CHECK(report.indexed.load() == 1);
    CHECK(report.failed.load() == 1);
    CHECK(report.files.load() == 2);
    REQUIRE(pipeline.outcomes()[0].failures.size() == 1);
    CHECK(pipeline.outcomes()[0].failures[0].reason == "No such file or directory");
    CHECK(pipeline.outcomes()[0].content_hash == 0);
    CHECK(pipeline.has_read(id_term("b.txt")));
    CHECK_FALSE(pipeline.has_read(id_term("a.txt")));
}

TEST_CASE("where no process can be started to read in, the run ends and no file is to blame") {
    IndexedFolder folder;
    folder.write("a.md", "Text.");
    const ScanResult scanned =
        scan(folder.options.paths, "auto", [](const std::string&, const std::string&) {});
    KnownReleases nothing({});
    const SourceReader reader(scanned, {});
    test::end_children();
    const Plan plan =
        make_plan(folder.options, scanned, State::load("/nonexistent"), nothing, reader);
    std::vector<SourceFile> files;
    for (const PlannedFile& file : plan.files)
        files.push_back(file.file);
    const test::TemporaryFolder scratch;
    Report report;
    const IndexingTimes times(folder.options.index, false);
    Pipeline pipeline(folder.options, scanned, plan, files, times, scratch.path(), reader, report);
    CHECK_THROWS_AS(pipeline.run({}), Error);
    CHECK(report.failed.load() == 0);
}

TEST_CASE("releases beyond the size limit are refused") {
    IndexedFolder folder;
    folder.options.threads = 2;
    folder.options.max_release_size = 1'000'000;
    const std::string big(1'100'000, 'x');
    folder.write("a.jsonl", record("r1", "एक") + record("r2", big) + record("r3", "तीन"));
    folder.write("b.txt", big);
    folder.write("c.txt", "small");
    CHECK(folder.run() == "3/0/0/0/2");
    CHECK(folder.ids() == "r1 r3 c.txt");
}

TEST_CASE("of records with one id the last in the input wins, whatever the number of threads") {
    for (const std::size_t threads : {1U, 4U}) {
        CAPTURE(threads);
        IndexedFolder folder;
        folder.options.threads = threads;
        folder.options.memory = 10'000'000;  // small tasks
        std::string lines;
        for (int i = 0; i < 300; ++i)
            lines += record(fmt::format("r{}", i % 50),
                            fmt::format("version {} {}", i, std::string(9000, 'x')));
        folder.write("a.jsonl", lines);
        CHECK(folder.run() == "50/0/0/0/0");
        const auto releases = folder.releases();
        REQUIRE(releases.size() == 50);
        for (const Release& release : releases) {
            const int number = std::stoi(release.id.substr(1));
            const std::string version = std::to_string(250 + number);
            CHECK(release.blocks.front().text.starts_with("version " + version + " "));
        }
    }
}

TEST_CASE("the index is the same whatever the number of threads") {
    std::string expected;
    for (const std::size_t threads : {1U, 2U, 7U}) {
        CAPTURE(threads);
        IndexedFolder folder;
        folder.options.threads = threads;
        folder.options.memory = 10'000'000;
        std::string lines;
        for (int i = 0; i < 5000; ++i)
            lines += record(fmt::format("r{}", i),
                            fmt::format("text {} {}", i * 7919 % 1000, std::string(600, 'y')));
        folder.write("m.jsonl", lines);
        for (int i = 0; i < 40; ++i)
            folder.write(fmt::format("t{}.txt", i), fmt::format("Text {}", i));
        CHECK(folder.run() == "5040/0/0/0/0");
        if (expected.empty()) expected = folder.ids();
        CHECK(folder.ids() == expected);
    }
}

TEST_CASE("records without an id are named by file and line across chunks") {
    IndexedFolder folder;
    folder.options.threads = 4;
    folder.options.memory = 10'000'000;
    std::string lines;
    constexpr int count = 6000;
    for (int i = 1; i <= count; ++i) {
        lines += i % 3 == 0 ? "\r\n" : "{\"text\":\"" + std::string(600, 'x') + "\"}\r\n";
    }
    folder.write("big.jsonl", lines);
    CHECK(folder.run() == "4000/0/0/0/0");
    std::set<std::string> found;
    for (const Release& release : folder.releases())
        found.insert(release.id);
    std::set<std::string> expected;
    for (int i = 1; i <= count; ++i) {
        if (i % 3 != 0) expected.insert("big.jsonl:" + std::to_string(i));
    }
    CHECK(found == expected);
}

TEST_CASE("the releases of a first build are divided among the shards that were asked for") {
    IndexedFolder folder;
    folder.options.shards = 3;
    folder.options.threads = 2;
    std::string lines;
    // More than makes one shard only.
    for (int i = 0; i < 3400; ++i)
        lines += record(fmt::format("r{}", i), std::string(10'000, 'x'));
    folder.write("a.jsonl", lines);
    CHECK(folder.run() == "3400/0/0/0/0");
    const auto shards = local_shards(folder.options.index);
    REQUIRE(shards.size() == 3);
    for (const auto& shard : shards)
        CHECK(Xapian::Database(shard.string()).get_doccount() > 500);
    CHECK(folder.releases().size() == 3400);
}

TEST_CASE("a locked index stops the run before any work") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("r1", "एक") + record("r2", "दो"));
    {
        const IndexLock other(folder.options.index);
        Report report;
        try {
            update_index(folder.options, report);
            FAIL("it ran");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::locked);
        }
        CHECK(report.indexed.load() == 0);
    }
    CHECK_FALSE(index_exists(folder.options.index));
    CHECK(folder.run() == "2/0/0/0/0");
}

}  // namespace vigyapti
