#include "common/base/log.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <utility>

#include "common/base/error.hpp"

namespace vigyapti {

std::string iso_time(std::time_t time) {
    std::string text = fmt::format("{:%Y-%m-%dT%H:%M:%S%z}", fmt::localtime(time));
    // strftime writes the offset without its colon.
    text.insert(text.size() - 2, ":");
    return text;
}

Log::Log(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(errno)),
                    "name another log file with --log");
    }
}

Log::~Log() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Log::Log(Log&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Log& Log::operator=(Log&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

void Log::write(std::string_view level, std::string_view what) {
    if (descriptor_ < 0) return;
    const std::string line =
        fmt::format("{} {} {}\n", iso_time(std::time(nullptr)), level, printable(what));
    [[maybe_unused]] const ssize_t written = ::write(descriptor_, line.data(), line.size());
}

}  // namespace vigyapti
