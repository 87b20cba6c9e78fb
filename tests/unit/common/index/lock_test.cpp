#include "common/index/lock.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <thread>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// Tries to take the lock; the error where that fails.
std::optional<Error> attempt(const std::filesystem::path& directory, unsigned seconds = 0) {
    try {
        const IndexLock lock(directory, seconds);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

// Another process that holds the lock until it is told to let go or is killed.
class Holder {
  public:
    explicit Holder(const std::filesystem::path& directory) {
        std::array<int, 2> ready{};
        std::array<int, 2> release{};
        REQUIRE(::pipe(ready.data()) == 0);
        REQUIRE(::pipe(release.data()) == 0);
        process_ = ::fork();
        REQUIRE(process_ >= 0);
        if (process_ == 0) {
            ::close(release[1]);
            hold(directory, ready[1], release[0]);
        }
        ::close(release[0]);
        ::close(ready[1]);
        release_ = release[1];
        char byte = 0;
        REQUIRE(::read(ready[0], &byte, 1) == 1);
        ::close(ready[0]);
    }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() { let_go(); }

    pid_t process() const { return process_; }

    void let_go() {
        if (process_ == 0) return;
        ::close(release_);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }

    void kill() {
        ::kill(process_, SIGKILL);
        let_go();
    }

  private:
    // What fails here ends the process, so that it does not go on with the tests.
    [[noreturn]] static void hold(const std::filesystem::path& directory, int ready,
                                  int release) noexcept {
        char byte = 'x';
        {
            const IndexLock lock(directory);
            if (::write(ready, &byte, 1) != 1) ::_exit(1);
            // Ends with the test, whatever becomes of that.
            [[maybe_unused]] const ssize_t told = ::read(release, &byte, 1);
        }
        ::_exit(0);
    }

    pid_t process_ = 0;
    int release_ = -1;
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the lock makes the directory, is free again when it is let go, and its file stays") {
    const test::TemporaryFolder folder;
    const auto directory = folder.path() / "deep" / "index";
    for (int run = 0; run < 3; ++run)
        CHECK_FALSE(attempt(directory));
    CHECK(std::filesystem::exists(directory / "lock"));
    CHECK_FALSE(attempt(folder.path() / "other"));
}

TEST_CASE("a second writer is told who holds the lock and since when") {
    const test::TemporaryFolder folder;
    Holder holder(folder.path());
    const auto error = attempt(folder.path());
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::locked);
    const std::string what = error->what();
    CAPTURE(what);
    CHECK(what.starts_with(folder.path().string() + ": locked: process " +
                           std::to_string(holder.process()) + " since 20"));
    CHECK_FALSE(contains(what, "\n"));
    CHECK(contains(error->hint(), "--wait"));
    holder.let_go();
    CHECK_FALSE(attempt(folder.path()));
}

TEST_CASE("two writers in one process are two as well") {
    const test::TemporaryFolder folder;
    const IndexLock lock(folder.path());
    const auto error = attempt(folder.path());
    REQUIRE(error);
    CHECK(contains(error->what(), "process " + std::to_string(::getpid())));
}

TEST_CASE("a writer that is killed leaves no lock behind") {
    const test::TemporaryFolder folder;
    Holder holder(folder.path());
    holder.kill();
    CHECK(contains(read_file(folder.path() / "lock", 1000), "process "));
    CHECK_FALSE(attempt(folder.path()));
}

TEST_CASE("the name of the last holder is not taken for that of the next") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "lock";
    folder.write("lock", "process 1 since a very long time, longer than any name of a holder is\n");
    {
        const IndexLock lock(folder.path());
        const std::string holder = read_file(path, 1000);
        CHECK(holder.starts_with("process " + std::to_string(::getpid()) + " since "));
        CHECK(holder.find('\n') == holder.size() - 1);
    }
    CHECK(read_file(path, 1000).empty());
    // As flock(1) does, which writes no name down.
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::flock(descriptor, LOCK_EX | LOCK_NB) == 0);
    const auto error = attempt(folder.path());
    ::close(descriptor);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::locked);
    CHECK(contains(error->what(), "another process"));
}

TEST_CASE("a writer that waits gets the lock when it is let go, and gives up when it is not") {
    const test::TemporaryFolder folder;
    Holder holder(folder.path());
    const auto error = attempt(folder.path(), 1);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::locked);
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        holder.let_go();
    });
    const auto second = attempt(folder.path(), 600);
    other.join();
    CHECK_FALSE(second);
}

TEST_CASE("where no lock can be made there is an error that names the place") {
    const test::TemporaryFolder folder;
    folder.write("file", "text");
    folder.write("index/lock/x", "a folder where the lock shall be");
    for (const auto& directory :
         {folder.path() / "file", folder.path() / "file" / "below", folder.path() / "index"}) {
        CAPTURE(directory.string());
        const auto error = attempt(directory);
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::io);
        CHECK(contains(error->what(), directory.string()));
    }
}

}  // namespace vigyapti
