// What may and may not stand together on the command line of vigyapti-index and in its
// configuration file.
#pragma once

#include <vector>

#include "common/base/options.hpp"
#include "indexer/options.hpp"

namespace vigyapti {

// The mode that the command line asks for. Throws Error(usage), naming both, for two of them.
IndexMode mode_of(const ParsedOptions& command_line);

// Throws Error(usage) with a hint for flags and arguments that make no sense in `mode` or beside
// each other. What a configuration file sets is no contradiction: it is meant for the nightly run.
void check_combinations(const ParsedOptions& command_line, IndexMode mode);

// What to index: the arguments, else the paths of the configuration file. Never empty. The source
// of an argument is that of --source, else that of the same path in the file. Throws Error(usage)
// or Error(configuration).
std::vector<InputPath> input_paths(const ParsedOptions& merged);

}  // namespace vigyapti
