#include "indexer/progress.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "common/base/error.hpp"
#include "common/base/file.hpp"

namespace vigyapti {

std::string progress_line(std::uint64_t bytes, std::uint64_t total_bytes, std::uint64_t files,
                          std::uint64_t total_files, double seconds) {
    const double speed = seconds > 0 ? static_cast<double>(bytes) / seconds : 0;
    const std::string rate = human_size(speed) + "/s";
    if (total_bytes == 0) {
        return fmt::format("{} read  {}", human_size(static_cast<double>(bytes)), rate);
    }
    constexpr std::size_t width = 20;
    const double share =
        std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes));
    const auto full = static_cast<std::size_t>(share * width);
    const double rest = static_cast<double>(total_bytes) * (1 - share);
    const auto left = static_cast<std::uint64_t>(speed > 0 ? rest / speed + 0.5 : 0);
    return fmt::format("[{}{}] {:3.0f}%  {}/{} files  {}  {}:{:02} left", std::string(full, '#'),
                       std::string(width - full, ' '), std::floor(share * 100), files, total_files,
                       rate, left / 60, left % 60);
}

Progress::Progress(const Report& report, std::uint64_t total_bytes, std::uint64_t total_files)
    : report_(report), total_bytes_(total_bytes), total_files_(total_files) {
    if (::isatty(STDERR_FILENO) != 0) thread_ = std::thread([this] { draw_until_stopped(); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    wake_.notify_one();
    thread_.join();
    write_stderr("\r\x1b[K");
}

void Progress::draw_until_stopped() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::milliseconds(200), [this] { return stopped_; })) {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
        write_stderr(
            fmt::format("\r\x1b[K{}", progress_line(report_.bytes, total_bytes_, report_.files,
                                                    total_files_, passed.count())));
    }
}

}  // namespace vigyapti
