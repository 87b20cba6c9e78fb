#include "common/base/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

namespace po = boost::program_options;

// No flag can have this name on a command line: Boost splits at the first '='.
constexpr const char* arguments_name = "=arguments";

po::options_description boost_description(std::span<const Option> options) {
    po::options_description description;
    for (const Option& option : options) {
        if (option.place == OptionPlace::config_file) continue;
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

ParsedOptions collect(std::span<const Option> options,
                      const po::basic_parsed_options<char>& parsed) {
    ParsedOptions out;
    for (const po::option& option : parsed.options) {
        if (option.position_key >= 0 || option.string_key == arguments_name) {
            for (const std::string& value : option.value)
                out.add_argument(value);
        } else {
            const std::string value = option.value.empty() ? "" : option.value.back();
            if (value.empty() && !find_option(options, option.string_key)->value.empty()) {
                throw Error(ErrorCode::usage, fmt::format("--{}: empty", option.string_key),
                            "give it a value or leave it out");
            }
            out.add(option.string_key, {value, {}, {}});
        }
    }
    return out;
}

}  // namespace

const Option* find_option(std::span<const Option> options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [name](const Option& each) { return each.name == name; });
    return found == options.end() ? nullptr : &*found;
}

bool ParsedOptions::has(std::string_view name) const {
    return values_.find(name) != values_.end();
}

std::string ParsedOptions::text(std::string_view name, std::string_view fallback) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string(fallback) : found->second.back().text;
}

std::vector<OptionValue> ParsedOptions::all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<OptionValue>{} : found->second;
}

void ParsedOptions::refuse(std::string_view name, const std::string& why,
                           const std::string& hint) const {
    const auto found = values_.find(name);
    const std::string origin = found == values_.end() ? "" : found->second.back().origin;
    if (origin.empty()) throw Error(ErrorCode::usage, fmt::format("--{} {}", name, why), hint);
    throw Error(ErrorCode::configuration, fmt::format("{}: {} = {}", origin, name, why), hint);
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
        return collect(options, parser.run());
    } catch (const po::error& error) {
        throw Error(ErrorCode::usage, error.what(),
                    "see --help; write -- before words that begin with a dash");
    }
}

std::string describe(std::span<const Option> options) {
    std::string out;
    for (const Option& option : options) {
        if (option.place == OptionPlace::config_file) continue;
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
