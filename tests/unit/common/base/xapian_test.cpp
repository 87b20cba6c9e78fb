#include "common/base/xapian.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <stdexcept>

namespace vigyapti {
namespace {

constexpr int failed_write = 74;

// How a program ends by an exception that leaves `work` where none may.
int status_of_end(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
        std::signal(SIGABRT, SIG_DFL);
        end_on_failed_write("vigyapti-test", failed_write);
        const auto unguarded = [&]() noexcept { work(); };
        unguarded();
        ::_exit(0);
    }
    REQUIRE(child > 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

}  // namespace

TEST_CASE("a write that fails in a destructor ends the program with its status") {
    const int status = status_of_end([] { throw Xapian::DatabaseError("no space"); });
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == failed_write);
}

TEST_CASE("another exception that nobody catches ends the program as ever") {
    const int status = status_of_end([] { throw std::logic_error("a mistake"); });
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
}

}  // namespace vigyapti
