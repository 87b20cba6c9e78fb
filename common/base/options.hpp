// Command-line flags and configuration keys. A program declares its flags once, in a table; the
// table feeds the parser, --help, the configuration file and the tests of man page and completion.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

struct Option {
    std::string_view name;   // without the two dashes
    char letter;             // '\0' for none
    std::string_view value;  // name of the value in --help; empty for a switch
    std::string_view help;   // one line or several, broken by '\n'
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

    // `file`: the configuration file that the value is from; empty for the command line.
    void set(const std::string& name, std::string value, std::string file = {}) {
        values_[name] = {std::move(value), std::move(file)};
    }
    std::string file_of(std::string_view name) const;
    void add_argument(std::string argument) { arguments_.push_back(std::move(argument)); }

  private:
    struct Value {
        std::string text;
        std::string file;
    };

    [[noreturn]] void refuse(std::string_view name, const std::string& why,
                             const std::string& hint) const;

    std::map<std::string, Value, std::less<>> values_;
    std::vector<std::string> arguments_;
};

// Parses argv[1..]. "--" ends the flags; an abbreviated flag is an error, not a guess. A word that
// begins with '-' and a letter beyond ASCII is an argument, so that `-पाकिस्तान` can be typed
// as a query. Throws Error(usage) with a hint.
ParsedOptions parse_command_line(std::span<const Option> options, int argc,
                                 const char* const* argv);

// Reads "key = value" lines, where a key is a flag's name; switches are yes or no, '#' begins a
// comment. Keys stand before any "[section]" or in the one called `section`; other sections are for
// other programs and are passed over. Throws Error(configuration).
ParsedOptions parse_config_file(std::span<const Option> options, const std::string& path,
                                std::string_view section = {});

// One entry a flag, aligned, as --help prints it.
std::string describe(std::span<const Option> options);

}  // namespace vigyapti
