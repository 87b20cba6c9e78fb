#include "common/base/file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

// The code and message of the error that `work` throws; it must throw one.
template <typename Work>
Error error_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    FAIL("no error was thrown");
    return {ErrorCode::usage, "unreachable"};
}

std::size_t entries(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        count += entry.path().empty() ? 0 : 1;
    return count;
}

struct SizeCase {
    double bytes;
    std::string_view text;
};

}  // namespace

TEST_CASE("a file is read byte for byte") {
    const test::TemporaryFolder folder;
    const std::string binary("\0\xFF\r\n\xE0\xA4\0", 7);
    CHECK(read_file(folder.write("binary", binary), no_limit) == binary);
    CHECK(read_file(folder.write("empty", ""), no_limit).empty());
    const std::string large(1'000'003, 'x');
    CHECK(read_file(folder.write("large", large), no_limit) == large);
}

TEST_CASE("a file may be as long as the limit and no longer") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("release.txt", "12345");
    CHECK(read_file(path, 5) == "12345");
    CHECK(read_file(path, 6) == "12345");
    const Error error = error_of([&] { read_file(path, 4); });
    CHECK(error.code() == ErrorCode::bad_input);
    CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
    CHECK(std::string(error.what()).find("4 B") != std::string::npos);
    CHECK_FALSE(error.hint().empty());
    CHECK(read_file(folder.write("empty", ""), 0).empty());
    CHECK_THROWS_AS(read_file(folder.write("one", "1"), 0), Error);
}

TEST_CASE("a file whose size the system gives as 0 is read to its end") {
    const std::filesystem::path path = "/proc/self/status";
    if (!std::filesystem::exists(path)) return;
    const std::string content = read_file(path, no_limit);
    CHECK(content.starts_with("Name:"));
    CHECK(content.size() > 500);
    CHECK_THROWS_AS(read_file(path, 100), Error);
}

TEST_CASE("a file that is not there is an error that names it and the cause") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "nowhere.txt";
    const Error error = error_of([&] { read_file(path, no_limit); });
    CHECK(error.code() == ErrorCode::io);
    CHECK(std::string(error.what()) == path.string() + ": No such file or directory");
}

TEST_CASE("only regular files are read") {
    const test::TemporaryFolder folder;
    CHECK(error_of([&] { read_file(folder.path(), no_limit); }).code() == ErrorCode::bad_input);
    // Without a writer a plain open() of a named pipe would wait for ever.
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(error_of([&] { read_file(pipe, no_limit); }).code() == ErrorCode::bad_input);
    const auto device = std::filesystem::path("/dev/zero");
    CHECK(error_of([&] { read_file(device, no_limit); }).code() == ErrorCode::bad_input);
    const auto loop = folder.path() / "loop";
    std::filesystem::create_symlink(loop, loop);
    CHECK(error_of([&] { read_file(loop, no_limit); }).code() == ErrorCode::io);
}

TEST_CASE("a link to a file is read through") {
    const test::TemporaryFolder folder;
    const auto link = folder.path() / "link";
    std::filesystem::create_symlink(folder.write("target", "text"), link);
    CHECK(read_file(link, no_limit) == "text");
}

TEST_CASE("a file is replaced as a whole and nothing is left beside it") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "stub";
    replace_file(path, "a long first content");
    CHECK(read_file(path, no_limit) == "a long first content");
    replace_file(path, std::string_view("sho\0rt", 6));
    CHECK(read_file(path, no_limit) == std::string("sho\0rt", 6));
    replace_file(path, "");
    CHECK(read_file(path, no_limit).empty());
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a reader that has the old file open keeps the old content") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("stub", "old");
    std::ifstream reader(path);
    replace_file(path, "new");
    std::string seen;
    reader >> seen;
    CHECK(seen == "old");
    CHECK(read_file(path, no_limit) == "new");
}

TEST_CASE("a file in the current folder can be replaced by its bare name") {
    const test::TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    CHECK_NOTHROW(replace_file("stub", "content"));
    CHECK(read_file("stub", no_limit) == "content");
    std::filesystem::current_path(before);
}

TEST_CASE("a file that cannot be replaced is an error, and no temporary file stays") {
    const test::TemporaryFolder folder;
    const auto missing = folder.path() / "no" / "stub";
    CHECK(error_of([&] { replace_file(missing, "x"); }).code() == ErrorCode::io);
    const auto taken = folder.path() / "folder";
    std::filesystem::create_directory(taken);
    const Error error = error_of([&] { replace_file(taken, "x"); });
    CHECK(error.code() == ErrorCode::io);
    CHECK(std::string(error.what()).find(taken.string()) != std::string::npos);
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("folders are made with their parents, once or again") {
    const test::TemporaryFolder folder;
    const auto deep = folder.path() / "a" / "b" / "समाचार";
    make_folders(deep);
    CHECK(std::filesystem::is_directory(deep));
    CHECK_NOTHROW(make_folders(deep));
    CHECK_NOTHROW(make_folders(folder.path() / "a" / "c" / ""));
    CHECK(std::filesystem::is_directory(folder.path() / "a" / "c"));
}

TEST_CASE("a folder that cannot be made is an error that names it") {
    const test::TemporaryFolder folder;
    const auto file = folder.write("file", "text");
    for (const auto& path : {file, file / "below"}) {
        CAPTURE(path.string());
        const Error error = error_of([&] { make_folders(path); });
        CHECK(error.code() == ErrorCode::io);
        CHECK(std::string(error.what()).starts_with(path.string() + ": "));
    }
    CHECK(read_file(file, no_limit) == "text");
}

TEST_CASE("sizes are shown in powers of 1000 with one decimal") {
    const std::vector<SizeCase> cases{
        {0, "0 B"},
        {1, "1 B"},
        {999, "999 B"},
        {1000, "1.0 kB"},
        {1234, "1.2 kB"},
        {12.3e6, "12.3 MB"},
        {1e6, "1.0 MB"},
        {1.5e9, "1.5 GB"},
        {2e12, "2.0 TB"},
        {5e15, "5000.0 TB"},
        {99'940, "99.9 kB"},
        {999'949, "999.9 kB"},
        // What rounds to 1000 is one of the next unit.
        {999'999, "1.0 MB"},
        {999'999'999, "1.0 GB"},
    };
    for (const SizeCase& each : cases) {
        CAPTURE(each.bytes);
        CHECK(human_size(each.bytes) == each.text);
    }
}

}  // namespace vigyapti
