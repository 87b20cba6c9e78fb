#include <fmt/core.h>
#include <signal.h>

#include <algorithm>
#include <chrono>

#include "common/base/main_guard.hpp"
#include "common/index/database.hpp"
#include "common/index/lock.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/options.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/progress.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti-index";

// "-" among the paths is standard input, which is read last.
ScanResult find_input(const IndexOptions& options, Report& report) {
    std::vector<std::string> paths = options.paths;
    const bool from_stdin = std::erase(paths, "-") > 0;
    ScanResult found =
        scan(paths, options.format,
             [&](const std::string& path, const std::string& what) { report.fail(path, 0, what); });
    if (from_stdin) found.files.push_back({"-", "stdin", find_reader("jsonl"), 0});
    report.skipped = found.skipped;
    return found;
}

void refresh_vocabulary(const std::vector<std::filesystem::path>& shards) {
    Xapian::Database index;
    for (const std::filesystem::path& shard : shards)
        index.add_database(Xapian::Database(shard.string()));
    update_vocabulary(index, shards.front().parent_path() / vocabulary_name);
}

void index_into(const std::vector<std::filesystem::path>& shards, const ScanResult& found,
                const IndexOptions& options, Report& report) {
    const bool known_size = found.files.empty() || found.files.back().path != "-";
    const Progress progress(report, known_size ? found.bytes : 0, found.files.size());
    try {
        run_pipeline(options, found.files, shards, report);
        // Also when nothing changed: a run before may have been stopped between the two.
        refresh_vocabulary(shards);
    } catch (const Xapian::Error& error) {
        throw translate(error, options.index.string());
    }
}

void update_index(const IndexOptions& options, Report& report) {
    // Before anything is made: a wrong path leaves no empty index behind.
    const ScanResult found = find_input(options, report);
    const IndexLock lock(options.index);
    if (options.rebuild && index_exists(options.index)) {
        const Generation generation = create_generation(options.index, options.shards);
        index_into(generation.shards, found, options, report);
        publish_generation(options.index, generation);
    } else {
        if (!index_exists(options.index)) create_index(options.index, options.shards);
        index_into(local_shards(options.index), found, options, report);
    }
}

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
