// A log file: one line a message, "2026-11-24T02:00:13+05:30 warning what". Opened anew by each
// run, so that rotation needs no signal.
#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>

namespace vigyapti {

// "2026-11-24T02:00:13+05:30", in the local time zone.
std::string iso_time(std::time_t time);

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
