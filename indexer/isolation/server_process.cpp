#include "indexer/isolation/server_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "common/base/descriptor.hpp"
#include "common/base/error.hpp"
#include "indexer/isolation/draft_wire.hpp"

namespace vigyapti {
namespace {

struct ReceivedRequest {
    ReadRequest request;
    std::string name;
    Descriptor input;
    Descriptor frames;
    Descriptor status;
};

constexpr std::size_t descriptors_sent = 3;

// Nothing at the end of the socket.
std::optional<ReceivedRequest> receive(int control) {
    ReceivedRequest received{};
    received.name.resize(longest_isolated_name);
    std::array<struct iovec, 2> parts{{{&received.request, sizeof(received.request)},
                                       {received.name.data(), received.name.size()}}};
    alignas(struct cmsghdr) std::array<char, CMSG_SPACE(descriptors_sent * sizeof(int))> space{};
    struct msghdr message {};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = space.data();
    message.msg_controllen = space.size();
    const ssize_t got = ::recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    const struct cmsghdr* head = CMSG_FIRSTHDR(&message);
    if (got < static_cast<ssize_t>(sizeof(ReadRequest)) || head == nullptr ||
        head->cmsg_len != CMSG_LEN(descriptors_sent * sizeof(int))) {
        return std::nullopt;
    }
    received.name.resize(static_cast<std::size_t>(got) - sizeof(ReadRequest));
    std::array<int, descriptors_sent> numbers{};
    std::memcpy(numbers.data(), CMSG_DATA(head), sizeof(numbers));
    received.input = Descriptor(numbers[0]);
    received.frames = Descriptor(numbers[1]);
    received.status = Descriptor(numbers[2]);
    return received;
}

class PipeSink : public DraftSink {
  public:
    explicit PipeSink(int pipe) : pipe_(pipe) {}

    void add(Draft draft, std::string name) override { send(draft_frame(draft, name)); }
    void problem(std::uint64_t line, const std::string& what) override {
        send(problem_frame(line, what));
    }
    void nothing(const std::string& why) override { send(nothing_frame(why)); }

    // Ends the process when nobody listens any more.
    void send(std::string_view frame) const {
        while (!frame.empty()) {
            const ssize_t written = ::write(pipe_, frame.data(), frame.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) ::_exit(1);
            frame.remove_prefix(static_cast<std::size_t>(written));
        }
    }

  private:
    int pipe_;
};

// The bytes of an input with what a reader may read behind them; not there when it cannot be
// mapped.
std::optional<std::string_view> map_input(int file, std::uint64_t size) {
    void* const space =
        ::mmap(nullptr, size + reader_padding, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (space == MAP_FAILED) return std::nullopt;
    if (size > 0 &&
        ::mmap(space, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) == MAP_FAILED) {
        return std::nullopt;
    }
    return std::string_view(static_cast<const char*>(space), size);
}

[[noreturn]] void read_one(const ReceivedRequest& received, const SandboxLimits& limits) {
    const PipeSink sink(received.frames.get());
    const auto& [reader, size] = received.request;
    const auto bytes = map_input(received.input.get(), size);
    if (!bytes) {
        sink.send(refusal_frame("it cannot be mapped into memory", {}));
        ::_exit(0);
    }
    enter_sandbox(limits_for(limits, size));
    try {
        PipeSink drafts(received.frames.get());
        reader->read({*bytes, received.name}, drafts);
        sink.send(end_frame());
    } catch (const Error& error) {
        sink.send(refusal_frame(error.what(), error.hint()));
    } catch (const std::bad_alloc&) {
        sink.send(refusal_frame("reading it takes more memory than is allowed", {}));
    } catch (const std::exception& error) {
        sink.send(refusal_frame(error.what(), {}));
    }
    ::_exit(0);
}

class Server {
  public:
    Server(int control, const SandboxLimits& limits) : control_(control), limits_(limits) {
        sigset_t children;
        ::sigemptyset(&children);
        ::sigaddset(&children, SIGCHLD);
        ::sigprocmask(SIG_BLOCK, &children, &mask_before_);
        ended_ = Descriptor(::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
    }

    void run() {
        for (;;) {
            std::array<struct pollfd, 2> waiting{
                {{control_, POLLIN, 0}, {ended_.get(), POLLIN, 0}}};
            if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
            if (waiting[1].revents != 0) collect_ended();
            if (waiting[0].revents == 0) continue;
            auto received = receive(control_);
            if (!received) break;
            start(std::move(*received));
        }
        for (const auto& [child, status] : running_)
            ::kill(child, SIGKILL);
    }

  private:
    void start(ReceivedRequest received) {
        const pid_t server = ::getpid();
        const pid_t child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != server) ::_exit(1);
            ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
            ::close(control_);
            read_one(received, limits_);
        }
        // Without a process the status pipe closes empty, which says so.
        if (child > 0) running_.emplace(child, std::move(received.status));
    }

    void collect_ended() {
        struct signalfd_siginfo ignored {};
        while (::read(ended_.get(), &ignored, sizeof(ignored)) > 0) {
        }
        int status = 0;
        for (;;) {
            const pid_t child = ::waitpid(-1, &status, WNOHANG);
            if (child <= 0) return;
            const auto found = running_.find(child);
            if (found == running_.end()) continue;
            // Nobody may be listening any more.
            [[maybe_unused]] const ssize_t written =
                ::write(found->second.get(), &status, sizeof(status));
            running_.erase(found);
        }
    }

    const int control_;
    const SandboxLimits& limits_;
    sigset_t mask_before_{};
    Descriptor ended_;
    std::map<pid_t, Descriptor> running_;  // with their status pipes
};

// The index's lock and tables, and the ends of pipes that others wait for, are none of ours.
void close_all_but(int control) {
    const Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    // What libraries complain of on their own is not for the user; what sanitizers find is for us.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr std::array standard{STDIN_FILENO, STDOUT_FILENO};
#else
    constexpr std::array standard{STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO};
#endif
    for (const int each : standard)
        ::dup2(nothing.get(), each);
    const auto first = static_cast<unsigned>(STDERR_FILENO) + 1;
    const auto kept = static_cast<unsigned>(control);
    if (kept > first) ::close_range(first, kept - 1, 0);
    ::close_range(kept + 1, ~0U, 0);
}

}  // namespace

void serve_reads(int control, const SandboxLimits& limits) {
    // The program is asked to stop, finishes what is under way and then closes the socket.
    for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
        ::signal(each, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_all_but(control);
    try {
        for (const Reader& reader : readers()) {
            if (reader.prepare != nullptr) reader.prepare();
        }
        Server(control, limits).run();
    } catch (...) {
        // Those who wait see their pipes close.
    }
    ::_exit(0);
}

}  // namespace vigyapti
