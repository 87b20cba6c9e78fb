#include "indexer/report.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/progress.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// What `work` writes to stderr, which is no terminal meanwhile.
std::string stderr_of(const std::function<void()>& work) {
    const test::TemporaryFolder folder;
    const auto file = folder.write("stderr", "");
    std::fflush(stderr);
    const int saved = ::dup(STDERR_FILENO);
    const int target = ::open(file.c_str(), O_WRONLY | O_TRUNC);
    ::dup2(target, STDERR_FILENO);
    ::close(target);
    work();
    std::fflush(stderr);
    ::dup2(saved, STDERR_FILENO);
    ::close(saved);
    return content_of(file);
}

}  // namespace

TEST_CASE("the summary is one line of names and numbers in a fixed order") {
    Report report;
    // How long the report has lived is the one thing that a test does not set.
    const auto summary = [&] {
        std::string line = report.summary();
        const auto begin = line.find("seconds=") + 8;
        const std::string seconds = line.substr(begin, line.find(' ', begin) - begin);
        CHECK(seconds.size() >= 4);
        CHECK(seconds.find_first_not_of("0123456789.") == seconds.npos);
        CHECK(seconds[seconds.size() - 3] == '.');
        return line.replace(begin, seconds.size(), "S");
    };
    CHECK(summary() ==
          "indexed=0 updated=0 unchanged=0 deleted=0 failed=0 bytes=0 seconds=S skipped=0");
    report.indexed = 1;
    report.updated = 2;
    report.unchanged = 3;
    report.deleted = 4;
    report.failed = 5;
    report.bytes = 12'345'678'901;
    report.skipped = 6;
    report.files = 99;
    CHECK(summary() ==
          "indexed=1 updated=2 unchanged=3 deleted=4 failed=5 bytes=12345678901 seconds=S "
          "skipped=6");
}

TEST_CASE("a failure is counted and printed with its place, a warning is printed only") {
    Report report;
    CHECK(stderr_of([&] { report.fail("a.jsonl", 12, "not valid JSON"); }) ==
          "vigyapti-index: warning: a.jsonl:12: not valid JSON\n");
    CHECK(report.failed.load() == 1);
    CHECK(stderr_of([&] { report.fail("a.txt", 0, "no text in it"); }) ==
          "vigyapti-index: warning: a.txt: no text in it\n");
    CHECK(report.failed.load() == 2);
    CHECK(stderr_of([&] { report.warn("a.txt", 3, "\"कल\" is no date"); }) ==
          "vigyapti-index: warning: a.txt:3: \"कल\" is no date\n");
    CHECK(report.failed.load() == 2);
}

TEST_CASE("a hostile file name cannot drive the terminal or forge a line") {
    Report report;
    CHECK(stderr_of([&] {
              report.fail("\x1b[2Ja\nb", 1,
                          "x\r\xC2\x9B"
                          "y\x7F");
          }) == "vigyapti-index: warning: ?[2Ja?b:1: x??y?\n");
}

TEST_CASE("a log holds failures, warnings and notes, a line each") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("log", "earlier\n");
    {
        Report report;
        report.open_log(path);
        CHECK(stderr_of([&] {
                  report.fail("a.jsonl", 12, "not\nvalid");
                  report.warn("a.txt", 0, "no date");
                  report.note("info", "indexed=1");
              }) ==
              "vigyapti-index: warning: a.jsonl:12: not?valid\n"
              "vigyapti-index: warning: a.txt: no date\n");
    }
    std::istringstream lines(content_of(path));
    std::string line;
    std::vector<std::string> found;
    while (std::getline(lines, line))
        found.push_back(line.substr(std::min(line.find(' '), line.size())));
    CHECK(found == std::vector<std::string>{"", " warning a.jsonl:12: not?valid",
                                            " warning a.txt: no date", " info indexed=1"});
}

TEST_CASE("the JSON report holds the counts, the failures and how long each phase took") {
    Report report;
    stderr_of([&] {
        report.fail("a.jsonl", 12, "not \"valid\"");
        report.fail("caf\xE9.txt", 0, "no text in it");
        report.warn("b.txt", 0, "only a warning");
    });
    report.indexed = 7;
    report.failed_before = 3;
    for (const char* name : {"scan", "read", "read", "merge"})
        const Report::Phase phase(report, name);
    const auto json = nlohmann::json::parse(report.to_json("/srv/index", 65, ""));
    CHECK(json["version"] == 1);
    CHECK(json["index"] == "/srv/index");
    CHECK(json["status"] == 65);
    CHECK(json["error"] == "");
    CHECK(json["started"].get<std::string>().size() ==
          std::string("2026-11-24T02:00:13+05:30").size());
    CHECK(json["indexed"] == 7);
    CHECK(json["updated"] == 0);
    CHECK(json["failed"] == 2);
    CHECK(json["failed_before"] == 3);
    REQUIRE(json["failures"].size() == 2);
    CHECK(json["failures"][0]["path"] == "a.jsonl");
    CHECK(json["failures"][0]["line"] == 12);
    CHECK(json["failures"][0]["reason"] == "not \"valid\"");
    CHECK(json["failures"][1]["path"] == "caf\uFFFD.txt");
    CHECK(json["timings"].size() == 3);
    for (const char* name : {"scan", "read", "merge"})
        CHECK(json["timings"].contains(name));
    CHECK(nlohmann::json::parse(report.to_json("i", 74, "disk full"))["error"] == "disk full");
}

TEST_CASE("no progress is drawn where stderr is no terminal") {
    const Report report;
    CHECK(stderr_of([&] { const Progress progress(report, 1000, 1); }).empty());
}

TEST_CASE("what is as it should be is told to the log, and on stderr to those who ask") {
    const test::TemporaryFolder folder;
    for (const bool verbose : {false, true}) {
        const auto log = folder.path() / (verbose ? "verbose.log" : "log");
        Report report;
        report.open_log(log);
        report.verbose = verbose;
        CHECK(stderr_of([&] { report.tell("a.rss: no items in the feed\x1B"); }) ==
              (verbose ? "vigyapti-index: note: a.rss: no items in the feed?\n" : ""));
        CHECK(content_of(log).find("a.rss: no items in the feed") != std::string::npos);
        CHECK(report.failed == 0);
    }
}

}  // namespace vigyapti
