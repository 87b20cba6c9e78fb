#include "common/base/file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "common/base/descriptor.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

[[noreturn]] void throw_errno(const std::filesystem::path& path, std::string hint = {}) {
    throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(errno)),
                std::move(hint));
}

constexpr const char* disk_hint = "free some space or check the disk, then run again";

void write_all(int descriptor, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            throw_errno(path, disk_hint);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_new_file(const std::filesystem::path& path, std::string_view content) {
    const Descriptor handle(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (handle.get() < 0) throw_errno(path, disk_hint);
    write_all(handle.get(), content, path);
    if (::fsync(handle.get()) != 0) throw_errno(path, disk_hint);
}

}  // namespace

Descriptor open_regular_file(const std::filesystem::path& path) {
    // Without O_NONBLOCK a named pipe in the folder would stop the run for good.
    Descriptor handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!handle) throw_errno(path, "check that the user who indexes may read the file");
    struct stat status {};
    if (::fstat(handle.get(), &status) != 0) throw_errno(path);
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::bad_input, fmt::format("{}: not a regular file", path.string()));
    }
    return handle;
}

void throw_too_large(const std::filesystem::path& path, std::uint64_t limit,
                     std::string_view flag) {
    throw Error(ErrorCode::bad_input,
                fmt::format("{}: larger than the limit of {}", path.string(),
                            human_size(static_cast<double>(limit))),
                fmt::format("split the file, or raise {}", flag));
}

std::string read_file(const std::filesystem::path& path, std::size_t limit, std::string_view flag) {
    const Descriptor handle = open_regular_file(path);
    struct stat status {};
    if (::fstat(handle.get(), &status) != 0) throw_errno(path);
    std::string content;
    const auto expected = static_cast<std::size_t>(status.st_size);
    content.resize(std::min(expected, limit) + 1);
    std::size_t size = 0;
    for (;;) {
        if (size == content.size()) content.resize(content.size() * 2);
        const ssize_t got = ::read(handle.get(), content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw_errno(path);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > limit) throw_too_large(path, limit, flag);
    }
    content.resize(size);
    return content;
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
    std::filesystem::path temporary = path;
    temporary += fmt::format(".tmp{}", ::getpid());
    try {
        write_new_file(temporary, content);
        if (::rename(temporary.c_str(), path.c_str()) != 0) throw_errno(path, disk_hint);
    } catch (const Error&) {
        ::unlink(temporary.c_str());
        throw;
    }
    // A rename is on the disk only when the folder that holds the name is.
    sync_folder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.get() < 0 || ::fsync(handle.get()) != 0) throw_errno(folder, disk_hint);
}

void make_folders(const std::filesystem::path& path) {
    std::error_code code;
    std::filesystem::create_directories(path, code);
    if (code) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), code.message()),
                    "choose another index directory with --index, or check the permissions");
    }
}

void remove_tree(const std::filesystem::path& path) {
    std::error_code code;
    std::filesystem::remove_all(path, code);
    if (code) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), code.message()),
                    "check the permissions");
    }
}

std::string human_size(double bytes) {
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    // 999.95 would be shown as 1000.0.
    while (bytes >= (unit == 0 ? 1000 : 999.95) && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return fmt::format("{:.{}f} {}", bytes, unit == 0 ? 0 : 1, units.at(unit));
}

}  // namespace vigyapti
