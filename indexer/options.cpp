#include "indexer/options.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <thread>

#include "common/base/config.hpp"
#include "common/base/error.hpp"
#include "indexer/option_rules.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t megabyte = 1'000'000;
constexpr std::array<std::string_view, 2> legacy_font_choices{"auto", "off"};
constexpr auto command_line_only = OptionPlace::command_line;

constexpr std::array flags{
    Option{"index", '\0', "DIR",
           "the index directory (default: $VIGYAPTI_INDEX, else the\n"
           "configuration file, else ~/.local/share/vigyapti/index)"},
    Option{"config", '\0', "FILE", "read settings from FILE; see vigyapti.conf(5)",
           command_line_only},
    Option{"format", '\0', "FORMAT",
           "auto (by extension), archive, csv, docx, feed, html, json,\n"
           "jsonl, mail, markdown, odt, pdf, text, warc or xml\n"
           "(default: auto)"},
    Option{"source", '\0', "NAME",
           "the source of releases that name none, for the PATHs of\n"
           "the command line",
           command_line_only},
    Option{"legacy-font", '\0', "auto|off",
           "whether Hindi typed for Kruti Dev, Shusha or Chanakya is\n"
           "put into Unicode (default: auto)"},
    Option{"threads", '\0', "N", "threads that read and analyse (default: one a core)"},
    Option{"shards", '\0', "N",
           "shards of a first build or a rebuild (default: one a core,\n"
           "at most 8)"},
    Option{"memory", '\0', "MB", "what releases under way may take, roughly (default: 256)"},
    Option{"max-release-size", '\0', "MB", "refuse releases beyond this size (default: 16)"},
    Option{"max-file-size", '\0', "MB",
           "refuse archives, feeds and other files of many releases,\n"
           "and PDF, DOCX and ODT, beyond this size (default: 256)"},
    Option{"max-delete-percent", '\0', "N",
           "stop when more of a root's releases are gone (default: 10)"},
    Option{"allow-mass-delete", '\0', "", "do not stop, however many are gone", command_line_only},
    Option{"wait", '\0', "SECONDS", "wait for another run to finish (default: 0)"},
    Option{"glossary", '\0', "FILE",
           "words of your own for search across languages, as TSV;\n"
           "see vigyapti-index(1)"},
    Option{"retry-failed", '\0', "", "try files that failed before, even if they are unchanged"},
    Option{"rebuild", '\0', "", "build the index anew beside the old one, then replace it",
           command_line_only},
    Option{"dry-run", '\0', "", "print what would change and change nothing", command_line_only},
    Option{"report", '\0', "FILE", "write a report of the run to FILE, as JSON"},
    Option{"log", '\0', "FILE", "append messages to FILE, with their times"},
    Option{"check", '\0', "", "verify the index", command_line_only},
    Option{"compact", '\0', "", "merge the parts of the index into one", command_line_only},
    Option{"stats", '\0', "", "print how many releases there are, by language, source, year",
           command_line_only},
    Option{"list-failed", '\0', "", "print the files that could not be read, and why",
           command_line_only},
    Option{"explain-file", '\0', "", "print what is read from the PATHs, and index nothing",
           command_line_only},
    Option{"delete", '\0', "", "take the releases with these IDs out of the index",
           command_line_only},
    Option{"verbose", 'v', "", "name files without releases, and sum up the run, on stderr"},
    Option{"help", 'h', "", "print this help", command_line_only},
    Option{"version", 'V', "", "print the version", command_line_only},
    Option{"path", '\0', "DIR", "a file or folder to index", OptionPlace::config_file},
};

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names{"auto"};
    for (const Reader& reader : readers())
        names.push_back(reader.format);
    return names;
}

void take_numbers(const ParsedOptions& merged, IndexOptions& options) {
    const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
    const auto size = [&](std::string_view name, std::int64_t fallback, std::int64_t low,
                          std::int64_t high) {
        return static_cast<std::size_t>(merged.number(name, fallback, low, high));
    };
    options.threads = size("threads", cores, 1, 256);
    options.shards = size("shards", std::min<std::int64_t>(cores, 8), 1, 64);
    options.memory = megabyte * size("memory", 256, 64, 65536);
    options.max_release_size = megabyte * size("max-release-size", 16, 1, 1000);
    options.max_file_size = megabyte * size("max-file-size", 256, 1, 100'000);
    options.max_delete_percent = static_cast<unsigned>(size("max-delete-percent", 10, 0, 100));
    options.wait = static_cast<unsigned>(size("wait", 0, 0, 86400));
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

    options.mode = mode_of(command_line);
    check_combinations(command_line, options.mode);
    const ParsedOptions merged = with_config_file(flags, command_line, "index");
    options.index = index_directory(command_line, merged);
    if (options.mode == IndexMode::update || options.mode == IndexMode::explain_file) {
        options.paths = input_paths(merged);
    }
    if (options.mode == IndexMode::delete_releases) options.ids = merged.arguments();
    options.format = merged.choice("format", "auto", format_names());
    options.legacy_fonts = merged.choice("legacy-font", "auto", legacy_font_choices) == "auto";
    take_numbers(merged, options);
    options.glossary = merged.text("glossary");
    options.rebuild = merged.has("rebuild");
    options.dry_run = merged.has("dry-run");
    options.allow_mass_delete = merged.has("allow-mass-delete");
    options.retry_failed = merged.has("retry-failed");
    options.verbose = merged.has("verbose");
    // What the file asks of the nightly run must not overwrite its report, nor ask a reader of the
    // index for the right to write the log.
    const bool nightly = options.mode == IndexMode::update && !options.dry_run;
    const bool writes =
        nightly || options.mode == IndexMode::compact || options.mode == IndexMode::delete_releases;
    options.report = (nightly ? merged : command_line).text("report");
    options.log = (writes ? merged : command_line).text("log");
    if (!options.log.empty() && options.log == options.report) {
        throw Error(ErrorCode::usage, "--log and --report name the same file",
                    "the report replaces its file; give each a file of its own");
    }
    return options;
}

std::string index_help() {
    return fmt::format(
        "Usage: vigyapti-index [options] [PATH...]\n"
        "       vigyapti-index [options] --delete ID...\n"
        "       vigyapti-index [options] --explain-file PATH...\n"
        "       vigyapti-index [options] --check | --compact | --stats | --list-failed\n\n"
        "Brings an index of press releases in Hindi and English up to date with files and "
        "folders.\n"
        "PATH: by default those of the configuration file; - reads JSONL from standard input. "
        "What\n"
        "is new or has changed is indexed, and what is gone from a PATH is taken out.\n\n"
        "{}\n"
        "Exit status: 0 done; 64 usage; 65 some inputs were bad (the rest is indexed), or too "
        "many\n"
        "releases are gone (nothing is changed); 74 I/O, or a damaged index; 75 another run holds\n"
        "the index, or this one was stopped; 78 configuration. See vigyapti-index(1).\n",
        describe(flags));
}

}  // namespace vigyapti
