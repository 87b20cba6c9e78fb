#include "common/base/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>

#include "common/base/error.hpp"
#include "common/base/file.hpp"

namespace vigyapti {
namespace {

namespace po = boost::program_options;

// No flag can have this name on a command line: Boost splits at the first '='.
constexpr const char* arguments_name = "=arguments";

po::options_description boost_description(std::span<const Option> options) {
    po::options_description description;
    for (const Option& option : options) {
        std::string name(option.name);
        if (option.letter != '\0') name += fmt::format(",{}", option.letter);
        if (option.value.empty()) {
            description.add_options()(name.c_str(), "");
        } else {
            description.add_options()(name.c_str(), po::value<std::string>(), "");
        }
    }
    return description;
}

// `-पाकिस्तान` is a query word, not a group of flags.
std::vector<po::option> take_excluded_word(std::vector<std::string>& words) {
    std::vector<po::option> taken;
    const std::string& word = words.front();
    if (word.size() > 1 && word[0] == '-' && static_cast<unsigned char>(word[1]) >= 0x80) {
        po::option option;
        option.position_key = 0;
        option.value.push_back(word);
        option.original_tokens.push_back(word);
        taken.push_back(option);
        words.erase(words.begin());
    }
    return taken;
}

ParsedOptions collect(const po::basic_parsed_options<char>& parsed) {
    ParsedOptions out;
    for (const po::option& option : parsed.options) {
        if (option.position_key >= 0 || option.string_key == arguments_name) {
            for (const std::string& value : option.value)
                out.add_argument(value);
        } else {
            out.set(option.string_key, option.value.empty() ? "" : option.value.back());
        }
    }
    return out;
}

constexpr const char* setting_hint =
    "each line is KEY = VALUE, where KEY is a long flag without its dashes";

// One line of a configuration file. A switch is on with "yes" (or no value) and off with "no".
void take_setting(std::span<const Option> options, std::string_view key, const std::string& value,
                  const std::string& path, ParsedOptions& out) {
    const auto option = std::find_if(options.begin(), options.end(),
                                     [key](const Option& each) { return each.name == key; });
    if (option == options.end()) {
        throw Error(ErrorCode::configuration, fmt::format("{}: unknown key \"{}\"", path, key),
                    setting_hint);
    }
    static constexpr std::array<std::string_view, 5> on{"", "yes", "true", "on", "1"};
    static constexpr std::array<std::string_view, 4> off{"no", "false", "off", "0"};
    const bool is_switch = option->value.empty();
    if (is_switch && std::find(off.begin(), off.end(), value) != off.end()) return;
    if (is_switch && std::find(on.begin(), on.end(), value) == on.end()) {
        throw Error(ErrorCode::configuration,
                    fmt::format("{}: {} = {}: neither yes nor no", path, key, value),
                    "write yes or no");
    }
    out.set(std::string(key), value, path);
}

}  // namespace

bool ParsedOptions::has(std::string_view name) const {
    return values_.find(name) != values_.end();
}

std::string ParsedOptions::text(std::string_view name, std::string_view fallback) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string(fallback) : found->second.text;
}

std::string ParsedOptions::file_of(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second.file;
}

void ParsedOptions::refuse(std::string_view name, const std::string& why,
                           const std::string& hint) const {
    const std::string file = file_of(name);
    if (file.empty()) throw Error(ErrorCode::usage, fmt::format("--{} {}", name, why), hint);
    throw Error(ErrorCode::configuration, fmt::format("{}: {} = {}", file, name, why), hint);
}

std::int64_t ParsedOptions::number(std::string_view name, std::int64_t fallback, std::int64_t low,
                                   std::int64_t high) const {
    if (!has(name)) return fallback;
    const std::string given = text(name);
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(given.data(), given.data() + given.size(), value);
    const bool whole = code == std::errc() && end == given.data() + given.size();
    if (!whole || value < low || value > high) {
        refuse(name, fmt::format("{}: not a whole number from {} to {}", given, low, high), {});
    }
    return value;
}

std::string ParsedOptions::choice(std::string_view name, std::string_view fallback,
                                  std::span<const std::string_view> choices) const {
    std::string given = text(name, fallback);
    if (std::find(choices.begin(), choices.end(), given) != choices.end()) return given;
    std::string list;
    for (const std::string_view each : choices)
        list += fmt::format("{}{}", list.empty() ? "" : ", ", each);
    refuse(name, fmt::format("{}: no such choice", given), fmt::format("choose one of: {}", list));
}

ParsedOptions parse_command_line(std::span<const Option> options, int argc,
                                 const char* const* argv) {
    const po::options_description description = boost_description(options);
    po::positional_options_description positional;
    positional.add(arguments_name, -1);
    po::options_description all;
    all.add(description).add_options()(arguments_name, po::value<std::vector<std::string>>());
    try {
        po::command_line_parser parser(argc, argv);
        parser.options(all).positional(positional);
        parser.style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing);
        parser.extra_style_parser(take_excluded_word);
        return collect(parser.run());
    } catch (const po::error& error) {
        throw Error(ErrorCode::usage, error.what(),
                    "see --help; write -- before words that begin with a dash");
    }
}

ParsedOptions parse_config_file(std::span<const Option> options, const std::string& path,
                                std::string_view section) {
    constexpr std::size_t limit = 1'000'000;
    try {
        std::istringstream stream(read_file(path, limit));
        ParsedOptions out;
        for (const po::option& each : po::parse_config_file(stream, {}, true).options) {
            std::string_view key = each.string_key;
            if (const auto point = key.find('.'); point != key.npos) {
                if (key.substr(0, point) != section) continue;
                key.remove_prefix(point + 1);
            }
            take_setting(options, key, each.value.empty() ? "" : each.value.back(), path, out);
        }
        return out;
    } catch (const po::error& error) {
        throw Error(ErrorCode::configuration, fmt::format("{}: {}", path, error.what()),
                    setting_hint);
    } catch (const Error& error) {
        throw Error(ErrorCode::configuration, error.what(), error.hint());
    }
}

std::string describe(std::span<const Option> options) {
    std::string out;
    for (const Option& option : options) {
        std::string flag =
            option.letter == '\0' ? std::string("    ") : fmt::format("-{}, ", option.letter);
        flag += fmt::format("--{}", option.name);
        if (!option.value.empty()) flag += fmt::format(" {}", option.value);
        out += fmt::format("  {:<28}", flag);
        if (flag.size() > 27) out += fmt::format("\n{:30}", "");
        for (const char c : option.help) {
            out += c;
            if (c == '\n') out.append(30, ' ');
        }
        out += '\n';
    }
    return out;
}

}  // namespace vigyapti
