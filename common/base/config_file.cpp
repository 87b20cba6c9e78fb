#include "common/base/config_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "common/base/config_lines.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr const char* source_section = "source";

[[noreturn]] void refuse_line(const ConfigLine& line, const std::string& why,
                              const std::string& hint) {
    throw Error(ErrorCode::configuration, fmt::format("{}: {}", line.origin, why), hint);
}

// A switch is on with "yes" (or no value) and off with "no".
bool is_on(const ConfigLine& line) {
    static constexpr std::array<std::string_view, 5> on{"", "yes", "true", "on", "1"};
    static constexpr std::array<std::string_view, 4> off{"no", "false", "off", "0"};
    if (std::find(on.begin(), on.end(), line.value) != on.end()) return true;
    if (std::find(off.begin(), off.end(), line.value) != off.end()) return false;
    refuse_line(line, fmt::format("{} = {}: neither yes nor no", line.key, line.value),
                "write yes or no");
}

void take_setting(const Option& option, const ConfigLine& line, const std::string& source,
                  ParsedOptions& out) {
    if (option.value.empty()) {
        if (is_on(line)) {
            out.set(line.key, "", line.origin);
        } else {
            out.remove(line.key);
        }
        return;
    }
    if (line.value.empty()) {
        refuse_line(line, fmt::format("{}: no value", line.key), "give it one or leave it out");
    }
    const bool is_path = option.value == "DIR" || option.value == "FILE";
    if (is_path && line.value.front() != '/') {
        refuse_line(line, fmt::format("{} = {}: not an absolute path", line.key, line.value),
                    "write the path in full, from / on; ~ and variables mean nothing here");
    }
    if (option.place == OptionPlace::config_file) {
        out.add(line.key, {line.value, line.origin, source});
    } else {
        out.set(line.key, line.value, line.origin);
    }
}

void take_section(std::span<const Option> options, const ConfigSection& section,
                  ParsedOptions& out) {
    for (const ConfigLine& line : section.lines) {
        const Option* option = find_option(options, line.key);
        if (option == nullptr) {
            refuse_line(line, fmt::format("unknown key \"{}\"", line.key),
                        "a key is a long flag without its dashes; see vigyapti.conf(5)");
        }
        if (option->place == OptionPlace::command_line) {
            refuse_line(line, fmt::format("\"{}\" is for the command line only", line.key),
                        fmt::format("write --{} where it is wanted", line.key));
        }
        take_setting(*option, line, {}, out);
    }
}

// The section "[source NAME]".
void take_source(std::span<const Option> options, const ConfigSection& section,
                 const std::string& name, ParsedOptions& out) {
    for (const ConfigLine& line : section.lines) {
        const Option* option = find_option(options, line.key);
        if (option == nullptr || option->place != OptionPlace::config_file) {
            refuse_line(line, fmt::format("\"{}\" is no key of a source", line.key),
                        "see vigyapti.conf(5); other settings stand above, in [index]");
        }
        take_setting(*option, line, name, out);
    }
}

// NAME of "[source NAME]"; nothing for other sections.
std::optional<std::string> source_name(const ConfigSection& section) {
    std::string_view rest = section.name;
    if (!rest.starts_with(source_section)) return std::nullopt;
    rest.remove_prefix(std::string_view(source_section).size());
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return std::nullopt;
    const auto begin = rest.find_first_not_of(" \t");
    if (begin == rest.npos) {
        throw Error(ErrorCode::configuration,
                    fmt::format("{}: [source] without a name", section.origin),
                    "write the name behind it: [source NAME]");
    }
    return std::string(rest.substr(begin));
}

}  // namespace

ParsedOptions parse_config_file(std::span<const Option> options, const std::string& path,
                                std::string_view section) {
    // One file serves all programs, so that each must know the sections of the others.
    static constexpr std::array<std::string_view, 3> programs{"index", "search", "page"};
    const bool has_sources = std::any_of(options.begin(), options.end(), [](const Option& each) {
        return each.place == OptionPlace::config_file;
    });
    ParsedOptions out;
    for (const ConfigSection& each : read_config_lines(path)) {
        if (each.name.empty() || each.name == section) {
            take_section(options, each, out);
        } else if (const auto name = source_name(each)) {
            if (has_sources) take_source(options, each, *name, out);
        } else if (std::find(programs.begin(), programs.end(), each.name) == programs.end()) {
            throw Error(ErrorCode::configuration,
                        fmt::format("{}: unknown section [{}]", each.origin, each.name),
                        "there are [index], [search], [page] and [source NAME]");
        }
    }
    return out;
}

}  // namespace vigyapti
