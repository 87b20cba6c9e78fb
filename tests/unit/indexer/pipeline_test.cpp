#include "indexer/pipeline.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// An input folder and an index beside it.
class Bench {
  public:
    explicit Bench(std::size_t shards = 1) { create_index(index(), shards); }

    std::filesystem::path index() const { return folder_.path() / "index"; }
    std::filesystem::path write(const std::string& name, std::string_view content) const {
        return folder_.write("in/" + name, content);
    }

    // "indexed/updated/unchanged/failed" of a run over the input folder.
    std::string run(std::size_t threads = 1, std::size_t max_release_size = 16'000'000) const {
        return run(scan_input(), threads, max_release_size);
    }

    std::string run(const std::vector<SourceFile>& files, std::size_t threads,
                    std::size_t max_release_size) const {
        IndexOptions options;
        options.threads = threads;
        options.max_release_size = max_release_size;
        Report report;
        run_pipeline(options, files, local_shards(index()), report);
        CHECK(report.files.load() == files.size());
        return std::to_string(report.indexed) + "/" + std::to_string(report.updated) + "/" +
               std::to_string(report.unchanged) + "/" + std::to_string(report.failed);
    }

    std::vector<SourceFile> scan_input() const {
        return scan({(folder_.path() / "in").string()}, "auto", [](const auto&, const auto&) {})
            .files;
    }

    // The releases of each shard in the order of their numbers.
    std::vector<Release> releases() const {
        std::vector<Release> out;
        for (const auto& shard : local_shards(index())) {
            const Xapian::Database database(shard.string());
            for (auto each = database.postlist_begin(""); each != database.postlist_end(""); ++each)
                out.push_back(decode_release(database.get_document(*each).get_data()));
        }
        return out;
    }

    std::string ids() const {
        std::string out;
        for (const Release& release : releases())
            out += (out.empty() ? "" : " ") + release.id;
        return out;
    }

  private:
    test::TemporaryFolder folder_;
};

std::string record(int number, std::string_view text) {
    return "{\"id\":\"r" + std::to_string(number) + "\",\"text\":\"" + std::string(text) + "\"}\n";
}

}  // namespace

TEST_CASE("files of every format become releases, in the order of the input") {
    const Bench bench;
    bench.write("b.txt", "Title: शीर्षक\nDate: १७ अक्टूबर २०२३\n\nपाठ।\n");
    bench.write("a.jsonl", record(1, "एक") + record(2, "दो"));
    bench.write("c/d.txt", "First line\nThe text.\n");
    CHECK(bench.run() == "4/0/0/0");
    const auto releases = bench.releases();
    REQUIRE(releases.size() == 4);
    CHECK(bench.ids() == "r1 r2 b.txt c/d.txt");
    CHECK(releases[2].title == "शीर्षक");
    CHECK(releases[2].date == "2023-10-17");
    CHECK(releases[2].lang == "hi");
    CHECK(releases[3].title == "First line");
    CHECK(releases[3].lang == "en");
}

TEST_CASE("nothing to index is no error") {
    const Bench bench;
    CHECK(bench.run({}, 4, 1'000'000) == "0/0/0/0");
    bench.write("empty.jsonl", "");
    CHECK(bench.run() == "0/0/0/0");
    CHECK(bench.releases().empty());
}

TEST_CASE("a second run leaves what is the same and replaces what has changed") {
    const Bench bench(2);
    bench.write("a.jsonl", record(1, "एक") + record(2, "दो") + record(3, "तीन"));
    CHECK(bench.run() == "3/0/0/0");
    CHECK(bench.run() == "0/0/3/0");
    bench.write("a.jsonl", record(1, "एक") + record(2, "नया") + record(4, "चार"));
    CHECK(bench.run(3) == "1/1/1/0");
    CHECK(bench.releases().size() == 4);
}

TEST_CASE("what cannot be read is counted and the rest is indexed") {
    const Bench bench;
    bench.write("a.jsonl", record(1, "एक") + "{broken\n\n" + record(2, "दो") + "[]\n");
    bench.write("b.txt", std::string("bi\0nary", 7));
    bench.write("c.txt", "");
    bench.write("d.txt", "caf\xE9");
    bench.write("e.txt", "Readable text.");
    CHECK(bench.run() == "3/0/0/5");
    CHECK(bench.ids() == "r1 r2 e.txt");
}

TEST_CASE("a file that vanishes between the scan and the run is a failure of its own") {
    const Bench bench;
    const auto gone = bench.write("a.txt", "Text.");
    bench.write("b.txt", "Text.");
    const auto files = bench.scan_input();
    std::filesystem::remove(gone);
    CHECK(bench.run(files, 2, 1'000'000) == "1/0/0/1");
    CHECK(bench.ids() == "b.txt");
}

TEST_CASE("releases beyond the size limit are refused") {
    const Bench bench;
    const std::string big(1'100'000, 'x');
    bench.write("a.jsonl", record(1, "एक") + record(2, big) + record(3, "तीन"));
    bench.write("b.txt", big);
    bench.write("c.txt", "small");
    CHECK(bench.run(2, 1'000'000) == "3/0/0/2");
    CHECK(bench.ids() == "r1 r3 c.txt");
}

TEST_CASE("of records with one id the last in the input wins, whatever the number of threads") {
    for (const std::size_t threads : {1U, 4U}) {
        CAPTURE(threads);
        const Bench bench(2);
        std::string lines;
        for (int i = 0; i < 300; ++i)
            lines += record(i % 50, "version " + std::to_string(i) + " " + std::string(9000, 'x'));
        bench.write("a.jsonl", lines);
        CHECK(bench.run(threads) == "50/250/0/0");
        const auto releases = bench.releases();
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
        const Bench bench(3);
        std::string lines;
        for (int i = 0; i < 5000; ++i)
            lines +=
                record(i, "text " + std::to_string(i * 7919 % 1000) + " " + std::string(600, 'y'));
        bench.write("m.jsonl", lines);
        for (int i = 0; i < 40; ++i)
            bench.write("t" + std::to_string(i) + ".txt", "Text " + std::to_string(i));
        CHECK(bench.run(threads) == "5040/0/0/0");
        if (expected.empty()) expected = bench.ids();
        CHECK(bench.ids() == expected);
    }
}

TEST_CASE("records without an id are named by file and line across chunks") {
    const Bench bench;
    std::string lines;
    constexpr int count = 6000;
    for (int i = 1; i <= count; ++i) {
        lines += i % 3 == 0 ? "\r\n" : "{\"text\":\"" + std::string(600, 'x') + "\"}\r\n";
    }
    bench.write("big.jsonl", lines);
    CHECK(bench.run(4) == "4000/0/0/0");
    std::set<std::string> found;
    for (const Release& release : bench.releases())
        found.insert(release.id);
    std::set<std::string> expected;
    for (int i = 1; i <= count; ++i) {
        if (i % 3 != 0) expected.insert("big.jsonl:" + std::to_string(i));
    }
    CHECK(found == expected);
}

TEST_CASE("a release lives in the shard that its id names") {
    const Bench bench(4);
    std::string lines;
    for (int i = 0; i < 200; ++i)
        lines += record(i, "text");
    bench.write("a.jsonl", lines);
    CHECK(bench.run(2) == "200/0/0/0");
    const auto shards = local_shards(bench.index());
    for (std::size_t shard = 0; shard < shards.size(); ++shard) {
        const Xapian::Database database(shards[shard].string());
        CHECK(database.get_doccount() > 20);
        for (auto each = database.postlist_begin(""); each != database.postlist_end(""); ++each) {
            const Release release = decode_release(database.get_document(*each).get_data());
            CHECK(shard_of(release.id, shards.size()) == shard);
        }
    }
}

TEST_CASE("a locked shard stops the run before any work and leaves the others free") {
    const Bench bench(2);
    bench.write("a.jsonl", record(1, "एक") + record(2, "दो"));
    {
        const Xapian::WritableDatabase other = open_shard(local_shards(bench.index()).back());
        IndexOptions options;
        options.threads = 2;
        options.max_release_size = 1'000'000;
        Report report;
        CHECK_THROWS_AS(
            run_pipeline(options, bench.scan_input(), local_shards(bench.index()), report),
            Xapian::DatabaseLockError);
        CHECK(report.indexed.load() == 0);
    }
    CHECK(bench.run(2) == "2/0/0/0");
}

}  // namespace vigyapti
