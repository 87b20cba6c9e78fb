#include "searcher/options.hpp"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "common/base/config.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR",
           "the index directory (default: $VIGYAPTI_INDEX, else the\n"
           "configuration file, else ~/.local/share/vigyapti/index)"},
    Option{"config", '\0', "FILE", "read settings from FILE; see vigyapti.conf(5)",
           OptionPlace::command_line},
    Option{"limit", 'n', "N", "results to show (default: 10)"},
    Option{"offset", '\0', "N", "results to pass over first (default: 0)"},
    Option{"sort", '\0', "ORDER", "relevance, date (newest first) or date-asc"},
    Option{"all", '\0', "", "require every word"},
    Option{"format", '\0', "FORMAT", "terminal, json or trec (default: terminal)"},
    Option{"color", '\0', "WHEN", "auto, always or never (default: auto)"},
    Option{"batch", '\0', "FILE",
           "answer each line \"qid<TAB>query\" of FILE; - is standard\n"
           "input",
           OptionPlace::command_line},
    Option{"timing", '\0', "", "print one JSON line on search times to stderr at the end"},
    Option{"explain", '\0', "", "show how the query is read instead of answering it",
           OptionPlace::command_line},
    Option{"analyse", '\0', "", "show what the analysis makes of each word, step by step",
           OptionPlace::command_line},
    Option{"help", 'h', "", "print this help", OptionPlace::command_line},
    Option{"version", 'V', "", "print the version", OptionPlace::command_line},
};

constexpr std::array<std::string_view, 3> sort_names{"relevance", "date", "date-asc"};
constexpr std::array<std::string_view, 3> color_names{"auto", "always", "never"};

Sort sort_of(const std::string& name) {
    if (name == "date") return Sort::date;
    return name == "date-asc" ? Sort::date_ascending : Sort::relevance;
}

// On a terminal, unless NO_COLOR is set (no-color.org) or the terminal is a dumb one.
bool wants_color(const std::string& when) {
    if (when != "auto") return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool refused = no_color != nullptr && *no_color != '\0';
    const bool dumb = term == nullptr || std::string_view(term) == "dumb";
    return !refused && !dumb && ::isatty(STDOUT_FILENO) != 0;
}

std::size_t terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Renderer& renderer : renderers())
        names.push_back(renderer.format);
    return names;
}

}  // namespace

std::span<const Option> search_flags() {
    return flags;
}

SearchOptions parse_search_options(int argc, const char* const* argv) {
    const ParsedOptions command_line = parse_command_line(flags, argc, argv);
    SearchOptions options;
    options.help = command_line.has("help");
    options.version = command_line.has("version");
    if (options.help || options.version) return options;

    const ParsedOptions merged = with_config_file(flags, command_line, "search");
    options.index = index_directory(command_line, merged);
    options.request.query = joined(merged.arguments());
    options.request.limit = static_cast<std::size_t>(merged.number("limit", 10, 0, 10000));
    options.request.offset = static_cast<std::size_t>(merged.number("offset", 0, 0, 1000000));
    options.request.sort = sort_of(merged.choice("sort", "relevance", sort_names));
    options.request.all = merged.has("all");
    options.batch = merged.text("batch");
    options.renderer = find_renderer(merged.choice("format", "terminal", format_names()));
    options.render.color = wants_color(merged.choice("color", "auto", color_names));
    options.render.width = terminal_width();
    options.timing = merged.has("timing");
    options.explain = merged.has("explain");
    options.analyse = merged.has("analyse");
    if (!options.batch.empty() && !merged.arguments().empty()) {
        throw Error(ErrorCode::usage, "a query and --batch", "write the query into the batch");
    }
    if (options.batch.empty() && merged.arguments().empty()) {
        throw Error(ErrorCode::usage, "no query", "write the words to look for, or see --help");
    }
    return options;
}

std::string search_help() {
    return fmt::format(
        "Usage: vigyapti-search [options] QUERY...\n\n"
        "Searches press releases in Hindi and English. QUERY: words, \"a phrase\", +required,\n"
        "-excluded, AND OR NOT ( ), NEAR/5, title:word, date:2023-10, prefix*, =exact;\n"
        "see vigyapti-query(7).\n\n"
        "{}\n"
        "Exit status: 0 found; 1 nothing found; 2 error. See vigyapti-search(1).\n",
        describe(flags));
}

}  // namespace vigyapti
