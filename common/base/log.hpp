// A log file: one line a message, "2026-11-24T02:00:13+0530 warning what". Opened anew by each run,
// so that rotation needs no signal.
#pragma once

#include <filesystem>
#include <string_view>

namespace vigyapti {

class Log {
  public:
    // Writes nowhere.
    Log() = default;
    // Appends to the file, which is created where it is missing. Throws Error(io).
    explicit Log(const std::filesystem::path& path);
    ~Log();
    Log(Log&& other) noexcept;
    Log& operator=(Log&& other) noexcept;

    // One write a line, so that lines of two processes never mix. Control characters are replaced.
    // A disk that is full costs the line, not the run.
    void write(std::string_view level, std::string_view what);

  private:
    int descriptor_ = -1;
};

}  // namespace vigyapti
