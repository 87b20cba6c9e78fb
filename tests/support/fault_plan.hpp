// Which call of a program shall go wrong, and how; read from the environment:
//
// VIGYAPTI_FAULT_DIR    calls that change something below this folder count; absolute, no links
// VIGYAPTI_FAULT_AT     the number of the call, from 1; without it calls are only counted
// VIGYAPTI_FAULT_MODE   kill    the process dies before the call
//                       torn    … after half of it, when it is a write
//                       power   … and what was not synced is lost (fault_journal.hpp)
//                       strict  … on a file system that syncs no more than it is told to
//                       enospc  the call fails: No space left on device
//                       eio     the call fails: Input/output error
// VIGYAPTI_FAULT_STICKY set: all later calls fail too
// VIGYAPTI_FAULT_SEED   what a power cut loses
// VIGYAPTI_FAULT_GRAVE  a folder on the same file system for its use
// VIGYAPTI_FAULT_COUNT  a file that gets the number of calls at exit
// VIGYAPTI_FAULT_LOG    a file that gets a line on the call that went wrong
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "tests/support/fault_journal.hpp"
#include "tests/support/fault_operation.hpp"

namespace vigyapti::faults {

enum class Verdict { proceed, fail, tear };

class Plan {
  public:
    // The plan of this process.
    static Plan& instance();

    bool watches(const Operation& operation) const;

    // Counts the call. Does not return when the process is to die before it.
    Verdict judge(const Operation& operation);

    // Dies, after what a torn write has done.
    [[noreturn]] static void die();

    int error() const { return error_; }
    void write_count() const;

    // Around a call that proceeds. Both do nothing but for a power cut.
    std::unique_lock<std::mutex> before(const Operation& operation);
    void after(const Operation& operation, ssize_t result);

  private:
    Plan();
    void log(long number, const Operation& operation) const;

    std::string folder_;
    std::string mode_;
    long at_ = 0;
    bool sticky_ = false;
    int error_ = 0;
    std::uint64_t seed_ = 0;
    std::string count_file_;
    std::string log_file_;
    int process_ = 0;
    std::atomic<long> calls_{0};
    std::atomic<bool> struck_{false};
    std::mutex journal_mutex_;
    std::unique_ptr<Journal> journal_;
};

}  // namespace vigyapti::faults
