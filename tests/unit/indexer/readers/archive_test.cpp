#include "indexer/readers/archive.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/support/archives.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

const std::string visit = "विदेश मंत्री की यात्रा\n\nमंत्री आज काठमांडू पहुँचे।\n";
const std::string talks = "Talks on trade\n\nThe two sides met in New Delhi.\n";

CollectedReleases unpack(std::string_view bytes, std::string name) {
    return collect(static_cast<ReadFunction>(read_archive), bytes, std::move(name));
}

Strings ids(const CollectedReleases& collected) {
    Strings out;
    for (const Release& release : collected.releases)
        out.push_back(release.id);
    return out;
}

std::string refusal(std::string_view bytes, std::string name) {
    return refusal_of(static_cast<ReadFunction>(read_archive), bytes, std::move(name));
}

}  // namespace

TEST_CASE("each file of an archive is read by the reader of its format") {
    const ArchivedFiles files{{"2023/यात्रा.txt", visit},
                              {"picture.jpg", "no text"},
                              {"./talks.TXT", talks},
                              {"list.jsonl", "{\"title\":\"a\"}\n\n{\"title\":\"b\"}"}};
    struct Case {
        const char* format;
        const char* filter;
        std::string name;
    };
    for (const Case& each : {Case{"zip", nullptr, "n.zip"}, Case{"pax", nullptr, "n.tar"},
                             Case{"gnutar", "gzip", "n.tar.gz"}, Case{"pax", "gzip", "n.tgz"},
                             Case{"ustar", "xz", "n.tar.xz"}, Case{"pax", "zstd", "n.tar.zst"},
                             Case{"pax", "bzip2", "n.tbz2"}, Case{"7zip", nullptr, "n.7z"}}) {
        CAPTURE(each.name);
        const auto found = unpack(archive_of(each.format, files, each.filter), each.name);
        CHECK(found.problems.empty());
        const Strings expected{each.name + "/2023/यात्रा.txt", each.name + "/./talks.TXT",
                               each.name + "/list.jsonl:1", each.name + "/list.jsonl:3"};
        CHECK(ids(found) == expected);
        REQUIRE(found.releases.size() == 4);
        CHECK(found.releases[0].title == "विदेश मंत्री की यात्रा");
        CHECK(found.releases[1].title == "Talks on trade");
        CHECK(found.releases[3].title == "b");
    }
}

TEST_CASE("a compressed file is read as if it was not compressed") {
    for (const auto& [filter, extension] :
         {std::pair{"gzip", ".gz"}, {"xz", ".xz"}, {"zstd", ".zst"}, {"bzip2", ".bz2"}}) {
        CAPTURE(filter);
        const auto text = unpack(compressed(visit, filter), std::string("f/visit.txt") + extension);
        CHECK(ids(text) == Strings{"f/visit.txt"});
        const auto lines = unpack(compressed("{\"title\":\"a\"}\nbad\n{\"title\":\"b\"}", filter),
                                  std::string("l.jsonl") + extension);
        CHECK(ids(lines) == Strings{"l.jsonl:1", "l.jsonl:3"});
        REQUIRE(lines.problems.size() == 1);
        CHECK(lines.problems[0].starts_with("2: not valid JSON"));
    }
}

TEST_CASE("a file that is not compressed in spite of its name is read") {
    CHECK(ids(unpack(visit, "visit.txt.gz")) == Strings{"visit.txt"});
}

TEST_CASE("the members of a gzip file are one file") {
    const std::string bytes = compressed("{\"title\":\"a\"}\n{\"ti") + compressed("tle\":\"b\"}\n");
    CHECK(ids(unpack(bytes, "l.jsonl.gz")) == Strings{"l.jsonl:1", "l.jsonl:2"});
}

TEST_CASE("an archive in an archive is read") {
    const std::string inner = archive_of("pax", {{"a.txt", talks}}, "gzip");
    const std::string outer =
        archive_of("zip", {{"in.tar.gz", inner}, {"x.txt.gz", compressed(visit)}});
    CHECK(ids(unpack(outer, "o.zip")) == Strings{"o.zip/in.tar.gz/a.txt", "o.zip/x.txt"});
}

TEST_CASE("hidden files, links, folders and devices are passed over") {
    ArchiveMaker maker("pax");
    maker.add_other("folder.txt", AE_IFDIR)
        .add("__MACOSX/._a.txt", talks)
        .add(".git/a.txt", talks)
        .add_other("link.txt", AE_IFLNK, "/etc/passwd")
        .add_other("hard.txt", AE_IFREG, "a.txt")
        .add_other("pipe.txt", AE_IFIFO)
        .add_other("disk.txt", AE_IFBLK)
        .add("a.txt", talks);
    const auto found = unpack(maker.finish(), "n.tar");
    CHECK(ids(found) == Strings{"n.tar/a.txt"});
    CHECK(found.problems.empty());
}

TEST_CASE("paths that lead out of the archive are only names") {
    const ArchivedFiles files{{"../../etc/passwd.txt", talks},
                              {"/etc/cron.d/a.txt", talks},
                              {"line\nbreak.txt", talks},
                              {"same.txt", talks},
                              {"same.txt", visit}};
    for (const char* format : {"zip", "pax"}) {
        const auto found = unpack(archive_of(format, files), "n.zip");
        CHECK(found.problems.empty());
        const Strings expected{"n.zip/../../etc/passwd.txt", "n.zip//etc/cron.d/a.txt",
                               "n.zip/line\nbreak.txt", "n.zip/same.txt", "n.zip/same.txt"};
        CHECK(ids(found) == expected);
    }
}

TEST_CASE("names that are no UTF-8 become so, long ones stay whole") {
    const std::string lengthy = std::string(10'000, 'a') + ".txt";
    const auto found =
        unpack(archive_of("gnutar", {{"caf\xE9.txt", talks}, {lengthy, talks}}), "n.tar");
    CHECK(ids(found) == Strings{"n.tar/caf%E9.txt", "n.tar/" + lengthy});
}

TEST_CASE("files that cannot be read are named and the others read") {
    const ArchivedFiles files{
        {"empty.txt", ""}, {"bad.jsonl", "{\"title\":1}\n"}, {"a.txt", talks}};
    const auto found = unpack(archive_of("zip", files), "n.zip");
    CHECK(ids(found) == Strings{"n.zip/a.txt"});
    const Strings expected{"0: empty.txt: no text in it",
                           "0: bad.jsonl:1: \"title\" is not a string"};
    CHECK(found.problems == expected);
}

TEST_CASE("encrypted files are named") {
    for (const char* method : {"zip:encryption=zipcrypt", "zip:encryption=aes256"}) {
        ArchiveMaker maker("zip", nullptr, method);
        const auto found = unpack(maker.add("a.txt", talks).add("b.jpg", "x").finish(), "n.zip");
        CHECK(found.releases.empty());
        CHECK(found.problems == Strings{"0: a.txt: encrypted, so not read"});
    }
}

TEST_CASE("an archive without documents of known formats is no failure") {
    struct Case {
        std::string bytes;
        std::string name;
        std::string reason;
    };
    const std::string pictures = archive_of("zip", {{"a.jpg", "x"}, {"b.png", "y"}});
    for (const Case& each : {
             Case{pictures, "n.zip", "no document of a known format among its 2 files"},
             Case{archive_of("zip", {{"p.zip", pictures}}), "n.zip",
                  "p.zip: no document of a known format among its 2 files"},
             Case{archive_of("zip", {{"f.rss", "<rss/>"}}), "n.zip", "f.rss: no items in the feed"},
             Case{archive_of("zip", {}), "n.zip", "no files in it"},
             Case{archive_of("pax", {}), "n.tar", "no files in it"},
             Case{compressed("x"), "n.jpg.gz", "no document of a known format is compressed in it"},
         }) {
        CAPTURE(each.reason);
        const auto found = unpack(each.bytes, each.name);
        CHECK(found.releases.empty());
        CHECK(found.problems.empty());
        CHECK(found.reasons == Strings{each.reason});
    }
    CHECK(unpack(archive_of("zip", {{"a.jpg", "x"}, {"a.txt", talks}}), "n.zip").reasons.empty());
}

TEST_CASE("what cannot be unpacked, or whose name does not say what it is, is refused") {
    CHECK(refusal(compressed("x"), "n.gz") == "what is compressed in it is of no known format");
    CHECK(refusal("", "n.txt.gz") == "no text in it");
    for (const std::string_view bytes : {"PK\x03\x04 nothing", "no archive at all"}) {
        CHECK(refusal(bytes, "n.zip").starts_with("cannot be unpacked: "));
        CHECK(refusal(bytes, "n.7z").starts_with("cannot be unpacked: "));
        CHECK(refusal(bytes, "n.tar.gz").starts_with("cannot be unpacked: "));
    }
}

TEST_CASE("of a damaged archive what stands before the damage is read") {
    std::string lines;
    for (int i = 0; i < 30'000; ++i)
        lines += "{\"title\":\"" + std::to_string(i * 7919) + "\"}\n";
    const std::string whole = archive_of("pax", {{"a.txt", visit}, {"l.jsonl", lines}}, "gzip");
    const auto found = unpack(whole.substr(0, whole.size() / 2), "n.tgz");
    CHECK(found.releases.size() > 1000);
    CHECK(found.releases.size() < 30'000);
    CHECK(found.releases[0].id == "n.tgz/a.txt");
    REQUIRE_FALSE(found.problems.empty());
    CHECK(found.problems[0].find("l.jsonl: ") != std::string::npos);
    // No half of a line is taken for a whole one.
    CHECK(found.problems[0].find("JSON") == std::string::npos);
}

TEST_CASE("of a tar in gzip that is cut off all whole files are read") {
    ArchivedFiles files;
    for (int i = 0; i < 50; ++i)
        files.emplace_back(std::to_string(i) + ".txt", "Day " + std::to_string(i * 7919 % 1009) +
                                                           " of the talks\n\nThey met.\n");
    const std::string whole = archive_of("ustar", files, "gzip");
    const std::size_t size = whole.size() - 60;
    const auto found = unpack(whole.substr(0, size), "n.tgz");
    CHECK(found.releases.size() > 40);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].ends_with("cut off at byte " + std::to_string(size)));
}

TEST_CASE("a collection in one compressed file is read in parts") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path, "speed/mixed.jsonl.gz");
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    class Counter : public DraftSink {
      public:
        void add(Draft, std::string name) override { last = std::move(name), ++releases; }
        void problem(std::uint64_t, const std::string&) override { ++problems; }
        void nothing(const std::string&) override { ++problems; }
        std::uint64_t releases = 0;
        std::uint64_t problems = 0;
        std::string last;
    } counter;
    read_archive({bytes, "mixed.jsonl.gz"}, counter);
    CHECK(counter.releases == 20'948);
    CHECK(counter.problems == 0);
    CHECK(counter.last == "mixed.jsonl:20948");
}

}  // namespace vigyapti
