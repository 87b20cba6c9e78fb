#include "indexer/isolation/fork_server.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/children.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// What a reader may be made to do by the bytes that it reads; each input says what.
void read_hostile(const Input& input, DraftSink& sink) {
    Draft draft;
    draft.add(PartKind::body, "before");
    if (input.bytes != "refuse") sink.add(draft);
    if (input.bytes == "refuse") throw Error(ErrorCode::bad_input, "no text in it", "look inside");
    if (input.bytes == "problem") sink.problem(3, "a bad record");
    if (input.bytes == "throw") throw std::runtime_error("a library's own words");
    if (input.bytes == "abort") std::abort();
    if (input.bytes == "crash") std::raise(SIGSEGV);
    if (input.bytes == "exit") ::_exit(0);
    if (input.bytes == "loop") {
        for (volatile bool forever = true; forever;) {
        }
    }
    if (input.bytes.starts_with("wait")) std::promise<void>().get_future().wait();
    if (input.bytes == "memory") {
        std::vector<std::string> taken;
        for (int i = 0; i < 1000; ++i)
            taken.emplace_back(10'000'000, 'x');
    }
    if (input.bytes == "output") {
        for (int i = 0; i < 100; ++i) {
            draft.parts = {{PartKind::body, std::string(1'000'000, 'x')}};
            sink.add(draft);
        }
    }
    if (input.bytes == "forbidden") {
        const auto said = [](long result) { return result < 0 ? std::to_string(errno) : "done"; };
        draft.parts.clear();
        draft.add(PartKind::body, "open " + said(::open("/etc/passwd", O_RDONLY)));
        draft.add(PartKind::body, "socket " + said(::socket(AF_INET, SOCK_STREAM, 0)));
        draft.add(PartKind::body, "fork " + said(::fork()));
        draft.add(PartKind::body, "kill " + said(::kill(::getppid(), SIGKILL)));
        sink.add(draft);
    }
}

constexpr Reader hostile{
    "hostile", {}, FileShape::many_releases, Isolation::own_process, read_hostile};

class Isolated {
  public:
    explicit Isolated(IsolationLimits limits = {}) : server_(limits) {}

    // What comes of an input that says `what`: the error's text, or nothing.
    std::string read(std::string_view what, DraftSink& sink) {
        const auto path = folder_.write("in" + std::string(what.substr(0, 20)), what);
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        try {
            server_.read(hostile, file.get(), what.size(), "in.x", sink);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::bad_input);
            return error.what();
        }
        return {};
    }

  private:
    test::TemporaryFolder folder_;
    ForkServer server_;
};

}  // namespace

TEST_CASE("what a reader finds arrives from its process") {
    Isolated isolated;
    CollectedReleases found("in.x");
    CHECK(isolated.read("problem", found).empty());
    CHECK(found.releases.size() == 1);
    CHECK(found.problems == std::vector<std::string>{"3: a bad record"});
    CHECK(isolated.read("", found).empty());
    CHECK(isolated.read(std::string(10'000'000, 'x'), found).empty());
    CHECK(found.releases.size() == 3);
}

TEST_CASE("whatever a reader does costs its own file only") {
    IsolationLimits limits;
    limits.sandbox.cpu_seconds = 1;
    limits.sandbox.memory = 300'000'000;
    limits.output = 20'000'000;
    Isolated isolated(limits);
    struct Case {
        std::string_view input;
        std::string_view error;
    };
    std::vector<Case> cases{
        {"refuse", "no text in it"},
        {"throw", "a library's own words"},
        {"abort", "its reader crashed (signal 6)"},
        {"exit", "its reader ended before the end of the file"},
        {"loop", "reading it took more than 1 s of CPU time"},
        {"output", "more than 20.0 MB of text come out of it"},
    };
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    cases.push_back({"crash", "its reader crashed (signal 11)"});
    cases.push_back({"memory", "reading it takes more memory than is allowed"});
#endif
    for (const auto& [input, error] : cases) {
        CAPTURE(input);
        CollectedReleases found("in.x");
        CHECK(isolated.read(input, found) == error);
        CollectedReleases next("in.x");
        CHECK(isolated.read("good", next).empty());
        CHECK(next.releases.size() == 1);
    }
}

TEST_CASE("a reader that waits for ever is ended") {
    IsolationLimits limits;
    limits.sandbox.wall_seconds = 1;
    Isolated isolated(limits);
    CollectedReleases found("in.x");
    CHECK(isolated.read("wait", found) == "reading it took more than 1 s");
    CHECK(found.releases.size() == 1);
    // A larger input may take longer.
    CHECK(isolated.read("wait" + std::string(1'000'000, ' '), found) ==
          "reading it took more than 2 s");
}

TEST_CASE("time is for the size of the input") {
    const SandboxLimits small = limits_for({}, 100'000);
    CHECK(small.cpu_seconds == 60);
    CHECK(small.wall_seconds == 300);
    const SandboxLimits crawl = limits_for({}, 1'000'000'000);
    CHECK(crawl.cpu_seconds == 560);
    CHECK(crawl.wall_seconds == 1300);
    CHECK(crawl.memory == small.memory);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a reader's process can open nothing and start nothing") {
    Isolated isolated;
    CollectedReleases found("in.x");
    CHECK(isolated.read("forbidden", found).empty());
    REQUIRE(found.drafts.size() == 2);
    const std::string refused = " " + std::to_string(EPERM);
    std::vector<std::string> said;
    for (const Part& part : found.drafts[1].parts)
        said.push_back(part.text);
    CHECK(said == std::vector<std::string>{"open" + refused, "socket" + refused, "fork" + refused,
                                           "kill" + refused});
}
#endif

TEST_CASE("several threads read at once") {
    Isolated isolated;
    std::vector<std::thread> threads;
    std::vector<std::size_t> counts(4);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 25; ++round) {
                CollectedReleases found("in.x");
                isolated.read(round % 2 == 0 ? "good" : "abort", found);
                counts[i] += found.releases.size();
            }
        });
    }
    for (std::thread& each : threads)
        each.join();
    CHECK(counts == std::vector<std::size_t>(4, 25));
}

TEST_CASE("no process outlives the server") {
    // Readers are children of the server; without it they would become this process's.
    REQUIRE(::prctl(PR_SET_CHILD_SUBREAPER, 1) == 0);
    {
        IsolationLimits limits;
        limits.output = 1'000'000;  // so that it is left alone while it still has to say something
        Isolated isolated(limits);
        CollectedReleases found("in.x");
        isolated.read("output", found);
    }
    // A reader may be on its way out; one that stays would be found alive again and again.
    pid_t child = 0;
    for (int i = 0; i < 1000 && (child = ::waitpid(-1, nullptr, WNOHANG)) != -1; ++i)
        ::usleep(10'000);
    CHECK(child == -1);
    CHECK(errno == ECHILD);
    ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

TEST_CASE("a server that is gone is no fault of the file") {
    ForkServer server;
    test::end_children();
    const test::TemporaryFolder folder;
    const Descriptor file(::open(folder.write("a.x", "text").c_str(), O_RDONLY | O_CLOEXEC));
    CollectedReleases found("a.x");
    try {
        server.read(hostile, file.get(), 4, "a.x", found);
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::io);
    }
}

}  // namespace vigyapti
