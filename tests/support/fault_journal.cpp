#include "tests/support/fault_journal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace vigyapti::faults {
namespace {

// Past the library's own wrappers, which would count these calls.
int raw_unlink(const std::string& path) {
    return static_cast<int>(::syscall(SYS_unlink, path.c_str()));
}

int raw_rename(const std::string& from, const std::string& to) {
    return static_cast<int>(::syscall(SYS_rename, from.c_str(), to.c_str()));
}

int raw_open(const std::string& path) {
    return static_cast<int>(::syscall(SYS_open, path.c_str(), O_RDWR | O_CLOEXEC, 0));
}

void raw_write(int descriptor, const std::string& bytes, off_t offset) {
    ::syscall(SYS_pwrite64, descriptor, bytes.data(), bytes.size(), offset);
}

void raw_resize(int descriptor, off_t size) {
    ::syscall(SYS_ftruncate, descriptor, size);
}

off_t size_of(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

std::string read_at(int descriptor, off_t offset, std::size_t size) {
    std::string bytes(size, '\0');
    const ssize_t got = ::pread(descriptor, bytes.data(), size, offset);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return bytes;
}

// What is in a folder whose name is lost is lost with it.
void remove_all(const std::string& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.is_directory()) {
            remove_all(entry.path().string());
        } else {
            raw_unlink(entry.path().string());
        }
    }
    ::syscall(SYS_rmdir, folder.c_str());
}

// The next of a row of pseudo-random numbers (splitmix64).
std::uint64_t draw(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

}  // namespace

Journal::Journal(std::string graveyard, bool strict)
    : graveyard_(std::move(graveyard)), strict_(strict) {}

Journal::File* Journal::file_of(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
    const auto [found, is_new] = files_.try_emplace({status.st_dev, status.st_ino});
    File& file = found->second;
    if (is_new) {
        file.descriptor = raw_open("/proc/self/fd/" + std::to_string(descriptor));
        file.resized = status.st_size == 0;
    }
    return &file;
}

void Journal::keep_removed(const std::string& path) {
    // A run that was killed before this one may have left some.
    do {
        grave_ = graveyard_ + "/" + std::to_string(graves_++);
        if (::link(path.c_str(), grave_.c_str()) == 0) return;
    } while (errno == EEXIST);
    grave_.clear();
}

void Journal::before(const Operation& operation) {
    grave_.clear();
    changing_ = nullptr;
    int opened = -1;
    switch (operation.kind) {
        case Kind::create:
            existed_ = ::access(operation.path.c_str(), F_OK) == 0;
            if (!existed_ || !operation.truncates) return;
            opened = raw_open(operation.path);
            changing_ = file_of(opened);
            break;
        case Kind::write:
        case Kind::truncate:
            changing_ = file_of(operation.descriptor);
            break;
        case Kind::rename:
            keep_removed(operation.target);
            return;
        case Kind::unlink:
            keep_removed(operation.path);
            return;
        default:
            return;
    }
    if (opened >= 0) ::close(opened);
    if (changing_ == nullptr) return;
    const bool write = operation.kind == Kind::write;
    change_ = {operation.offset, size_of(changing_->descriptor), 0, {}, {}};
    const auto length =
        write
            ? operation.size
            : static_cast<std::size_t>(std::max<off_t>(change_.size_before - operation.offset, 0));
    change_.old_bytes = read_at(changing_->descriptor, operation.offset, length);
}

void Journal::finish_change(const Operation& operation) {
    change_.size_after = size_of(changing_->descriptor);
    if (operation.kind == Kind::write) {
        change_.new_bytes = read_at(changing_->descriptor, operation.offset, operation.size);
    }
    if (change_.size_after != change_.size_before) changing_->resized = true;
    changing_->changes.push_back(std::move(change_));
    changing_ = nullptr;
}

void Journal::finish_sync(const Operation& operation) {
    File* const file = file_of(operation.descriptor);
    const bool commits = file == nullptr || file->resized ||
                         (operation.kind == Kind::sync && !file->changes.empty());
    if (file != nullptr) {
        file->changes.clear();
        file->resized = false;
    }
    if (strict_) {
        if (file == nullptr) settle_names(operation.path);
    } else if (commits) {
        settle_names({});
    }
}

// Those in `folder` are safe now; all when it is empty.
void Journal::settle_names(const std::string& folder) {
    const auto lies_there = [&](const std::string& path) {
        return path.substr(0, path.rfind('/')) == folder;
    };
    std::erase_if(names_, [&](const Naming& naming) {
        if (!folder.empty() && !lies_there(naming.path) && !lies_there(naming.target)) return false;
        if (!naming.grave.empty()) raw_unlink(naming.grave);
        return true;
    });
}

void Journal::after(const Operation& operation, ssize_t result) {
    if (result < 0) {
        if (!grave_.empty()) raw_unlink(grave_);
        return;
    }
    if (changing_ != nullptr) finish_change(operation);
    switch (operation.kind) {
        case Kind::create:
            // Opened for reading too, so that a file is known before its first byte.
            file_of(static_cast<int>(result));
            if (existed_) return;
            break;
        case Kind::sync:
        case Kind::data_sync:
            finish_sync(operation);
            return;
        case Kind::write:
        case Kind::truncate:
            return;
        default:
            break;
    }
    names_.push_back({operation.kind, operation.path, operation.target, grave_});
}

void Journal::undo(const Naming& naming) {
    switch (naming.kind) {
        case Kind::create:
            raw_unlink(naming.path);
            break;
        case Kind::mkdir:
            remove_all(naming.path);
            break;
        case Kind::rename:
            raw_rename(naming.target, naming.path);
            if (!naming.grave.empty()) raw_rename(naming.grave, naming.target);
            break;
        case Kind::unlink:
            raw_rename(naming.grave, naming.path);
            break;
        case Kind::rmdir:
            ::syscall(SYS_mkdir, naming.path.c_str(), 0777);
            break;
        default:
            break;
    }
}

// A file loses all that was not synced, or each write of it by the toss of a coin.
void Journal::lose_data(const File& file, std::uint64_t& state) {
    const bool all = draw(state) % 2 == 0;
    for (auto change = file.changes.rbegin(); change != file.changes.rend(); ++change) {
        raw_resize(file.descriptor, change->size_before);
        raw_write(file.descriptor, change->old_bytes, change->offset);
    }
    for (const Change& change : file.changes) {
        if (all || draw(state) % 2 == 0) continue;
        if (change.new_bytes.empty()) {
            raw_resize(file.descriptor, change.size_after);
        } else {
            raw_write(file.descriptor, change.new_bytes, change.offset);
        }
    }
}

void Journal::cut_power(std::uint64_t seed) {
    std::uint64_t state = seed;
    for (const auto& [identity, file] : files_)
        lose_data(file, state);
    const std::size_t kept = draw(state) % (names_.size() + 1);
    while (names_.size() > kept) {
        undo(names_.back());
        names_.pop_back();
    }
}

}  // namespace vigyapti::faults
