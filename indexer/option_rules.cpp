#include "indexer/option_rules.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Mode {
    std::string_view flag;
    IndexMode mode;
};

constexpr std::array modes{
    Mode{"check", IndexMode::check},
    Mode{"explain-file", IndexMode::explain_file},
    Mode{"compact", IndexMode::compact},
    Mode{"stats", IndexMode::stats},
    Mode{"list-failed", IndexMode::list_failed},
    Mode{"delete", IndexMode::delete_releases},
};

// What says how files are read.
constexpr std::array<std::string_view, 5> reading_flags{
    "format", "source", "legacy-font", "max-file-size", "max-release-size",
};

// What says how to update: no other mode does anything with it.
constexpr std::array<std::string_view, 10> update_flags{
    "threads",           "shards",  "memory",   "rebuild",      "max-delete-percent",
    "allow-mass-delete", "dry-run", "glossary", "retry-failed", "report",
};

struct Contradiction {
    std::string_view one;
    std::string_view other;
    std::string_view hint;
};

constexpr std::array contradictions{
    Contradiction{
        "rebuild", "dry-run",
        "a rebuild indexes all that is there; without it --dry-run shows what has changed"},
    Contradiction{"allow-mass-delete", "max-delete-percent", "the first sets no limit at all"},
};

[[noreturn]] void refuse_both(std::string_view one, std::string_view other, std::string_view hint) {
    throw Error(ErrorCode::usage, fmt::format("--{} and --{} exclude each other", one, other),
                std::string(hint));
}

void refuse_flags(const ParsedOptions& command_line, const Mode& mode,
                  std::span<const std::string_view> flags) {
    for (const std::string_view flag : flags) {
        if (command_line.has(flag)) refuse_both(mode.flag, flag, "leave one of them out");
    }
}

void check_mode(const ParsedOptions& command_line, const Mode& mode) {
    refuse_flags(command_line, mode, update_flags);
    if (mode.mode == IndexMode::explain_file) {
        if (!command_line.arguments().empty()) return;
        throw Error(ErrorCode::usage, "--explain-file without a PATH",
                    "name the files to explain: vigyapti-index --explain-file PATH...");
    }
    refuse_flags(command_line, mode, reading_flags);
    const std::vector<std::string>& arguments = command_line.arguments();
    const bool takes_ids = mode.mode == IndexMode::delete_releases;
    if (takes_ids &&
        (arguments.empty() || std::count(arguments.begin(), arguments.end(), "") > 0)) {
        throw Error(ErrorCode::usage,
                    arguments.empty() ? "--delete without an id" : "--delete: an empty id",
                    "name the releases: vigyapti-index --delete ID...; vigyapti-search shows ids");
    }
    if (!takes_ids && !arguments.empty()) {
        throw Error(ErrorCode::usage,
                    fmt::format("--{} takes no PATH: {}", mode.flag, arguments.front()),
                    "it is about the whole index; name the index with --index DIR");
    }
}

// Sources are stored, shown and written as JSON.
void check_source(const std::string& name, ErrorCode code, const std::string& where) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    if (find_malformed_utf8(name) || std::any_of(name.begin(), name.end(), is_control)) {
        throw Error(code, fmt::format("{}: the name of a source is not text in UTF-8", where),
                    "write it in UTF-8, on one line");
    }
}

// One form for each way to write a path.
std::filesystem::path normal(const std::string& path) {
    std::error_code ignored;
    return (std::filesystem::absolute(path, ignored) / "").lexically_normal();
}

std::vector<InputPath> paths_of_file(const ParsedOptions& merged) {
    std::vector<InputPath> paths;
    std::map<std::filesystem::path, std::string> origins;
    for (const OptionValue& value : merged.all("path")) {
        check_source(value.source, ErrorCode::configuration, value.origin);
        const auto [known, is_new] = origins.try_emplace(normal(value.text), value.origin);
        if (!is_new) {
            throw Error(ErrorCode::configuration,
                        fmt::format("{}: path = {} stands at {} already", value.origin, value.text,
                                    known->second),
                        "name each path once");
        }
        paths.push_back({value.text, value.source});
    }
    return paths;
}

// The source of `path` by the configuration file, so that indexing one of its paths by hand does
// not take the source from the releases; empty for other paths.
std::string known_source(const std::string& path, const std::vector<InputPath>& known) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const InputPath& each) {
        return path != "-" && normal(each.path) == normal(path);
    });
    return found == known.end() ? "" : found->source;
}

}  // namespace

IndexMode mode_of(const ParsedOptions& command_line) {
    const Mode* found = nullptr;
    for (const Mode& each : modes) {
        if (!command_line.has(each.flag)) continue;
        if (found != nullptr) refuse_both(found->flag, each.flag, "ask for one at a time");
        found = &each;
    }
    return found == nullptr ? IndexMode::update : found->mode;
}

void check_combinations(const ParsedOptions& command_line, IndexMode mode) {
    for (const Mode& each : modes) {
        if (each.mode == mode) check_mode(command_line, each);
    }
    for (const auto& [one, other, hint] : contradictions) {
        if (command_line.has(one) && command_line.has(other)) refuse_both(one, other, hint);
    }
    if (command_line.has("source")) {
        check_source(command_line.text("source"), ErrorCode::usage, "--source");
        if (command_line.arguments().empty()) {
            throw Error(ErrorCode::usage, "--source without a PATH",
                        "it is for paths of the command line; the configuration file has sections "
                        "[source NAME]");
        }
    }
}

std::vector<InputPath> input_paths(const ParsedOptions& merged) {
    std::vector<InputPath> paths = paths_of_file(merged);
    if (merged.arguments().empty() && paths.empty()) {
        throw Error(ErrorCode::usage, "no files or folders named",
                    "name what to index: vigyapti-index PATH..., or write path = DIR into the "
                    "configuration file; - reads JSONL from standard input");
    }
    if (merged.arguments().empty()) return paths;
    std::vector<InputPath> named;
    for (const std::string& argument : merged.arguments())
        named.push_back({argument, merged.text("source", known_source(argument, paths))});
    return named;
}

}  // namespace vigyapti
