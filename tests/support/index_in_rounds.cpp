// vigyapti-index for tests of commits on the way: it commits after each task of some files, where
// the program itself reads a gigabyte first.
#include "common/base/main_guard.hpp"
#include "common/base/xapian.hpp"
#include "indexer/options.hpp"
#include "indexer/update.hpp"

namespace vigyapti {
namespace {

int run(int argc, const char* const* argv) {
    IndexOptions options = parse_index_options(argc, argv);
    options.commit_bytes = 1;
    options.memory = 1'000'000;  // small tasks
    Report report;
    try {
        update_index(options, report);
    } catch (const Xapian::Error& error) {
        throw translate(error, options.index.string());
    }
    return report.failed == 0 ? 0 : indexer_exit_status(ErrorCode::bad_input);
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    vigyapti::end_on_failed_write("vigyapti-index",
                                  vigyapti::indexer_exit_status(vigyapti::ErrorCode::io));
    return vigyapti::guarded_main("vigyapti-index", vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
