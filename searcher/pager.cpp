#include "searcher/pager.hpp"

#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>

#include "common/base/error.hpp"
#include "common/base/main_guard.hpp"

namespace vigyapti {
namespace {

constexpr int not_started = 127;  // as the shell has it
// What makes a command one for the shell; the same as in git.
constexpr std::string_view shell_characters = "|&;<>()$`\\\"' \t\n*?[#~=%";

[[noreturn]] void throw_errno(const char* what) {
    throw Error(ErrorCode::io, fmt::format("{}: {}", what, errno_text(errno)));
}

class SpawnActions {
  public:
    SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

// Starts the command, which reads from the pipe; nothing when there is no such program.
std::optional<pid_t> start(const std::string& command, const std::array<int, 2>& pipe) {
    SpawnActions actions;
    ::posix_spawn_file_actions_adddup2(actions.get(), pipe[0], STDIN_FILENO);
    ::posix_spawn_file_actions_addclose(actions.get(), pipe[0]);
    ::posix_spawn_file_actions_addclose(actions.get(), pipe[1]);
    const bool plain = command.find_first_of(shell_characters) == std::string::npos;
    const std::array<std::string, 3> words = plain
                                                 ? std::array<std::string, 3>{command}
                                                 : std::array<std::string, 3>{"sh", "-c", command};
    std::array<char*, 4> arguments{};
    for (std::size_t i = 0; i < words.size() && !words[i].empty(); ++i)
        arguments[i] = const_cast<char*>(words[i].c_str());
    pid_t process = 0;
    const int failure = ::posix_spawnp(&process, plain ? arguments[0] : "/bin/sh", actions.get(),
                                       nullptr, arguments.data(), environ);
    if (failure != 0) return std::nullopt;
    return process;
}

// False when the pager has closed its end.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

int wait_for(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) throw_errno("pager");
    }
    return status;
}

}  // namespace

std::string pager_command() {
    const char* term = std::getenv("TERM");
    if (::isatty(STDOUT_FILENO) == 0 || term == nullptr || std::string_view(term) == "dumb")
        return {};
    const char* pager = std::getenv("PAGER");
    const std::string command = pager == nullptr ? "less" : pager;
    return command == "cat" ? std::string() : command;
}

bool pager_shows_links(std::string_view command) {
    return command.empty() || command == "less" || command.starts_with("less ");
}

bool show(const std::string& command, std::string_view text) {
    if (command.empty()) return write_stdout(text);
    // F: end when all fits; R: pass colours on; X: leave the text on the screen.
    ::setenv("LESS", "FRX", 0);
    ::setenv("LV", "-c", 0);
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw_errno("pager");
    const std::optional<pid_t> process = start(command, ends);
    ::close(ends[0]);
    if (!process) {
        ::close(ends[1]);
        return write_stdout(text);
    }
    // An interrupt from the keyboard is for the pager.
    const auto interrupt = ::signal(SIGINT, SIG_IGN);
    const auto broken_pipe = ::signal(SIGPIPE, SIG_IGN);
    const bool whole = write_all(ends[1], text);
    ::close(ends[1]);
    const int status = wait_for(*process);
    ::signal(SIGINT, interrupt);
    ::signal(SIGPIPE, broken_pipe);
    if (WIFEXITED(status) && WEXITSTATUS(status) == not_started) return write_stdout(text);
    return whole;
}

}  // namespace vigyapti
