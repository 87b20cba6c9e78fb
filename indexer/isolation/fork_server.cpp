#include "indexer/isolation/fork_server.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "indexer/isolation/draft_wire.hpp"
#include "indexer/isolation/server_process.hpp"

namespace vigyapti {
namespace {

[[noreturn]] void throw_errno(const char* what) {
    throw Error(ErrorCode::io,
                fmt::format("no process to read files in: {}: {}", what, errno_text(errno)),
                "check the limits of processes and open files (ulimit -u, ulimit -n)");
}

// What a process may take to end when its time is over.
constexpr unsigned grace_seconds = 10;

struct Pipe {
    Descriptor reading;
    Descriptor writing;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::string how_it_ended(int status, const SandboxLimits& limits) {
    if (!WIFSIGNALED(status)) return "its reader ended before the end of the file";
    switch (WTERMSIG(status)) {
        case SIGXCPU:
            return fmt::format("reading it took more than {} s of CPU time", limits.cpu_seconds);
        case SIGALRM:
            return fmt::format("reading it took more than {} s", limits.wall_seconds);
        case SIGKILL:
            return "its reader was killed; the machine may be short of memory";
        default:
            return fmt::format("its reader crashed (signal {})", WTERMSIG(status));
    }
}

// Waits until something can be read. False when `deadline` comes first: a process that is not its
// own master any more may sleep for ever.
bool wait_for(int pipe, std::chrono::steady_clock::time_point deadline) {
    for (;;) {
        const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (rest.count() <= 0) return false;
        struct pollfd waiting {
            pipe, POLLIN, 0
        };
        if (::poll(&waiting, 1, static_cast<int>(rest.count())) > 0) return true;
    }
}

}  // namespace

struct ForkServer::Channels {
    Descriptor frames;
    Descriptor status;
};

ForkServer::ForkServer(const IsolationLimits& limits) : limits_(limits) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw_errno("socketpair");
    }
    control_ = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    server_ = ::fork();
    if (server_ < 0) throw_errno("fork");
    if (server_ == 0) serve_reads(theirs.get(), limits_.sandbox);
}

ForkServer::~ForkServer() {
    control_.reset();
    while (::waitpid(server_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

ForkServer::Channels ForkServer::start(const Reader& reader, int file, std::uint64_t size,
                                       std::string_view name) {
    Pipe frames = make_pipe();
    Pipe status = make_pipe();
    ReadRequest request{&reader, size};
    std::string sent_name(name.substr(0, longest_isolated_name));
    std::array<struct iovec, 2> parts{
        {{&request, sizeof(request)}, {sent_name.data(), sent_name.size()}}};
    const std::array<int, 3> descriptors{file, frames.writing.get(), status.writing.get()};
    alignas(struct cmsghdr) std::array<char, CMSG_SPACE(sizeof(descriptors))> space{};
    struct msghdr message {};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = space.data();
    message.msg_controllen = space.size();
    struct cmsghdr* const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(descriptors));
    std::memcpy(CMSG_DATA(head), descriptors.data(), sizeof(descriptors));
    const std::lock_guard lock(mutex_);
    while (::sendmsg(control_.get(), &message, MSG_NOSIGNAL) < 0) {
        if (errno != EINTR) throw_errno("the server is gone");
    }
    return {std::move(frames.reading), std::move(status.reading)};
}

void ForkServer::read(const Reader& reader, int file, std::uint64_t size, std::string_view name,
                      DraftSink& sink) {
    const Channels channels = start(reader, file, size, name);
    const SandboxLimits limits = limits_for(limits_.sandbox, size);
    FrameReader frames(sink);
    std::vector<char> buffer(1U << 16U);
    std::uint64_t taken = 0;
    const auto deadline = std::chrono::steady_clock::now() +
                          std::chrono::seconds(limits.wall_seconds + grace_seconds);
    for (;;) {
        if (!wait_for(channels.frames.get(), deadline)) {
            throw Error(ErrorCode::bad_input, "its reader does not answer any more");
        }
        const ssize_t got = ::read(channels.frames.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        taken += static_cast<std::uint64_t>(got);
        if (taken > limits_.output) {
            throw Error(ErrorCode::bad_input,
                        fmt::format("more than {} of text come out of it",
                                    human_size(static_cast<double>(limits_.output))));
        }
        frames.take({buffer.data(), static_cast<std::size_t>(got)});
    }
    if (!wait_for(channels.status.get(), deadline)) {
        throw Error(ErrorCode::bad_input, "its reader does not answer any more");
    }
    int status = 0;
    ssize_t got = 0;
    do {
        got = ::read(channels.status.get(), &status, sizeof(status));
    } while (got < 0 && errno == EINTR);
    if (frames.ended()) return;
    if (got != sizeof(status)) {
        throw Error(ErrorCode::io, "no process could be started to read it in");
    }
    throw Error(ErrorCode::bad_input, how_it_ended(status, limits));
}

}  // namespace vigyapti
