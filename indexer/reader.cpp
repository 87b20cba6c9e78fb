#include "indexer/reader.hpp"

#include <fmt/core.h>

#include <stdexcept>

#include "common/base/error.hpp"

namespace vigyapti {

void read_guarded(const Reader& reader, const Input& input, DraftSink& sink) {
    try {
        reader.read(input, sink);
    } catch (const std::logic_error& error) {
        throw Error(ErrorCode::bad_input, fmt::format("its reader went wrong: {}", error.what()),
                    "please report it with the file");
    }
}

}  // namespace vigyapti
