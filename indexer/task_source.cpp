#include "indexer/task_source.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "indexer/stop.hpp"

namespace vigyapti {

namespace {

struct HashState {
    XXH3_state_t* state = XXH3_createState();
    HashState() = default;
    ~HashState() { XXH3_freeState(state); }
    HashState(const HashState&) = delete;
    HashState& operator=(const HashState&) = delete;
};

}  // namespace

struct TaskSource::Hash : HashState {};

std::uint64_t file_hash(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_open_file(int descriptor, const std::string& path) {
    const HashState hash;
    XXH3_64bits_reset(hash.state);
    std::vector<char> buffer(1U << 18U);
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(ErrorCode::io, fmt::format("{}: {}", path, errno_text(errno)));
        if (got == 0) return XXH3_64bits_digest(hash.state);
        XXH3_64bits_update(hash.state, buffer.data(), static_cast<std::size_t>(got));
        at += got;
    }
}

bool is_cut_into_lines(const SourceFile& file) {
    return file.reader->shape == FileShape::one_record_a_line;
}

TaskSource::TaskSource(std::span<const SourceFile> files, TaskLimits limits, ReadProblem problem,
                       FileRead file_read)
    : files_(files),
      limits_{limits.task_bytes, std::max(limits.longest_line, limits.task_bytes)},
      problem_(std::move(problem)),
      file_read_(std::move(file_read)),
      hash_(std::make_unique<Hash>()) {}

TaskSource::~TaskSource() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

void TaskSource::close() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
    descriptor_ = -1;
    buffer_.clear();
    const SourceFile& file = *std::exchange(current_, nullptr);
    if (!stopped_) file_read_(file, failed_ ? 0 : XXH3_64bits_digest(hash_->state));
}

void TaskSource::open_chunked(const SourceFile& file) {
    descriptor_ = file.path == standard_input
                      ? STDIN_FILENO
                      : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    current_ = &file;
    line_ = 1;
    at_end_ = false;
    struct stat status {};
    const bool opened = descriptor_ >= 0 && ::fstat(descriptor_, &status) == 0;
    const bool readable = opened && (descriptor_ == STDIN_FILENO || S_ISREG(status.st_mode));
    failed_ = !readable;
    if (!readable) {
        problem_(file, 0,
                 opened ? "not a regular file; pipe it to vigyapti-index -" : errno_text(errno));
        close();
        return;
    }
    XXH3_64bits_reset(hash_->state);
}

std::optional<Task> TaskSource::next() {
    for (;;) {
        if (current_ != nullptr) {
            if (auto task = next_chunk()) return task;
            continue;
        }
        if (files_.empty()) return std::nullopt;
        if (is_cut_into_lines(files_.front())) {
            const SourceFile& file = files_.front();
            files_ = files_.subspan(1);
            open_chunked(file);
            continue;
        }
        std::size_t count = 0;
        for (std::uint64_t bytes = 0; count < files_.size() && bytes < limits_.task_bytes;
             ++count) {
            if (is_cut_into_lines(files_[count])) break;
            bytes += files_[count].stamp.bytes;
        }
        Task task;
        task.files = files_.first(count);
        files_ = files_.subspan(count);
        return task;
    }
}

// Another thread may get the signal, so that it interrupts no call of this one. False when the
// program is asked to stop.
bool TaskSource::wait_for_input() const {
    constexpr int milliseconds = 200;
    struct pollfd input {};
    input.fd = descriptor_;
    input.events = POLLIN;
    while (!stop_requested()) {
        if (::poll(&input, 1, milliseconds) != 0) return true;
    }
    return false;
}

// Reads until the buffer holds `wanted` bytes or the file ends. False when it cannot be read.
bool TaskSource::fill(std::size_t wanted) {
    while (!at_end_ && buffer_.size() < wanted) {
        stopped_ = descriptor_ == STDIN_FILENO && !wait_for_input();
        if (stopped_) {
            // The rest of a line that is not whole would have come.
            buffer_.resize(buffer_.rfind('\n') + 1);
            return false;
        }
        const std::size_t size = buffer_.size();
        buffer_.resize(std::max(wanted, size + 65536));
        const ssize_t got = ::read(descriptor_, buffer_.data() + size, buffer_.size() - size);
        buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            problem_(*current_, line_, errno_text(errno));
            failed_ = true;
            return false;
        }
        if (got > 0) {
            XXH3_64bits_update(hash_->state, buffer_.data() + size, static_cast<std::size_t>(got));
        }
        at_end_ = got == 0;
    }
    return true;
}

void TaskSource::skip_long_line() {
    problem_(*current_, line_,
             fmt::format("a line beyond the limit of {}",
                         human_size(static_cast<double>(limits_.longest_line))));
    while (buffer_.find('\n') == std::string::npos && !at_end_) {
        buffer_.clear();
        if (!fill(limits_.task_bytes)) at_end_ = true;
    }
    const std::size_t end = std::min(buffer_.find('\n'), buffer_.size());
    buffer_.erase(0, std::min(end + 1, buffer_.size()));
    ++line_;
}

std::optional<Task> TaskSource::next_chunk() {
    if (!fill(limits_.task_bytes)) at_end_ = true;
    if (buffer_.empty() && at_end_) {
        close();
        return std::nullopt;
    }
    std::size_t end = at_end_ ? buffer_.size() : buffer_.rfind('\n') + 1;
    for (std::size_t wanted = 2 * limits_.task_bytes;
         end == 0 && buffer_.size() <= limits_.longest_line; wanted *= 2) {
        if (!fill(wanted)) at_end_ = true;
        const std::size_t newline = buffer_.find('\n');
        end = newline != std::string::npos ? newline + 1 : at_end_ ? buffer_.size() : 0;
    }
    if (stopped_ && end == 0) {
        close();
        return std::nullopt;
    }
    const bool long_line =
        buffer_.size() > limits_.longest_line && buffer_.find('\n') > limits_.longest_line;
    if (end == 0 || long_line) {
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
