#include <fmt/core.h>
#include <signal.h>
#include <sys/resource.h>

#include "common/base/file.hpp"
#include "common/base/main_guard.hpp"
#include "common/base/xapian.hpp"
#include "indexer/operations/operations.hpp"
#include "indexer/options.hpp"
#include "indexer/update.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti-index";

// Merging opens many shards at once, each of which is five files.
void raise_file_limit() {
    struct rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Returns what to print.
std::string carry_out(const IndexOptions& options, Report& report) {
    switch (options.mode) {
        case IndexMode::check:
            return check_index(options, report);
        case IndexMode::compact:
            compact_index(options, report);
            return {};
        case IndexMode::explain_file:
            return explain_files(options, report);
        case IndexMode::stats:
            return index_stats(options);
        case IndexMode::list_failed:
            return list_failed(options);
        case IndexMode::delete_releases:
            delete_releases(options, report);
            return {};
        case IndexMode::update:
            break;
    }
    update_index(options, report);
    return {};
}

void finish(const IndexOptions& options, Report& report, int status, const std::string& error) {
    report.note(error.empty() ? "info" : "error", error.empty() ? report.summary() : error);
    if (!options.report.empty()) {
        replace_file(options.report, report.to_json(options.index, status, error));
    }
}

int run(int argc, const char* const* argv) {
    const IndexOptions options = parse_index_options(argc, argv);
    if (options.help || options.version) {
        write_stdout(options.help ? index_help()
                                  : fmt::format("{} {}\n", program, VIGYAPTI_VERSION));
        return 0;
    }
    Report report;
    report.verbose = options.verbose;
    if (!options.log.empty()) report.open_log(options.log);
    try {
        try {
            write_stdout(carry_out(options, report));
        } catch (const Xapian::Error& error) {
            throw translate(error, options.index.string());
        }
    } catch (const Error& error) {
        finish(options, report, indexer_exit_status(error.code()), error.what());
        throw;
    }
    const int status = report.failed == 0 ? 0 : indexer_exit_status(ErrorCode::bad_input);
    finish(options, report, status, {});
    if (options.verbose) write_stderr(report.summary() + "\n");
    return status;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    vigyapti::raise_file_limit();
    // A full disk or a closed pipe is an error to report, not a signal to die of.
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
    vigyapti::end_on_failed_write(vigyapti::program,
                                  vigyapti::indexer_exit_status(vigyapti::ErrorCode::io));
    return vigyapti::guarded_main(vigyapti::program, vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
