#include "indexer/task_source.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "common/base/error.hpp"
#include "common/base/file.hpp"

namespace vigyapti {

TaskSource::TaskSource(std::span<const SourceFile> files, std::size_t longest_line, Report& report)
    : files_(files), longest_line_(std::max(longest_line, task_bytes)), report_(report) {}

TaskSource::~TaskSource() {
    close();
}

void TaskSource::close() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
    descriptor_ = -1;
    current_ = nullptr;
    buffer_.clear();
}

void TaskSource::open_chunked(const SourceFile& file) {
    descriptor_ = file.path == "-" ? STDIN_FILENO
                                   : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    const bool opened = descriptor_ >= 0 && ::fstat(descriptor_, &status) == 0;
    if (!opened || (descriptor_ != STDIN_FILENO && !S_ISREG(status.st_mode))) {
        report_.fail(
            file.path.string(), 0,
            opened ? "not a regular file; pipe it to vigyapti-index -" : errno_text(errno));
        close();
        ++report_.files;
        return;
    }
    current_ = &file;
    line_ = 1;
    at_end_ = false;
}

std::optional<Task> TaskSource::next() {
    for (;;) {
        if (current_ != nullptr) {
            if (auto task = next_chunk()) return task;
            continue;
        }
        if (files_.empty()) return std::nullopt;
        if (files_.front().reader->one_record_a_line) {
            const SourceFile& file = files_.front();
            files_ = files_.subspan(1);
            open_chunked(file);
            continue;
        }
        std::size_t count = 0;
        for (std::uint64_t bytes = 0; count < files_.size() && bytes < task_bytes; ++count) {
            if (files_[count].reader->one_record_a_line) break;
            bytes += files_[count].bytes;
        }
        Task task;
        task.files = files_.first(count);
        files_ = files_.subspan(count);
        return task;
    }
}

// Reads until the buffer holds `wanted` bytes or the file ends. False when it cannot be read.
bool TaskSource::fill(std::size_t wanted) {
    while (!at_end_ && buffer_.size() < wanted) {
        const std::size_t size = buffer_.size();
        buffer_.resize(std::max(wanted, size + 65536));
        const ssize_t got = ::read(descriptor_, buffer_.data() + size, buffer_.size() - size);
        buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno != EINTR) {
            report_.fail(current_->path.string(), line_, errno_text(errno));
            return false;
        }
        at_end_ = got == 0;
    }
    return true;
}

void TaskSource::skip_long_line() {
    report_.fail(current_->path.string(), line_,
                 fmt::format("a line beyond the limit of {}",
                             human_size(static_cast<double>(longest_line_))));
    while (buffer_.find('\n') == std::string::npos && !at_end_) {
        report_.bytes += buffer_.size();
        buffer_.clear();
        if (!fill(task_bytes)) at_end_ = true;
    }
    const std::size_t end = std::min(buffer_.find('\n'), buffer_.size());
    const std::size_t skipped = std::min(end + 1, buffer_.size());
    report_.bytes += skipped;
    buffer_.erase(0, skipped);
    ++line_;
}

std::optional<Task> TaskSource::next_chunk() {
    if (!fill(task_bytes)) at_end_ = true;
    if (buffer_.empty() && at_end_) {
        close();
        ++report_.files;
        return std::nullopt;
    }
    std::size_t end = at_end_ ? buffer_.size() : buffer_.rfind('\n') + 1;
    for (std::size_t wanted = 2 * task_bytes; end == 0 && buffer_.size() <= longest_line_;
         wanted *= 2) {
        if (!fill(wanted)) at_end_ = true;
        const std::size_t newline = buffer_.find('\n');
        end = newline != std::string::npos ? newline + 1 : at_end_ ? buffer_.size() : 0;
    }
    if (end == 0 || (buffer_.size() > longest_line_ && buffer_.find('\n') > longest_line_)) {
        skip_long_line();
        return std::nullopt;
    }
    Task task;
    task.chunk_of = current_;
    task.first_line = line_;
    task.bytes.reserve(end + reader_padding);
    task.bytes.assign(buffer_, 0, end);
    line_ += static_cast<std::uint64_t>(std::count(task.bytes.begin(), task.bytes.end(), '\n'));
    buffer_.erase(0, end);
    return task;
}

}  // namespace vigyapti
