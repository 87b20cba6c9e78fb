// Web archives in gzip files: cut off, damaged and hostile ones.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "indexer/readers/archive.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

const std::string ministry = "https://mea.example/";

std::string text_of(int number) {
    return fmt::format("Talks on trade, day {}\n\nThe two sides met in New Delhi.\n", number);
}

std::string record(const std::string& name, std::string_view text) {
    const std::string block =
        fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{}", text);
    return fmt::format(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {}{}\r\n"
        "Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        ministry, name, block.size(), block);
}

std::string record(int number) {
    return record(std::to_string(number), text_of(number));
}

// Bytes that deflate cannot make smaller, so that it stores them as they are.
std::string noise(std::size_t size, std::uint32_t seed = 1) {
    std::string bytes;
    for (std::uint32_t state = seed; bytes.size() < size; state = state * 1664525 + 1013904223)
        bytes += static_cast<char>(state >> 24U);
    return bytes;
}

CollectedReleases read(std::string_view bytes, const ArchiveLimits& limits = {},
                       const std::string& name = "n.warc.gz") {
    const PaddedBytes padded{std::string(bytes)};
    CollectedReleases collected(name);
    read_archive({padded.text(), name}, collected, limits);
    return collected;
}

// The last part of the ids: "1 3".
std::string numbers(const CollectedReleases& found) {
    std::string out;
    for (const Release& release : found.releases)
        out += (out.empty() ? "" : " ") + release.id.substr(release.id.rfind('/') + 1);
    return out;
}

}  // namespace

TEST_CASE("records are read one by one, whatever the archive unpacks to") {
    ArchiveLimits limits;
    limits.file = 2'000;
    std::string members;
    std::string whole;
    for (int i = 1; i <= 100; ++i) {
        members += compressed(record(i));
        whole += record(i);
    }
    REQUIRE(whole.size() > limits.file);
    const std::string zip = archive_of("zip", {{"n.warc", whole}});
    const std::string tar = archive_of("pax", {{"n.warc", whole}}, "gzip");
    for (const auto& [bytes, name] : {std::pair<std::string, std::string>{members, "n.warc.gz"},
                                      {compressed(whole), "n.warc.gz"},
                                      {compressed(whole, "xz"), "n.warc.xz"},
                                      {compressed(whole, "zstd"), "n.warc.zst"},
                                      {zip, "n.zip"},
                                      {tar, "n.tgz"}}) {
        CAPTURE(name);
        const auto found = read(bytes, limits, name);
        CHECK(found.problems.empty());
        CHECK(found.releases.size() == 100);
    }
}

TEST_CASE("a record may go on in the next member") {
    const std::string whole = record(1) + record(2) + record(3);
    std::string packed;
    for (std::size_t i = 0; i < whole.size(); i += 7)
        packed += compressed(whole.substr(i, 7)) + compressed("");
    const auto found = read(packed);
    CHECK(found.problems.empty());
    CHECK(numbers(found) == "1 2 3");
}

TEST_CASE("a record beyond the limit is a problem of its own") {
    ArchiveLimits limits;
    limits.file = 1'000;
    const std::string large = record("large", noise(5'000'000));
    const std::string first = compressed(record(1));
    const auto members = read(first + compressed(large) + compressed(record(2)), limits);
    CHECK(numbers(members) == "1 2");
    CHECK(members.problems == Strings{fmt::format("0: the record at byte {}: larger than 0 MB, so "
                                                  "not read",
                                                  first.size())});
    const auto one = read(compressed(record(1) + large + record(2)), limits);
    CHECK(numbers(one) == "1 2");
    CHECK(one.problems ==
          Strings{fmt::format("0: the record at byte {} of the gzip member at byte 0: larger than "
                              "0 MB, so not read",
                              record(1).size())});
    // One that only says that it is does not hide the next member.
    std::string liar = record(2);
    liar.replace(liar.find("Content-Length: "), 16, "Content-Length: 99999999");
    const auto lied = read(first + compressed(liar) + compressed(record(3)), limits);
    CHECK(numbers(lied) == "1 3");
    REQUIRE(lied.problems.size() == 1);
    CHECK(lied.problems[0].ends_with("it is cut off, or its Content-Length is too great"));
}

TEST_CASE("of an archive that is cut off all whole records are read") {
    const std::string first = compressed(record(1));
    const std::string second = compressed(record(2));
    const std::string members = first + second;
    constexpr std::size_t trailer = 8;
    struct Case {
        std::size_t size;
        std::string numbers;
        std::string place;
    };
    for (const Case& each : {
             Case{members.size() - 1, "1 2", "0: "},
             Case{members.size() - trailer, "1 2", "0: "},
             Case{members.size() - trailer - 20, "1",
                  fmt::format("0: the record at byte {}: ", first.size())},
             Case{first.size() + 15, "1", "0: "},
             Case{first.size() + 1, "1", "0: "},
         }) {
        CAPTURE(each.size);
        const auto found = read(members.substr(0, each.size));
        CHECK(numbers(found) == each.numbers);
        CHECK(found.problems ==
              Strings{fmt::format("{}cut off at byte {}", each.place, each.size)});
    }
    // In a single member: deflate hands out what it has.
    std::string whole;
    for (int i = 1; i <= 50; ++i) {
        std::string words = noise(500, static_cast<std::uint32_t>(i));
        for (char& letter : words)
            letter = static_cast<char>('a' + static_cast<unsigned char>(letter) % 26);
        whole += record(std::to_string(i), text_of(i) + words);
    }
    const std::string one = compressed(whole);
    const auto found = read(one.substr(0, one.size() - 300));
    CHECK(found.releases.size() == 49);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].ends_with(fmt::format("cut off at byte {}", one.size() - 300)));
}

TEST_CASE("of a file of lines that is cut off all whole lines are read") {
    std::string lines;
    for (int i = 1; i <= 1000; ++i)
        lines += fmt::format("{{\"title\":\"{} {}\"}}\n", i, i * 7919 % 1009);
    const std::string packed = compressed(lines);
    const auto found = read(packed.substr(0, packed.size() - 100), {}, "l.jsonl.gz");
    CHECK(found.releases.size() > 950);
    CHECK(found.problems == Strings{fmt::format("0: cut off at byte {}", packed.size() - 100)});
}

TEST_CASE("behind a damaged member reading goes on at the next") {
    const std::string first = compressed(record(1));
    const std::string second = compressed(record("2", text_of(2) + noise(1000)));
    const std::string third = compressed(record(3));
    const auto at = fmt::format("0: the record at byte {}: damaged at byte ", first.size());
    struct Case {
        std::size_t place;  // in the second member
        std::string problem;
    };
    for (const Case& each : {
             Case{0, "0: damaged at byte "},  // its mark
             Case{second.size() / 2, at},     // its content
             Case{second.size() - 8, at},     // its checksum
             Case{second.size() - 1, at},     // its length
         }) {
        CAPTURE(each.place);
        std::string damaged = second;
        damaged[each.place] = static_cast<char>(~damaged[each.place]);
        const auto found = read(first + damaged + third);
        CHECK(numbers(found) == "1 3");
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems[0].starts_with(each.problem));
    }
    // Also at the front and at the end, and where bytes are lost.
    CHECK(numbers(read("x" + first.substr(1) + third)) == "3");
    CHECK(numbers(read(first + third.substr(0, third.size() - 9) + "x")) == "1");
    CHECK(numbers(read(first + second.substr(500) + third)) == "1 3");
    CHECK(numbers(read(first + second.substr(0, 500) + third)) == "1 3");
    CHECK(numbers(read(first + second.substr(0, 12) + third)) == "1 3");
}

TEST_CASE("a wrong byte costs its record, once") {
    const std::string first = compressed(record(1));
    const std::string second = compressed(record(2));
    const std::string third = compressed(record(3));
    std::size_t harmless = 0;
    for (std::size_t place = 0; place < second.size(); ++place) {
        CAPTURE(place);
        std::string damaged = second;
        damaged[place] = static_cast<char>(~damaged[place]);
        const auto found = read(first + damaged + third);
        const bool is_harmless = found.problems.empty();
        harmless += is_harmless ? 1 : 0;
        CHECK(numbers(found) == (is_harmless ? "1 2 3" : "1 3"));
        CHECK(found.problems.size() <= 1);
    }
    // gzip's header has a time, a level and a system, which mean nothing here.
    CHECK(harmless == 6);
}

TEST_CASE("zeros behind the last member are nothing") {
    const auto found = read(compressed(record(1)) + std::string(5'000, '\0'));
    CHECK(found.problems.empty());
    CHECK(found.releases.size() == 1);
}

TEST_CASE("what looks like a member within a record is none") {
    const std::string inner = compressed("a page, and no record");
    const std::string packed = compressed(record("1", text_of(1))) +
                               compressed(record("2.gz", inner + noise(500) + inner));
    std::string damaged = packed;
    damaged[damaged.size() - 8] ^= 1;
    const auto found = read(damaged + compressed(record(3)));
    CHECK(numbers(found) == "1 3");
    CHECK(found.problems.size() == 1);
}

TEST_CASE("a gzip bomb in one member ends the reading") {
    const std::string bomb = compressed(record("bomb", std::string(30'000'000, '\0')));
    const auto found = read(compressed(record(1)) + bomb + compressed(record(2)));
    CHECK(numbers(found) == "1");
    CHECK(found.problems ==
          Strings{"0: unpacks to more than 200 times its size, so the rest is not read"});
}

TEST_CASE("a million empty members are passed over") {
    const std::string empty = compressed("");
    std::string packed = compressed(record(1));
    for (int i = 0; i < 1'000'000; ++i)
        packed += empty;
    const auto found = read(packed + compressed(record(2)));
    CHECK(numbers(found) == "1 2");
    CHECK(found.problems.empty());
}

TEST_CASE("header lines without an end cost no more than they weigh") {
    std::string members;
    const std::string line = compressed("X-Field: x\r\n");
    for (int i = 0; i < 20'000; ++i)
        members += line;
    const auto found = read(compressed("WARC/1.1\r\n") + members + compressed(record(1)));
    CHECK(numbers(found) == "1");
    CHECK(found.problems == Strings{"0: the record at byte 0: its header has no end"});
    const std::string lengthy(1'000'000, 'x');
    CHECK(numbers(read(compressed("WARC/1.1\r\n" + lengthy + "\r\n\r\n" + record(1)))) == "1");
}

TEST_CASE("a file full of marks of members is given up") {
    std::string packed = compressed(record(1));
    for (int i = 0; i < 100'000; ++i)
        packed += std::string("\x1F\x8B\x08\0\xFF", 5);
    const auto found = read(packed + compressed(record(2)));
    CHECK(numbers(found) == "1");
    REQUIRE(found.problems.size() == 2);
    CHECK(found.problems[1] == "0: too much of it is damaged, so the rest is not read");
}

TEST_CASE("ARC files are read from their members") {
    const std::string response = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + text_of(1);
    const std::string head =
        "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 15\n1 0 A\nURL and\n\n";
    const auto line = [&response](int number) {
        return fmt::format("{}{} 10.0.0.1 20140216050221 text/plain {}\n{}\n", ministry, number,
                           response.size(), response);
    };
    std::string second = compressed(line(2));
    const std::string sound = compressed(head) + compressed(line(1)) + second;
    CHECK(numbers(read(sound + compressed(line(3)), {}, "n.arc.gz")) == "1 2 3");
    second[second.size() - 8] ^= 1;
    const auto found =
        read(compressed(head) + compressed(line(1)) + second + compressed(line(3)), {}, "n.arc.gz");
    CHECK(numbers(found) == "1 3");
    CHECK(found.problems.size() == 1);
    ArchiveLimits limits;
    limits.file = response.size() - 1;
    CHECK(read(sound, limits, "n.arc.gz").problems.size() == 2);
}

}  // namespace vigyapti
