// The lines of a configuration file: "[section]" lines, "key = value" lines below them, '#' before
// comments. What sections and keys there may be is for others to say.
#pragma once

#include <string>
#include <vector>

namespace vigyapti {

struct ConfigLine {
    std::string key;
    std::string value;
    std::string origin;  // "FILE:LINE", for messages
};

struct ConfigSection {
    std::string name;    // empty for what stands before the first "[section]"
    std::string origin;  // "FILE:LINE" of its first line
    std::vector<ConfigLine> lines;
};

// Every section in the order of the file, also those without lines. Reads at most a megabyte.
// Throws Error(configuration) that names the file and the line.
std::vector<ConfigSection> read_config_lines(const std::string& path);

}  // namespace vigyapti
