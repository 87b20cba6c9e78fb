#include "common/index/lock.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <string>
#include <thread>

#include "common/base/error.hpp"
#include "common/base/file.hpp"

namespace vigyapti {
namespace {

constexpr const char* lock_name = "lock";

// What the holder wrote: "process 123 since 2024-05-01 02:00:00".
std::string read_holder(int descriptor) {
    std::array<char, 200> buffer{};
    const ssize_t size = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    if (size <= 0) return "another process";
    std::string holder(buffer.data(), static_cast<std::size_t>(size));
    return holder.substr(0, holder.find('\n'));
}

// Tries for `seconds`. Returns 0 or the errno value of the last attempt.
int lock_within(int descriptor, unsigned seconds) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) return errno;
        if (std::chrono::steady_clock::now() >= deadline) return EWOULDBLOCK;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return 0;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& directory, unsigned seconds) {
    make_folders(directory);
    const std::filesystem::path path = directory / lock_name;
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(errno)),
                    "check that the user who indexes may write there");
    }
    if (const int cause = lock_within(descriptor_, seconds); cause != 0) {
        const std::string holder = read_holder(descriptor_);
        ::close(descriptor_);
        if (cause != EWOULDBLOCK) {
            throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(cause)));
        }
        throw Error(
            ErrorCode::locked,
            fmt::format("{}: locked: {} is writing to this index", directory.string(), holder),
            "run again when it has finished, or let it wait with --wait SECONDS");
    }
    // Only for people to read: a failure to write it down harms nothing.
    const std::string holder = fmt::format("process {} since {:%Y-%m-%d %H:%M:%S}\n", ::getpid(),
                                           fmt::localtime(std::time(nullptr)));
    if (::ftruncate(descriptor_, 0) == 0) {
        [[maybe_unused]] const ssize_t written =
            ::pwrite(descriptor_, holder.data(), holder.size(), 0);
    }
}

// The file stays: removing it would let a third process lock another file of the same name.
IndexLock::~IndexLock() {
    // Another program may lock it next, such as flock(1), which writes no name down.
    [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0);
    ::close(descriptor_);
}

}  // namespace vigyapti
