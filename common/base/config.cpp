#include "common/base/config.hpp"

#include <cstdlib>

#include "common/base/config_file.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// An XDG base directory: the variable where it holds an absolute path (the specification tells
// programs to ignore relative ones), else `fallback` below the home directory.
std::filesystem::path xdg_directory(const char* variable, const char* fallback) {
    std::filesystem::path named = environment(variable);
    if (named.is_absolute()) return named;
    return std::filesystem::path(environment("HOME")) / fallback;
}

std::string find_config_file() {
    std::error_code ignored;
    // Without HOME the first path is relative: the current folder must not configure the program.
    for (const auto& path :
         {xdg_directory("XDG_CONFIG_HOME", ".config") / "vigyapti" / "vigyapti.conf",
          std::filesystem::path("/etc/vigyapti/vigyapti.conf")}) {
        if (path.is_absolute() && std::filesystem::exists(path, ignored)) return path.string();
    }
    return {};
}

}  // namespace

ParsedOptions with_config_file(std::span<const Option> options, ParsedOptions command_line,
                               std::string_view section) {
    const std::string path =
        command_line.has("config") ? command_line.text("config") : find_config_file();
    if (path.empty()) return command_line;
    const ParsedOptions file = parse_config_file(options, path, section);
    for (const Option& option : options) {
        if (command_line.has(option.name)) continue;
        for (const OptionValue& value : file.all(option.name))
            command_line.add(std::string(option.name), value);
    }
    return command_line;
}

std::filesystem::path index_directory(const ParsedOptions& command_line,
                                      const ParsedOptions& merged) {
    if (command_line.has("index")) return command_line.text("index");
    if (const std::string named = environment("VIGYAPTI_INDEX"); !named.empty()) return named;
    if (merged.has("index")) return merged.text("index");
    const auto data = xdg_directory("XDG_DATA_HOME", ".local/share");
    if (!data.is_absolute()) {
        throw Error(ErrorCode::configuration, "no index directory: HOME is not set",
                    "name one with --index DIR");
    }
    return data / "vigyapti" / "index";
}

std::filesystem::path state_directory() {
    const auto state = xdg_directory("XDG_STATE_HOME", ".local/state");
    if (!state.is_absolute()) {
        throw Error(ErrorCode::configuration, "no folder for the state: HOME is not set",
                    "set HOME, or XDG_STATE_HOME to an absolute path");
    }
    return state / "vigyapti";
}

}  // namespace vigyapti
