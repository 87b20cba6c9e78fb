#include <fmt/core.h>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "indexer/operations/operations.hpp"
#include "indexer/state.hpp"

namespace vigyapti {

std::string list_failed(const IndexOptions& options) {
    const Generation generation = current_generation(options.index);
    std::string out;
    const State state = State::load(generation.folder / state_name);
    for (const FileRecord& file : state.files()) {
        for (const Failure& failure : file.failures) {
            const std::string line =
                failure.line == 0 ? std::string() : fmt::format(":{}", failure.line);
            out += fmt::format("{}{}: {}\n", printable(file.path), line, printable(failure.reason));
        }
    }
    return out;
}

}  // namespace vigyapti
