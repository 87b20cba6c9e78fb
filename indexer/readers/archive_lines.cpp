#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "indexer/readers/archive_budget.hpp"

namespace vigyapti {
namespace {

class LinesOfFile {
  public:
    explicit LinesOfFile(const InnerFile& file) : file_(file) {}

    void read() {
        for (bool more = true; more;) {
            more = fill();
            // At the end the last line needs no line feed.
            const std::size_t whole = more || damaged_ ? text().rfind('\n') + 1 : filled_;
            if (whole > 0) hand_over(whole);
            if (more && filled_ == size_) grow();
        }
    }

  private:
    std::string_view text() const { return std::string_view(buffer_).substr(0, filled_); }

    // Fills the buffer; false when there is no more.
    bool fill() {
        buffer_.resize(size_ + reader_padding);
        while (filled_ < size_) {
            const auto got = file_.read(buffer_.data() + filled_, size_ - filled_);
            if (!got) note_damage();
            if (got.value_or(0) == 0) return false;
            if (skipping_) {
                skip_line(*got);
            } else {
                filled_ += *got;
            }
        }
        return true;
    }

    void note_damage() {
        damaged_ = true;
        file_.sink.problem(0, file_.content.damage());
    }

    // Of the `got` bytes that were read, keeps what stands behind the line that is too long.
    void skip_line(std::size_t got) {
        const auto end = std::string_view(buffer_).substr(filled_, got).find('\n');
        if (end == std::string_view::npos) return;
        ++line_;
        std::memmove(buffer_.data(), buffer_.data() + filled_ + end + 1, got - end - 1);
        filled_ = got - end - 1;
        skipping_ = false;
    }

    void hand_over(std::size_t size) {
        const std::string_view lines = text().substr(0, size);
        read_inner(file_.reader.read, {lines, file_.sink.name(), line_}, file_.sink);
        line_ += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
        std::memmove(buffer_.data(), buffer_.data() + size, filled_ - size);
        filled_ -= size;
    }

    // Makes room for a line that fills the buffer.
    void grow() {
        const std::size_t longest = limits_.longest_line;
        if (size_ < longest) {
            size_ = std::min(2 * size_, longest);
            return;
        }
        file_.sink.problem(line_, fmt::format("a line longer than {} bytes", longest));
        filled_ = 0;
        skipping_ = true;
    }

    const InnerFile& file_;
    const ArchiveLimits& limits_ = file_.budget.limits();
    std::string buffer_;  // the first filled_ bytes are not read yet
    std::size_t size_ = std::min(limits_.chunk, limits_.longest_line);
    std::size_t filled_ = 0;
    std::uint64_t line_ = 1;  // of the first byte of the buffer
    bool damaged_ = false;
    bool skipping_ = false;  // in a line that is too long
};

}  // namespace

void read_lines(const InnerFile& file) {
    LinesOfFile(file).read();
}

}  // namespace vigyapti
