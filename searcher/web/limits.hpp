// What one request may take of the machine.
#pragma once

#include <string>

#include "searcher/web/page_settings.hpp"

namespace vigyapti {

// From now on the process ends, with status 0, when it takes more CPU, time or memory than the
// settings allow: it writes `answer` to standard output and `remark` to standard error instead of
// what it was about to say. Nothing may have been written before. Once a process.
void set_limits(const PageSettings& settings, std::string answer, std::string remark);

// The answer is there and about to be written: time no longer runs out.
void lift_limits();

}  // namespace vigyapti
