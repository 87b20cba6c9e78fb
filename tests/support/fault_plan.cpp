#include "tests/support/fault_plan.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace vigyapti::faults {
namespace {

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// A full disk does not keep a program from removing what is there.
bool takes_room(Kind kind) {
    return kind != Kind::unlink && kind != Kind::rmdir;
}

}  // namespace

Plan& Plan::instance() {
    // Never destroyed: destructors of the program come here after those of this library.
    static Plan& plan = *new Plan;
    return plan;
}

Plan::Plan()
    : folder_(variable("VIGYAPTI_FAULT_DIR")),
      mode_(variable("VIGYAPTI_FAULT_MODE")),
      at_(std::atol(variable("VIGYAPTI_FAULT_AT").c_str())),
      sticky_(!variable("VIGYAPTI_FAULT_STICKY").empty()),
      seed_(std::strtoull(variable("VIGYAPTI_FAULT_SEED").c_str(), nullptr, 10)),
      count_file_(variable("VIGYAPTI_FAULT_COUNT")),
      log_file_(variable("VIGYAPTI_FAULT_LOG")),
      process_(::getpid()) {
    if (mode_ == "enospc") error_ = ENOSPC;
    if (mode_ == "eio") error_ = EIO;
    if (at_ > 0 && (mode_ == "power" || mode_ == "strict"))
        journal_ = std::make_unique<Journal>(variable("VIGYAPTI_FAULT_GRAVE"), mode_ == "strict");
}

bool Plan::watches(const Operation& operation) const {
    const auto below = [this](const std::string& path) {
        return path.starts_with(folder_) &&
               (path.size() == folder_.size() || path[folder_.size()] == '/');
    };
    // Xapian may fork a child that only holds a lock.
    if (folder_.empty() || ::getpid() != process_) return false;
    return below(operation.path) || (!operation.target.empty() && below(operation.target));
}

Verdict Plan::judge(const Operation& operation) {
    const long number = ++calls_;
    if (at_ <= 0 || number < at_) return Verdict::proceed;
    if (error_ != 0) {
        if (error_ == ENOSPC && !takes_room(operation.kind)) return Verdict::proceed;
        if (struck_.exchange(true) && !sticky_) return Verdict::proceed;
        log(number, operation);
        return Verdict::fail;
    }
    // Another thread is about to end the process: nothing more may reach the disk.
    if (struck_.exchange(true)) {
        for (;;)
            ::pause();
    }
    log(number, operation);
    if (mode_ == "torn" && operation.kind == Kind::write) return Verdict::tear;
    if (journal_) {
        const std::lock_guard lock(journal_mutex_);
        journal_->cut_power(seed_);
        die();
    }
    die();
}

void Plan::die() {
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

std::unique_lock<std::mutex> Plan::before(const Operation& operation) {
    if (!journal_) return {};
    std::unique_lock lock(journal_mutex_);
    journal_->before(operation);
    return lock;
}

void Plan::after(const Operation& operation, ssize_t result) {
    if (journal_) journal_->after(operation, result);
}

void Plan::write_count() const {
    if (count_file_.empty() || ::getpid() != process_) return;
    std::FILE* const file = std::fopen(count_file_.c_str(), "w");
    if (file == nullptr) return;
    std::fprintf(file, "%ld\n", calls_.load());
    std::fclose(file);
}

void Plan::log(long number, const Operation& operation) const {
    if (log_file_.empty()) return;
    const int file = ::open(log_file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (file < 0) return;
    ::dprintf(file, "%s at call %ld: %s %s %s\n", mode_.c_str(), number, operation.call,
              operation.path.c_str(), operation.target.c_str());
    ::close(file);
}

}  // namespace vigyapti::faults
