#include "common/base/config_lines.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>
#include <string_view>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

namespace po = boost::program_options;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void refuse(std::string_view line, const std::string& origin) {
    throw Error(ErrorCode::configuration, fmt::format("{}: \"{}\" is no setting", origin, line),
                "a line is KEY = VALUE, where KEY is a long flag without its dashes, or [SECTION]");
}

// Adds what `line` sets to `section`, nothing for an empty one. Boost reads one line at a time,
// since it does not say in which line of a file a mistake is.
void take_line(std::string_view line, const std::string& origin, ConfigSection& section) {
    try {
        std::istringstream stream{std::string(line)};
        for (const po::option& each : po::parse_config_file(stream, {}, true).options)
            section.lines.push_back({each.string_key, each.value.front(), origin});
    } catch (const po::error&) {
        refuse(line, origin);
    }
}

}  // namespace

std::vector<ConfigSection> read_config_lines(const std::string& path) {
    constexpr std::size_t limit = 1'000'000;
    std::string content;
    try {
        content = read_file(path, limit);
    } catch (const Error& error) {
        throw Error(ErrorCode::configuration, error.what(), error.hint());
    }
    std::string_view rest = content;
    if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
    std::vector<ConfigSection> sections{{{}, fmt::format("{}:1", path), {}}};
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::string origin = fmt::format("{}:{}", path, number);
        const std::string_view bare = trimmed(line.substr(0, line.find('#')));
        if (bare.starts_with('[') && bare.ends_with(']')) {
            const std::string_view name = trimmed(bare.substr(1, bare.size() - 2));
            if (name.empty()) refuse(bare, origin);
            sections.push_back({std::string(name), origin, {}});
        } else {
            take_line(bare, origin, sections.back());
        }
    }
    return sections;
}

}  // namespace vigyapti
