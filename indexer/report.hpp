// What a run has done so far: counted by several threads, shown as progress and summed up at the
// end.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

namespace vigyapti {

class Report {
  public:
    std::atomic<std::uint64_t> indexed{0};    // new in the index
    std::atomic<std::uint64_t> updated{0};    // replaced, since their content changed
    std::atomic<std::uint64_t> unchanged{0};  // seen again as they were
    std::atomic<std::uint64_t> deleted{0};
    std::atomic<std::uint64_t> failed{0};   // files and records that could not be read
    std::atomic<std::uint64_t> skipped{0};  // files of a format that no reader knows
    std::uint64_t failed_before = 0;        // failures of earlier runs in files that did not change
    std::atomic<std::uint64_t> bytes{0};    // of input read
    std::atomic<std::uint64_t> files{0};    // files read to their end

    // Counts a failure and prints it to stderr as "where:line: what"; `line` 0 is left out.
    void fail(const std::string& where, std::uint64_t line, const std::string& what);
    // Prints without counting.
    void warn(const std::string& where, std::uint64_t line, const std::string& what);

    // "indexed=N updated=N unchanged=N deleted=N failed=N bytes=N seconds=S skipped=N"
    std::string summary(double seconds) const;

  private:
    std::mutex output_;
};

}  // namespace vigyapti
