// The configuration file as options: the same table that declares a program's flags says which keys
// there are.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/options.hpp"

namespace vigyapti {

// Reads "key = value" lines, where a key is a flag's name; switches are yes or no, '#' begins a
// comment. Keys stand before any "[section]" or in the one called `section`. The sections of other
// programs are passed over, and so is "[source NAME]" unless `options` has keys for it. Paths must
// be absolute: a relative one would depend on the folder in which a program is started. Throws
// Error(configuration) that names the file, the line and the key.
ParsedOptions parse_config_file(std::span<const Option> options, const std::string& path,
                                std::string_view section = {});

}  // namespace vigyapti
