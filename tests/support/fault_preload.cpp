// A library to preload (LD_PRELOAD) into vigyapti-index, under which the disk fails where a test
// wants it: it stands before the calls of the C library that change files, counts those on the
// index and lets one of them go wrong. fault_plan.hpp lists what the environment says. What goes
// through stdio is not seen; neither Xapian nor the indexer writes the index so.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <filesystem>

#include "tests/support/fault_plan.hpp"

namespace {

using vigyapti::faults::Kind;
using vigyapti::faults::Operation;
using vigyapti::faults::Plan;
using vigyapti::faults::Verdict;

// The C library's own function.
template <typename Function>
Function* next(Function*, const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string path_of(int descriptor) {
    std::array<char, PATH_MAX> buffer{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

std::string path_of(int folder, const char* path) {
    const std::filesystem::path named(path);
    if (named.is_absolute()) return named.lexically_normal().string();
    const std::filesystem::path base =
        folder == AT_FDCWD ? std::filesystem::current_path().string() : path_of(folder);
    return (base / named).lexically_normal().string();
}

off_t position_of(int descriptor) {
    struct stat status {};
    const bool appends = (::fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
    if (appends && ::fstat(descriptor, &status) == 0) return status.st_size;
    return std::max<off_t>(::lseek(descriptor, 0, SEEK_CUR), 0);
}

Operation write_operation(const char* call, int descriptor, std::size_t size) {
    return {Kind::write, call, path_of(descriptor), {}, descriptor, position_of(descriptor), size};
}

// Does `call` unless the plan says otherwise; `half` is what a torn write does of it.
template <typename Call, typename Half>
auto watched(const Operation& operation, int saved, Call call, Half half) -> decltype(call()) {
    Plan& plan = Plan::instance();
    if (plan.watches(operation)) {
        switch (plan.judge(operation)) {
            case Verdict::tear:
                half();
                Plan::die();
            case Verdict::fail:
                errno = plan.error();
                return -1;
            case Verdict::proceed:
                break;
        }
        const auto lock = plan.before(operation);
        errno = saved;
        const auto result = call();
        saved = errno;
        plan.after(operation, result);
        errno = saved;
        return result;
    }
    errno = saved;
    return call();
}

template <typename Call>
auto watched(const Operation& operation, int saved, Call call) -> decltype(call()) {
    return watched(operation, saved, call, [] {});
}

template <typename Open>
int watched_open(const char* name, int folder, const char* path, int flags, Open open) {
    const int saved = errno;
    if ((flags & O_CREAT) == 0) return open();
    Operation operation{Kind::create, name, path_of(folder, path)};
    operation.truncates = (flags & O_TRUNC) != 0;
    return watched(operation, saved, open);
}

mode_t mode_argument(int flags, va_list arguments) {
    const bool has_mode = (flags & (O_CREAT | O_TMPFILE)) != 0;
    return has_mode ? va_arg(arguments, mode_t) : mode_t{0};
}

__attribute__((destructor)) void at_exit() {
    Plan::instance().write_count();
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    static const auto real = next(&::open, "open");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return watched_open("open", AT_FDCWD, path, flags, [=] { return real(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
    static const auto real = next(&::open64, "open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return watched_open("open64", AT_FDCWD, path, flags, [=] { return real(path, flags, mode); });
}

int openat(int folder, const char* path, int flags, ...) {
    static const auto real = next(&::openat, "openat");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return watched_open("openat", folder, path, flags,
                        [=] { return real(folder, path, flags, mode); });
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    static const auto real = next(&::write, "write");
    const int saved = errno;
    return watched(
        write_operation("write", descriptor, size), saved,
        [=] { return real(descriptor, bytes, size); },
        [=] { return real(descriptor, bytes, size / 2); });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    static const auto real = next(&::pwrite, "pwrite");
    const int saved = errno;
    return watched(
        {Kind::write, "pwrite", path_of(descriptor), {}, descriptor, offset, size}, saved,
        [=] { return real(descriptor, bytes, size, offset); },
        [=] { return real(descriptor, bytes, size / 2, offset); });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
    static const auto real = next(&::pwrite64, "pwrite64");
    const int saved = errno;
    return watched(
        {Kind::write, "pwrite64", path_of(descriptor), {}, descriptor, offset, size}, saved,
        [=] { return real(descriptor, bytes, size, offset); },
        [=] { return real(descriptor, bytes, size / 2, offset); });
}

ssize_t writev(int descriptor, const struct iovec* parts, int count) {
    static const auto real = next(&::writev, "writev");
    const int saved = errno;
    std::size_t size = 0;
    for (int i = 0; i < count; ++i)
        size += parts[i].iov_len;
    return watched(
        write_operation("writev", descriptor, size), saved,
        [=] { return real(descriptor, parts, count); },
        [=] { return real(descriptor, parts, count / 2); });
}

ssize_t sendfile(int to, int from, off_t* offset, size_t size) {
    static const auto real = next(&::sendfile, "sendfile");
    const int saved = errno;
    return watched(
        write_operation("sendfile", to, size), saved, [=] { return real(to, from, offset, size); },
        [=] { return real(to, from, offset, size / 2); });
}

int ftruncate(int descriptor, off_t length) noexcept {
    static const auto real = next(&::ftruncate, "ftruncate");
    const int saved = errno;
    return watched({Kind::truncate, "ftruncate", path_of(descriptor), {}, descriptor, length},
                   saved, [=] { return real(descriptor, length); });
}

int ftruncate64(int descriptor, off64_t length) noexcept {
    static const auto real = next(&::ftruncate64, "ftruncate64");
    const int saved = errno;
    return watched({Kind::truncate, "ftruncate64", path_of(descriptor), {}, descriptor, length},
                   saved, [=] { return real(descriptor, length); });
}

int fsync(int descriptor) {
    static const auto real = next(&::fsync, "fsync");
    const int saved = errno;
    return watched({Kind::sync, "fsync", path_of(descriptor), {}, descriptor}, saved,
                   [=] { return real(descriptor); });
}

int fdatasync(int descriptor) {
    static const auto real = next(&::fdatasync, "fdatasync");
    const int saved = errno;
    return watched({Kind::data_sync, "fdatasync", path_of(descriptor), {}, descriptor}, saved,
                   [=] { return real(descriptor); });
}

int rename(const char* from, const char* to) noexcept {
    static const auto real = next(&::rename, "rename");
    const int saved = errno;
    return watched({Kind::rename, "rename", path_of(AT_FDCWD, from), path_of(AT_FDCWD, to)}, saved,
                   [=] { return real(from, to); });
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    static const auto real = next(&::renameat, "renameat");
    const int saved = errno;
    return watched({Kind::rename, "renameat", path_of(from_folder, from), path_of(to_folder, to)},
                   saved, [=] { return real(from_folder, from, to_folder, to); });
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
    static const auto real = next(&::renameat2, "renameat2");
    const int saved = errno;
    return watched({Kind::rename, "renameat2", path_of(from_folder, from), path_of(to_folder, to)},
                   saved, [=] { return real(from_folder, from, to_folder, to, flags); });
}

int unlink(const char* path) noexcept {
    static const auto real = next(&::unlink, "unlink");
    const int saved = errno;
    return watched({Kind::unlink, "unlink", path_of(AT_FDCWD, path)}, saved,
                   [=] { return real(path); });
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    static const auto real = next(&::unlinkat, "unlinkat");
    const int saved = errno;
    const Kind kind = (flags & AT_REMOVEDIR) != 0 ? Kind::rmdir : Kind::unlink;
    return watched({kind, "unlinkat", path_of(folder, path)}, saved,
                   [=] { return real(folder, path, flags); });
}

int rmdir(const char* path) noexcept {
    static const auto real = next(&::rmdir, "rmdir");
    const int saved = errno;
    return watched({Kind::rmdir, "rmdir", path_of(AT_FDCWD, path)}, saved,
                   [=] { return real(path); });
}

int remove(const char* path) noexcept {
    static const auto real = next(&::remove, "remove");
    const int saved = errno;
    struct stat status {};
    const bool folder = ::lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    return watched({folder ? Kind::rmdir : Kind::unlink, "remove", path_of(AT_FDCWD, path)}, saved,
                   [=] { return real(path); });
}

int mkdir(const char* path, mode_t mode) noexcept {
    static const auto real = next(&::mkdir, "mkdir");
    const int saved = errno;
    return watched({Kind::mkdir, "mkdir", path_of(AT_FDCWD, path)}, saved,
                   [=] { return real(path, mode); });
}

}  // extern "C"
