#include "searcher/web/limits.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <new>
#include <utility>

namespace vigyapti {
namespace {

// What is written where nothing may be allocated any more.
struct LastWords {
    std::string answer;
    std::string remark;
};

LastWords& last_words() {
    static LastWords words;
    return words;
}

void write_all(int descriptor, const std::string& text) {
    const char* data = text.data();
    std::size_t left = text.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, data, left);
        if (written <= 0) return;
        data += written;
        left -= static_cast<std::size_t>(written);
    }
}

[[noreturn]] void give_up() {
    // The other limits may be reached while this is written.
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_BLOCK, &all, nullptr);
    write_all(STDERR_FILENO, last_words().remark);
    write_all(STDOUT_FILENO, last_words().answer);
    ::_exit(0);
}

extern "C" void on_limit(int) {
    give_up();
}

void on_signal(int number) {
    struct sigaction action {};
    action.sa_handler = on_limit;
    ::sigfillset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

void limit_to(__rlimit_resource what, rlim_t soft, rlim_t hard) {
    const struct rlimit limit { soft, hard };
    ::setrlimit(what, &limit);
}

// Bytes of address space that are taken already: the program, its libraries, the tables of ICU.
std::size_t address_space() {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

void set_limits(const PageSettings& settings, std::string answer, std::string remark) {
    last_words() = {std::move(answer), std::move(remark)};
    if (settings.cpu_seconds > 0) {
        on_signal(SIGXCPU);
        limit_to(RLIMIT_CPU, settings.cpu_seconds, settings.cpu_seconds + 1);
    }
    if (settings.seconds > 0) {
        on_signal(SIGALRM);
        ::alarm(settings.seconds);
    }
    if (settings.memory_mb > 0) {
        std::set_new_handler(give_up);
        const rlim_t most = address_space() + settings.memory_mb * 1'000'000;
        limit_to(RLIMIT_AS, most, most);
    }
}

void lift_limits() {
    ::alarm(0);
    ::signal(SIGALRM, SIG_IGN);
    ::signal(SIGXCPU, SIG_IGN);
}

}  // namespace vigyapti
