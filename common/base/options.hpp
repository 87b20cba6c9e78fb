// Command-line flags and configuration keys. A program declares them once, in a table; the table
// feeds the parser, --help, the configuration file and the tests of man pages and completion.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// Where an option may be given.
enum class OptionPlace : std::uint8_t {
    anywhere,
    command_line,
    config_file,  // several times; also below "[source NAME]"
};

struct Option {
    std::string_view name;   // without the two dashes
    char letter;             // '\0' for none
    std::string_view value;  // name of the value in --help, where DIR and FILE are paths; empty for
                             // a switch
    std::string_view help;   // one line or several, broken by '\n'
    OptionPlace place = OptionPlace::anywhere;
};

struct OptionValue {
    std::string text;
    std::string origin;  // "FILE:LINE" in a configuration file; empty for the command line
    std::string source;  // NAME of the "[source NAME]" that it stands below; may be empty
};

class ParsedOptions {
  public:
    bool has(std::string_view name) const;
    // The last value given, else `fallback`.
    std::string text(std::string_view name, std::string_view fallback = {}) const;
    // The last value as a number between `low` and `high`, else `fallback`.
    // Throws Error(usage), or Error(configuration) for a value from a file, that names the flag,
    // the value and the range.
    std::int64_t number(std::string_view name, std::int64_t fallback, std::int64_t low,
                        std::int64_t high) const;
    // The last value, which must be one of `choices`; else `fallback`. Throws as `number`.
    std::string choice(std::string_view name, std::string_view fallback,
                       std::span<const std::string_view> choices) const;

    const std::vector<std::string>& arguments() const { return arguments_; }

    // Every value, in the order in which they were given.
    std::vector<OptionValue> all(std::string_view name) const;

    void set(const std::string& name, std::string value, std::string origin = {}) {
        values_[name] = {{std::move(value), std::move(origin), {}}};
    }
    void add(const std::string& name, OptionValue value) {
        values_[name].push_back(std::move(value));
    }
    void remove(const std::string& name) { values_.erase(name); }
    void add_argument(std::string argument) { arguments_.push_back(std::move(argument)); }

  private:
    [[noreturn]] void refuse(std::string_view name, const std::string& why,
                             const std::string& hint) const;

    std::map<std::string, std::vector<OptionValue>, std::less<>> values_;  // none is empty
    std::vector<std::string> arguments_;
};

// Parses argv[1..]. "--" ends the flags; an abbreviated flag is an error, not a guess. A word that
// begins with '-' and a letter beyond ASCII is an argument, so that `-पाकिस्तान` can be typed
// as a query. No value may be empty. Throws Error(usage) with a hint.
ParsedOptions parse_command_line(std::span<const Option> options, int argc,
                                 const char* const* argv);

// The option called `name`, or null.
const Option* find_option(std::span<const Option> options, std::string_view name);

// One entry a flag of the command line, aligned, as --help prints it.
std::string describe(std::span<const Option> options);

}  // namespace vigyapti
