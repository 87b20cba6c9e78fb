// What hostile archives cost.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/archive.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

const std::string talks = "Talks on trade\n\nThe two sides met in New Delhi.\n";

CollectedReleases unpack(std::string_view bytes, const std::string& name,
                         const ArchiveLimits& limits = {}) {
    std::string padded(bytes);
    padded.append(reader_padding, '#');
    CollectedReleases collected(name);
    read_archive({std::string_view(padded).substr(0, bytes.size()), name}, collected, limits);
    return collected;
}

}  // namespace

TEST_CASE("what unpacks to hundreds of times its size is not read to its end") {
    const std::string zeros(16'000'000, '\0');
    const Strings expected{"0: unpacks to more than 200 times its size, so the rest is not read"};
    for (const char* inner : {"b.txt", "b.jsonl", "b.jpg"}) {
        CAPTURE(inner);
        const auto found = unpack(
            archive_of("zip", {{"a.txt", talks}, {inner, zeros}, {"c.txt", talks}}), "n.zip");
        CHECK(found.releases.size() == 1);
        CHECK(found.problems == expected);
    }
    CHECK(unpack(compressed(zeros), "n.txt.gz").problems == expected);
    CHECK(unpack(compressed(zeros, "xz"), "n.jsonl.xz").problems == expected);
    // A bomb in a bomb counts against the size of what was given.
    const std::string nested = archive_of("zip", {{"in.zip", archive_of("zip", {{"x", zeros}})}});
    CHECK(unpack(nested, "n.zip").problems == expected);
}

TEST_CASE("repetitive text is no bomb") {
    std::string page;
    for (int i = 0; i < 3000; ++i)
        page += "The two sides met in New Delhi.\n";
    const auto found = unpack(compressed(page), "n.txt.gz");
    CHECK(found.releases.size() == 1);
    CHECK(found.problems.empty());
}

TEST_CASE("the whole and the number of files are limited") {
    const std::string archive =
        archive_of("zip", {{"a.txt", talks}, {"b.txt", talks}, {"c.txt", talks}});
    ArchiveLimits files;
    files.files = 2;
    const auto counted = unpack(archive, "n.zip", files);
    CHECK(counted.releases.size() == 2);
    CHECK(counted.problems == Strings{"0: more than 2 files in it, so the rest is not read"});
    ArchiveLimits total;
    total.unpacked = 2 * talks.size() + 1;
    CHECK(unpack(archive, "n.zip", total).problems.empty());
    total.unpacked_ratio = 0;
    const auto weighed = unpack(archive, "n.zip", total);
    CHECK(weighed.releases.size() == 2);
    CHECK(weighed.problems == Strings{"0: unpacks to more than 0 MB, so the rest is not read"});
    // Also of files in archives within.
    const std::string outer = archive_of("zip", {{"in.zip", archive}, {"d.txt", talks}});
    files.files = 3;
    CHECK(unpack(outer, "n.zip", files).releases.size() == 2);
}

TEST_CASE("a file that is too large is passed over, one of lines is not") {
    ArchiveLimits limits;
    limits.file = 1000;
    limits.chunk = 100;
    std::string lines;
    for (int i = 0; i < 100; ++i)
        lines += "{\"title\":\"" + std::to_string(i) + "\"}\n";
    REQUIRE(lines.size() > limits.file);
    const std::string text(1001, 'x');
    const auto found = unpack(
        archive_of(
            "zip",
            {{"a.txt", text}, {"b.txt", text.substr(1)}, {"l.jsonl", lines}, {"c.txt", talks}}),
        "n.zip", limits);
    CHECK(found.releases.size() == 102);
    CHECK(found.problems == Strings{"0: a.txt: larger than 0 MB unpacked"});
    CHECK(found.releases[100].id == "n.zip/l.jsonl:100");
}

TEST_CASE("a line that is too long is passed over") {
    ArchiveLimits limits;
    limits.chunk = 16;
    limits.longest_line = 64;
    const auto line = [](std::size_t size) {
        return "{\"title\":\"" + std::string(size - 12, 'x') + "\"}";
    };
    struct Case {
        std::string text;
        Strings ids;
        std::size_t problem_line;  // 0: none
    };
    for (const Case& each : {
             Case{line(20) + '\n' + line(63) + '\n' + line(20), {"n:1", "n:2", "n:3"}, 0},
             Case{line(20) + '\n' + line(64) + '\n' + line(20), {"n:1", "n:3"}, 2},
             Case{line(300) + '\n' + line(20) + '\n', {"n:2"}, 1},
             Case{line(20) + '\n' + line(300), {"n:1"}, 2},
             Case{line(20) + '\n' + line(300) + '\n', {"n:1"}, 2},
             Case{line(300), {}, 1},
         }) {
        CAPTURE(each.text);
        const auto found = unpack(compressed(each.text), "n.jsonl.gz", limits);
        Strings ids;
        for (const Release& release : found.releases)
            ids.push_back("n" + release.id.substr(release.id.rfind(':')));
        CHECK(ids == each.ids);
        Strings problems;
        if (each.problem_line > 0) {
            problems.push_back(std::to_string(each.problem_line) + ": a line longer than 64 bytes");
        }
        CHECK(found.problems == problems);
    }
}

TEST_CASE("archives in archives are read to a depth") {
    std::string archive = archive_of("zip", {{"deep.txt", talks}});
    for (int depth = 2; depth <= 3; ++depth)
        archive = archive_of("zip", {{"in.zip", archive}, {"a.txt", talks}});
    CHECK(unpack(archive, "n.zip").releases.size() == 3);
    archive = archive_of("zip", {{"in.zip", archive}, {"a.txt", talks}});
    const auto found = unpack(archive, "n.zip");
    CHECK(found.releases.size() == 3);
    const Strings expected{
        "0: in.zip: in.zip: in.zip: an archive in archives, 3 deep, so not read"};
    CHECK(found.problems == expected);
}

}  // namespace vigyapti
