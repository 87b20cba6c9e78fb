// A progress bar on stderr: files, speed, time left. Draws nothing unless stderr is a terminal.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/report.hpp"

namespace vigyapti {

// One line without its end: "[#####     ]  53%  120/226 files  18.2 MB/s  0:12 left".
// With `total_bytes` 0, which is unknown, only what has been read is shown.
std::string progress_line(std::uint64_t bytes, std::uint64_t total_bytes, std::uint64_t files,
                          std::uint64_t total_files, double seconds);

// Draws from its own thread, five times a second, until destroyed.
class Progress {
  public:
    // `report` must outlive the object.
    Progress(const Report& report, std::uint64_t total_bytes, std::uint64_t total_files);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

  private:
    void draw_until_stopped();

    const Report& report_;
    const std::uint64_t total_bytes_;
    const std::uint64_t total_files_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopped_ = false;
    std::thread thread_;
};

}  // namespace vigyapti
