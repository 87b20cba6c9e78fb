#include "indexer/report.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "indexer/progress.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

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
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the summary is one line of names and numbers in a fixed order") {
    Report report;
    CHECK(report.summary(0) ==
          "indexed=0 updated=0 unchanged=0 deleted=0 failed=0 bytes=0 seconds=0.00 skipped=0");
    report.indexed = 1;
    report.updated = 2;
    report.unchanged = 3;
    report.deleted = 4;
    report.failed = 5;
    report.bytes = 12'345'678'901;
    report.skipped = 6;
    report.files = 99;
    CHECK(report.summary(61.239) ==
          "indexed=1 updated=2 unchanged=3 deleted=4 failed=5 bytes=12345678901 seconds=61.24 "
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

TEST_CASE("no progress is drawn where stderr is no terminal") {
    const Report report;
    CHECK(stderr_of([&] { const Progress progress(report, 1000, 1); }).empty());
}

}  // namespace vigyapti
