#include "common/base/log.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// A time zone for as long as the object lives.
class Zone {
  public:
    explicit Zone(const char* zone) {
        if (const char* const before = ::getenv("TZ")) before_ = before;
        ::setenv("TZ", zone, 1);
        ::tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    ~Zone() {
        before_ ? ::setenv("TZ", before_->c_str(), 1) : ::unsetenv("TZ");
        ::tzset();
    }

  private:
    std::optional<std::string> before_;
};

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::istringstream content(read_file(path, 100'000'000));
    std::vector<std::string> lines;
    for (std::string line; std::getline(content, line);)
        lines.push_back(line);
    return lines;
}

// A line without its time.
std::string message(const std::string& line) {
    constexpr std::size_t time_size = std::string_view("2026-11-24T02:00:13+05:30").size();
    REQUIRE(line.size() > time_size);
    CHECK(line[10] == 'T');
    CHECK(line[time_size - 3] == ':');
    return line.substr(time_size);
}

}  // namespace

TEST_CASE("a time is written as it is here, with its offset") {
    // POSIX counts zones west of Greenwich.
    CHECK((Zone("IST-5:30"), iso_time(0)) == "1970-01-01T05:30:00+05:30");
    CHECK((Zone("UTC0"), iso_time(1'700'000'000)) == "2023-11-14T22:13:20+00:00");
    CHECK((Zone("NST3:30"), iso_time(0)) == "1969-12-31T20:30:00-03:30");
}

TEST_CASE("each message is a line with time and level, behind what was there") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("log", "an older line\n");
    {
        Log log(path);
        log.write("warning", "रूस: no date");
        log.write("info", "");
    }
    Log(path).write("error", "a second run");
    const auto lines = lines_of(path);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "an older line");
    CHECK(message(lines[1]) == " warning रूस: no date");
    CHECK(message(lines[2]) == " info ");
    CHECK(message(lines[3]) == " error a second run");
}

TEST_CASE("a message cannot forge a line or drive a terminal") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "log";
    Log(path).write("warning", "a\nb\r\x1B[2J\x7F \xC2\x9B \xFF");
    const auto lines = lines_of(path);
    REQUIRE(lines.size() == 1);
    CHECK(message(lines[0]).starts_with(" warning a?b??[2J?"));
    for (const char c : lines[0])
        CHECK(static_cast<unsigned char>(c) >= 0x20);
    CHECK(lines[0].find("\xC2\x9B") == std::string::npos);
    CHECK(lines[0].find('\xFF') == std::string::npos);
}

TEST_CASE("a log that was moved away goes on there, and one without a file writes nowhere") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "log";
    Log nowhere;
    nowhere.write("info", "lost");
    Log log(path);
    // Rotation: the run that is under way goes on in the old file.
    std::filesystem::rename(path, folder.path() / "log.1");
    log.write("info", "one");
    nowhere = std::move(log);
    nowhere.write("info", "two");
    const Log moved(std::move(nowhere));
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(lines_of(folder.path() / "log.1").size() == 2);
}

TEST_CASE("a log that cannot be opened is an error that names it") {
    const test::TemporaryFolder folder;
    for (const auto& path : {folder.path(), folder.path() / "none" / "log"}) {
        CAPTURE(path.string());
        bool thrown = false;
        try {
            const Log log(path);
        } catch (const Error& error) {
            thrown = true;
            CHECK(error.code() == ErrorCode::io);
            CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
            CHECK(error.hint().find("--log") != std::string::npos);
        }
        CHECK(thrown);
    }
}

TEST_CASE("a full disk costs the line and not the run") {
    Log log("/dev/full");
    CHECK_NOTHROW(log.write("info", "lost"));
    CHECK_NOTHROW(log.write("info", "lost too"));
}

TEST_CASE("lines of two processes never mix") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "log";
    constexpr int lines_each = 500;
    const auto write_all = [&](char letter) noexcept {
        Log log(path);
        for (int i = 0; i < lines_each; ++i)
            log.write("info", std::string(5000, letter));
    };
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        write_all('b');
        ::_exit(0);
    }
    write_all('a');
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
    const auto lines = lines_of(path);
    CHECK(lines.size() == 2 * lines_each);
    const std::string a = " info " + std::string(5000, 'a');
    const std::string b = " info " + std::string(5000, 'b');
    std::size_t broken = 0;
    for (const std::string& line : lines)
        broken += line.ends_with(a) || line.ends_with(b) ? 0 : 1;
    CHECK(broken == 0);
}

}  // namespace vigyapti
