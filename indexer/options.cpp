#include "indexer/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <thread>

#include "common/base/config.hpp"
#include "common/base/error.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t megabyte = 1'000'000;

constexpr std::array flags{
    Option{"index", '\0', "DIR",
           "the index directory (default: $VIGYAPTI_INDEX, else the\n"
           "configuration file, else ~/.local/share/vigyapti/index)"},
    Option{"config", '\0', "FILE",
           "read settings from FILE: lines KEY = VALUE, where KEY is\n"
           "a long flag without its dashes"},
    Option{"format", '\0', "FORMAT", "auto (by extension), text or jsonl (default: auto)"},
    Option{"threads", '\0', "N", "threads that read and analyse (default: one a core)"},
    Option{"shards", '\0', "N", "shards of a new index (default: one a core, at most 8)"},
    Option{"max-release-size", '\0', "MB", "refuse releases beyond this size (default: 16)"},
    Option{"rebuild", '\0', "", "build the index anew beside the old one, then replace it"},
    Option{"verbose", 'v', "", "print one summary line to stderr at the end"},
    Option{"help", 'h', "", "print this help"},
    Option{"version", 'V', "", "print the version"},
};

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names{"auto"};
    for (const Reader& reader : readers())
        names.push_back(reader.format);
    return names;
}

}  // namespace

std::span<const Option> index_flags() {
    return flags;
}

IndexOptions parse_index_options(int argc, const char* const* argv) {
    const ParsedOptions command_line = parse_command_line(flags, argc, argv);
    IndexOptions options;
    options.help = command_line.has("help");
    options.version = command_line.has("version");
    if (options.help || options.version) return options;

    const ParsedOptions merged = with_config_file(flags, command_line, "index");
    const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
    options.index = index_directory(command_line, merged);
    options.paths = merged.arguments();
    options.format = merged.choice("format", "auto", format_names());
    options.threads = static_cast<std::size_t>(merged.number("threads", cores, 1, 256));
    options.shards =
        static_cast<std::size_t>(merged.number("shards", std::min<std::int64_t>(cores, 8), 1, 64));
    options.max_release_size =
        megabyte * static_cast<std::size_t>(merged.number("max-release-size", 16, 1, 1000));
    options.rebuild = merged.has("rebuild");
    options.verbose = merged.has("verbose");
    if (options.paths.empty()) {
        throw Error(
            ErrorCode::usage, "no files or folders named",
            "name what to index: vigyapti-index PATH...; - reads JSONL from standard input");
    }
    return options;
}

std::string index_help() {
    return fmt::format(
        "Usage: vigyapti-index [options] PATH...\n\n"
        "Indexes press releases in Hindi and English. PATH: files or folders; - reads JSONL\n"
        "from standard input. What is in the index already is replaced when it has changed.\n\n"
        "{}\n"
        "Exit status: 0 done; 64 usage; 65 some inputs were bad (the rest is indexed); 74 I/O;\n"
        "75 another run holds the index; 78 configuration. See vigyapti-index(1).\n",
        describe(flags));
}

}  // namespace vigyapti
