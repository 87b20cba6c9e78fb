#include "common/base/error.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// What `work` prints to stderr.
std::string stderr_of(const std::function<void()>& work) {
    const test::TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "stderr";
    std::fflush(stderr);
    const int saved = ::dup(STDERR_FILENO);
    std::FILE* file = std::fopen(path.c_str(), "w");
    REQUIRE(file != nullptr);
    ::dup2(::fileno(file), STDERR_FILENO);
    work();
    std::fflush(stderr);
    ::dup2(saved, STDERR_FILENO);
    ::close(saved);
    std::fclose(file);
    return read_file(path, 1U << 20U);
}

struct Case {
    std::string text;
    std::string shown;
};

}  // namespace

TEST_CASE("an error carries its code, message and hint") {
    const Error error(ErrorCode::locked, "gen1/shard0: locked", "wait for the other process");
    CHECK(error.code() == ErrorCode::locked);
    CHECK(std::string(error.what()) == "gen1/shard0: locked");
    CHECK(error.hint() == "wait for the other process");
    CHECK(Error(ErrorCode::io, "disk").hint().empty());
}

TEST_CASE("errno values have their usual names") {
    CHECK(errno_text(ENOENT) == "No such file or directory");
    CHECK(errno_text(EACCES) == "Permission denied");
    CHECK(errno_text(ENOSPC) == "No space left on device");
}

TEST_CASE("each control character becomes a question mark and all else stays") {
    const std::vector<Case> cases{
        {"", ""},
        {"plain words, ~!", "plain words, ~!"},
        {"रूस और पाकिस्तान", "रूस और पाकिस्तान"},
        {"line\nfeed\ttab\rreturn", "line?feed?tab?return"},
        {"\x1B[31mred\x1B[0m", "?[31mred?[0m"},
        {std::string("a\0b", 3), "a?b"},
        {"\x01\x1F\x20\x7E\x7F", "??\x20\x7E?"},
        // U+0080, U+009B (a one-character CSI) and U+009F are C1 controls; U+00A0 is not.
        {"\u0080\u009B2J\u009F", "??2J?"},
        {"\u00A0\u00BF\u00E9", "\u00A0\u00BF\u00E9"},
        // The bytes 9B and 85 inside of other characters are none.
        {"\u045B\u0905\u2705", "\u045B\u0905\u2705"},
        {"\u009B\u009B", "??"},
        {"\xC2\u009B", "??"},
        // A terminal that does not speak UTF-8 could take a lone byte for a control character.
        {"a\xC2", "a?"},
        {"\x9B"
         "2J",
         "?2J"},
        {"\xE0\x82\x9B", "???"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(printable(each.text) == each.shown);
    }
}

TEST_CASE("an error is printed with its hint under the program's name") {
    const auto printed = [](const Error& error) {
        return stderr_of([&] { print_error("vigyapti-index", error); });
    };
    CHECK(printed(Error(ErrorCode::io, "a.txt: Permission denied", "check the permissions")) ==
          "vigyapti-index: error: a.txt: Permission denied\nhint: check the permissions\n");
    CHECK(printed(Error(ErrorCode::io, "a.txt: Permission denied")) ==
          "vigyapti-index: error: a.txt: Permission denied\n");
    // Neither braces nor controls in a file name do anything.
    CHECK(printed(Error(ErrorCode::io, "{} %s \x1B]0;x\x07\nhint: lie", "\x1B[2J")) ==
          "vigyapti-index: error: {} %s ?]0;x??hint: lie\nhint: ?[2J\n");
}

TEST_CASE("a warning is printed in the same way") {
    CHECK(stderr_of([] { print_warning("vigyapti-search", "समाचार\n{}"); }) ==
          "vigyapti-search: warning: समाचार?{}\n");
}

}  // namespace vigyapti
