// What every `main` does around its work: one place that turns exceptions into messages and exit
// statuses, and a broken pipe into success.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/base/error.hpp"

namespace vigyapti {

// Exit statuses of vigyapti-index, after sysexits.h. Never renumbered.
int indexer_exit_status(ErrorCode code);

// Exit status of vigyapti-search for any error.
inline constexpr int searcher_error_status = 2;

// Runs `work`, with all standard descriptors held open, and returns its status. A vigyapti::Error,
// a Xapian::Error or a std::exception is printed to stderr under the name `program`, and
// `status_of` gives the exit status for its code.
int guarded_main(std::string_view program, const std::function<int(ErrorCode)>& status_of,
                 const std::function<int()>& work);

// Writes `text` to stdout at once. Returns false when the reader has closed the pipe (SIGPIPE must
// be ignored by the program); throws Error(io) for any other failure.
bool write_stdout(std::string_view text);

}  // namespace vigyapti
