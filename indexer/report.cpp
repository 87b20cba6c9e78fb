#include "indexer/report.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

// A report lists no more than this, however many files are broken; `failed` counts all.
constexpr std::size_t most_listed = 10'000;

// A progress bar may stand in the line.
void clear_progress() {
    if (::isatty(STDERR_FILENO) != 0) write_stderr("\r\x1b[K");
}

}  // namespace

void Report::fail(const std::string& where, std::uint64_t line, const std::string& what) {
    ++failed;
    {
        const std::lock_guard lock(mutex_);
        if (failures_.size() < most_listed) failures_.push_back({where, line, what});
    }
    warn(where, line, what);
}

void Report::warn(const std::string& where, std::uint64_t line, const std::string& what) {
    const std::string place = line == 0 ? where : fmt::format("{}:{}", where, line);
    warn(fmt::format("{}: {}", place, what));
}

void Report::warn(const std::string& message) {
    const std::lock_guard lock(mutex_);
    clear_progress();
    print_warning("vigyapti-index", message);
    log_.write("warning", message);
}

void Report::tell(const std::string& message) {
    const std::lock_guard lock(mutex_);
    if (verbose) {
        clear_progress();
        write_stderr(fmt::format("vigyapti-index: note: {}\n", printable(message)));
    }
    log_.write("info", message);
}

Report::Phase::~Phase() {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
    const std::lock_guard lock(report_.mutex_);
    auto& phases = report_.phases_;
    const auto known = std::find_if(phases.begin(), phases.end(),
                                    [this](const auto& phase) { return phase.first == name_; });
    if (known != phases.end()) {
        known->second += passed.count();
    } else {
        phases.emplace_back(name_, passed.count());
    }
}

double Report::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string Report::summary() const {
    return fmt::format(
        "indexed={} updated={} unchanged={} deleted={} failed={} bytes={} seconds={:.2f} "
        "skipped={}",
        indexed.load(), updated.load(), unchanged.load(), deleted.load(), failed.load(),
        bytes.load(), seconds(), skipped.load());
}

std::string Report::to_json(const std::filesystem::path& index, int status,
                            const std::string& error) const {
    using Json = nlohmann::ordered_json;
    Json report;
    report["version"] = 1;
    report["started"] = iso_time(std::chrono::system_clock::to_time_t(started_));
    report["seconds"] = seconds();
    report["status"] = status;
    report["error"] = error;
    report["index"] = index.string();
    const auto count = [&](const char* name, std::uint64_t value) { report[name] = value; };
    count("indexed", indexed);
    count("updated", updated);
    count("unchanged", unchanged);
    count("deleted", deleted);
    count("failed", failed);
    count("failed_before", failed_before);
    count("skipped", skipped);
    count("files", files);
    count("bytes", bytes);
    report["failures"] = Json::array();
    for (const Failure& failure : failures_) {
        report["failures"].push_back(
            {{"path", failure.path}, {"line", failure.line}, {"reason", failure.reason}});
    }
    report["timings"] = Json::object();
    for (const auto& [name, value] : phases_)
        report["timings"][name] = value;
    // A path may hold any bytes, JSON may not.
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace vigyapti
