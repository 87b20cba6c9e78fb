#include "indexer/report.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include "common/base/error.hpp"

namespace vigyapti {

void Report::fail(const std::string& where, std::uint64_t line, const std::string& what) {
    ++failed;
    warn(where, line, what);
}

void Report::warn(const std::string& where, std::uint64_t line, const std::string& what) {
    const std::string place = line == 0 ? where : fmt::format("{}:{}", where, line);
    const std::lock_guard lock(output_);
    // A progress bar may stand in the line.
    if (::isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\x1b[K");
    print_warning("vigyapti-index", fmt::format("{}: {}", place, what));
}

std::string Report::summary(double seconds) const {
    return fmt::format(
        "indexed={} updated={} unchanged={} deleted={} failed={} bytes={} seconds={:.2f} "
        "skipped={}",
        indexed.load(), updated.load(), unchanged.load(), deleted.load(), failed.load(),
        bytes.load(), seconds, skipped.load());
}

}  // namespace vigyapti
