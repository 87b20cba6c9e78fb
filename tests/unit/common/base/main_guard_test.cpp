#include "common/base/main_guard.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/xapian.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// Lets `descriptor` mean `other` until the end of the scope.
class Redirected {
  public:
    Redirected(int descriptor, int other) : descriptor_(descriptor), saved_(::dup(descriptor)) {
        std::fflush(nullptr);
        ::dup2(other, descriptor);
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;
    ~Redirected() {
        std::fflush(nullptr);
        ::dup2(saved_, descriptor_);
        ::close(saved_);
    }

  private:
    int descriptor_;
    int saved_;
};

struct Outcome {
    int status;
    std::string printed;
};

// What guarded_main returns and prints for `work`, with 100 and the code as the exit status.
Outcome guarded(const std::function<int()>& work) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "stderr";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(file >= 0);
    Outcome outcome{};
    {
        const Redirected redirected(STDERR_FILENO, file);
        outcome.status = guarded_main(
            "vigyapti-test", [](ErrorCode code) { return 100 + static_cast<int>(code); }, work);
    }
    ::close(file);
    outcome.printed = read_file(path, 1U << 20U);
    return outcome;
}

int status(ErrorCode code) {
    return 100 + static_cast<int>(code);
}

template <typename Exception>
Outcome thrown(const Exception& exception) {
    return guarded([&]() -> int { throw exception; });
}

}  // namespace

TEST_CASE("the exit statuses of the indexer are those of sysexits.h") {
    const std::vector<std::pair<ErrorCode, int>> cases{
        {ErrorCode::usage, 64},     {ErrorCode::bad_input, 65},     {ErrorCode::io, 74},
        {ErrorCode::not_found, 74}, {ErrorCode::corrupt, 74},       {ErrorCode::locked, 75},
        {ErrorCode::version, 78},   {ErrorCode::configuration, 78}, {ErrorCode::interrupted, 75},
    };
    for (const auto& [code, expected] : cases) {
        CAPTURE(static_cast<int>(code));
        CHECK(indexer_exit_status(code) == expected);
    }
    CHECK(searcher_error_status == 2);
}

TEST_CASE("work that ends well gives its status and prints nothing") {
    for (const int expected : {0, 1, 65}) {
        const Outcome outcome = guarded([&] { return expected; });
        CHECK(outcome.status == expected);
        CHECK(outcome.printed.empty());
    }
}

TEST_CASE("an error is printed with its hint and gives the status of its code") {
    const Outcome outcome = thrown(Error(ErrorCode::usage, "--limit x: no number", "see --help"));
    CHECK(outcome.status == status(ErrorCode::usage));
    CHECK(outcome.printed == "vigyapti-test: error: --limit x: no number\nhint: see --help\n");
}

TEST_CASE("each kind of Xapian's errors gets its own code and a hint") {
    const auto check = [](const Outcome& outcome, ErrorCode code, std::string_view words) {
        CAPTURE(outcome.printed);
        CHECK(outcome.status == status(code));
        CHECK(outcome.printed.starts_with("vigyapti-test: error: "));
        CHECK(outcome.printed.find(words) != std::string::npos);
        CHECK(outcome.printed.find("\nhint: ") != std::string::npos);
    };
    check(thrown(Xapian::DatabaseLockError("already locked")), ErrorCode::locked, "already locked");
    check(thrown(Xapian::DatabaseNotFoundError("no such thing")), ErrorCode::corrupt, "--rebuild");
    check(thrown(Xapian::DatabaseCorruptError("bad block")), ErrorCode::corrupt, "--rebuild");
    check(thrown(Xapian::DatabaseVersionError("too old")), ErrorCode::version, "--rebuild");
    check(thrown(Xapian::DatabaseError("write failed")), ErrorCode::io, "write failed");
}

TEST_CASE("the text of a Xapian error names the place and the cause") {
    const Error error =
        translate(Xapian::DatabaseOpeningError("cannot open", "context", ENOENT), "the/index");
    CHECK(error.code() == ErrorCode::io);
    CHECK(std::string(error.what()) == "the/index: cannot open (No such file or directory)");
    const Error plain = translate(Xapian::DatabaseLockError("locked"), "the/index");
    CHECK(std::string(plain.what()) == "the/index: locked");
}

TEST_CASE("any other exception is an error, too") {
    const Outcome runtime = thrown(std::runtime_error("it broke"));
    CHECK(runtime.status == status(ErrorCode::io));
    CHECK(runtime.printed == "vigyapti-test: error: it broke\n");
    const Outcome memory = thrown(std::bad_alloc());
    CHECK(memory.status == status(ErrorCode::io));
    CHECK(memory.printed.starts_with("vigyapti-test: error: out of memory\nhint: "));
    const Outcome files = guarded(
        []() -> int { return static_cast<int>(std::filesystem::file_size("/no/such/file")); });
    CHECK(files.status == status(ErrorCode::io));
    CHECK(files.printed.find("/no/such/file") != std::string::npos);
}

TEST_CASE("text goes to stdout at once and whole") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "stdout";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(file >= 0);
    std::string text(300'000, 'x');
    text += std::string("\0समाप्त\n", 20);
    bool written = false;
    {
        const Redirected redirected(STDOUT_FILENO, file);
        written = write_stdout(text) && write_stdout("");
    }
    ::close(file);
    CHECK(written);
    CHECK(read_file(path, 1U << 20U) == text);
}

TEST_CASE("a reader that has gone away is no error") {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    bool written = true;
    {
        const Redirected redirected(STDOUT_FILENO, ends[1]);
        written = write_stdout("nobody reads this");
    }
    ::close(ends[1]);
    std::signal(SIGPIPE, before);
    CHECK_FALSE(written);
}

TEST_CASE("a full disk is an error that says so") {
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0) return;
    std::string message;
    ErrorCode code{};
    {
        const Redirected redirected(STDOUT_FILENO, full);
        try {
            write_stdout("x");
        } catch (const Error& error) {
            message = error.what();
            code = error.code();
        }
    }
    ::close(full);
    CHECK(message == "standard output: No space left on device");
    CHECK(code == ErrorCode::io);
}

}  // namespace vigyapti
