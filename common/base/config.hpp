// Where the index is, decided in one place for every program.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/options.hpp"

namespace vigyapti {

// Adds the settings of a configuration file under those of the command line (which win):
// the file named by --config, which must exist, else $XDG_CONFIG_HOME/vigyapti/vigyapti.conf, else
// /etc/vigyapti/vigyapti.conf, where present. `section`: see parse_config_file. Throws
// Error(configuration).
ParsedOptions with_config_file(std::span<const Option> options, ParsedOptions command_line,
                               std::string_view section = {});

// The index directory: --index, else $VIGYAPTI_INDEX, else the configuration file's `index`, else
// $XDG_DATA_HOME/vigyapti/index (by default ~/.local/share/vigyapti/index).
// `command_line` and `merged` are the settings before and after with_config_file.
std::filesystem::path index_directory(const ParsedOptions& command_line,
                                      const ParsedOptions& merged);

// Where what a user has done is kept from one run to the next: vigyapti below $XDG_STATE_HOME (by
// default ~/.local/state). Need not exist. Throws Error(configuration) without a home directory.
std::filesystem::path state_directory();

}  // namespace vigyapti
