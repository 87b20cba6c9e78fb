#include "indexer/isolation/sandbox.hpp"

#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <memory>
#include <string>

namespace vigyapti {
namespace {

// Sanitizers take terabytes of addresses and open files as they report.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// `hard`: where the kernel does not warn any more.
void limit(int what, rlim_t soft, rlim_t hard) {
    const struct rlimit limits { soft, hard };
    ::setrlimit(static_cast<__rlimit_resource>(what), &limits);
}

// What counts for RLIMIT_DATA, in bytes.
std::uint64_t data_size() {
    constexpr std::string_view name = "VmData:";
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) return std::stoull(line.substr(name.size())) * 1024;
    }
    return 0;
}

// An error and not a signal for what is forbidden: libraries try to open files that they can do
// without.
void filter_system_calls() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(
        ::seccomp_init(SCMP_ACT_ERRNO(EPERM)), ::seccomp_release);
    if (filter == nullptr) return;
    for (const int call :
         {SCMP_SYS(read),         SCMP_SYS(readv),          SCMP_SYS(pread64),
          SCMP_SYS(write),        SCMP_SYS(writev),         SCMP_SYS(lseek),
          SCMP_SYS(close),        SCMP_SYS(fstat),          SCMP_SYS(mmap),
          SCMP_SYS(mmap2),        SCMP_SYS(munmap),         SCMP_SYS(mremap),
          SCMP_SYS(mprotect),     SCMP_SYS(madvise),        SCMP_SYS(brk),
          SCMP_SYS(futex),        SCMP_SYS(sched_yield),    SCMP_SYS(sched_getaffinity),
          SCMP_SYS(getrandom),    SCMP_SYS(clock_gettime),  SCMP_SYS(clock_getres),
          SCMP_SYS(gettimeofday), SCMP_SYS(time),           SCMP_SYS(getrusage),
          SCMP_SYS(getpid),       SCMP_SYS(gettid),         SCMP_SYS(sysinfo),
          SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
          SCMP_SYS(sigaltstack),  SCMP_SYS(exit),           SCMP_SYS(exit_group)}) {
        ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    }
    // abort() sends itself a signal.
    const scmp_arg_cmp to_itself{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0};
    ::seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &to_itself);
    ::seccomp_load(filter.get());
}

}  // namespace

SandboxLimits limits_for(const SandboxLimits& limits, std::uint64_t size) {
    SandboxLimits of_input = limits;
    of_input.cpu_seconds += static_cast<unsigned>(size / 2'000'000);
    of_input.wall_seconds += static_cast<unsigned>(size / 1'000'000);
    return of_input;
}

void enter_sandbox(const SandboxLimits& limits) {
    for (const int each : {SIGALRM, SIGXCPU})
        ::signal(each, SIG_DFL);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 5);
    ::alarm(limits.wall_seconds);
    ::prctl(PR_SET_DUMPABLE, 0);
    if (sanitized) return;
    const rlim_t memory = data_size() + limits.memory;
    limit(RLIMIT_DATA, memory, memory);
    filter_system_calls();
}

}  // namespace vigyapti
