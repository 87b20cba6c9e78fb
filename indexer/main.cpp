#include <fmt/core.h>
#include <signal.h>

#include <algorithm>
#include <chrono>

#include "common/base/main_guard.hpp"
#include "indexer/options.hpp"
#include "indexer/update.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti-index";

int run(int argc, const char* const* argv) {
    const IndexOptions options = parse_index_options(argc, argv);
    if (options.help || options.version) {
        write_stdout(options.help ? index_help()
                                  : fmt::format("{} {}\n", program, VIGYAPTI_VERSION));
        return 0;
    }
    const auto start = std::chrono::steady_clock::now();
    Report report;
    update_index(options, report);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (options.verbose) fmt::print(stderr, "{}\n", report.summary(seconds.count()));
    return report.failed == 0 ? 0 : indexer_exit_status(ErrorCode::bad_input);
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    // A full disk or a closed pipe is an error to report, not a signal to die of.
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
    return vigyapti::guarded_main(vigyapti::program, vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
