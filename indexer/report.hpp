// What a run has done so far: counted by several threads, shown as progress, told to the user and
// the log as it happens, and summed up at the end.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/log.hpp"

namespace vigyapti {

class Report {
  public:
    std::atomic<std::uint64_t> indexed{0};    // new in the index
    std::atomic<std::uint64_t> updated{0};    // replaced, since their content changed
    std::atomic<std::uint64_t> unchanged{0};  // in the input as they are in the index
    std::atomic<std::uint64_t> deleted{0};
    std::atomic<std::uint64_t> failed{0};   // files and records that could not be read
    std::atomic<std::uint64_t> skipped{0};  // files of a format that no reader knows
    std::atomic<std::uint64_t> bytes{0};    // of input read
    std::atomic<std::uint64_t> files{0};    // files read to their end
    std::uint64_t failed_before = 0;        // failures of earlier runs in files that did not change
    bool verbose = false;                   // set before the work begins

    // From now on messages also go to the file, which is appended to. Throws Error(io).
    void open_log(const std::filesystem::path& path) { log_ = Log(path); }

    // Counts a failure and prints it to stderr as "where:line: what"; `line` 0 is left out.
    void fail(const std::string& where, std::uint64_t line, const std::string& what);
    // Prints without counting.
    void warn(const std::string& where, std::uint64_t line, const std::string& what);
    void warn(const std::string& message);
    // What is as it should be: to the log, and to stderr where `verbose` asks for it.
    void tell(const std::string& message);
    // Only to the log.
    void note(std::string_view level, std::string_view what) { log_.write(level, what); }

    // Measures the time until its end as the phase called `name`; phases of one name add up.
    class Phase {
      public:
        Phase(Report& report, std::string name) : report_(report), name_(std::move(name)) {}
        ~Phase();
        Phase(const Phase&) = delete;
        Phase& operator=(const Phase&) = delete;

      private:
        Report& report_;
        std::string name_;
        std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    };

    double seconds() const;

    // "indexed=N updated=N unchanged=N deleted=N failed=N bytes=N seconds=S skipped=N"
    std::string summary() const;

    // The whole as JSON, for --report. `status`: of the exit; `error`: what ended the run, or "".
    std::string to_json(const std::filesystem::path& index, int status,
                        const std::string& error) const;

  private:
    struct Failure {
        std::string path;
        std::uint64_t line = 0;
        std::string reason;
    };

    const std::chrono::system_clock::time_point started_ = std::chrono::system_clock::now();
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    Log log_;
    std::mutex mutex_;  // of the output and of what follows
    std::vector<Failure> failures_;
    std::vector<std::pair<std::string, double>> phases_;
};

}  // namespace vigyapti
