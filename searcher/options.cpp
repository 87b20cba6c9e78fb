#include "searcher/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/base/config.hpp"
#include "common/base/error.hpp"
#include "searcher/list_values.hpp"
#include "searcher/saved_search.hpp"
#include "searcher/terminal_settings.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR",
           "the index directory (default: $VIGYAPTI_INDEX, else the\n"
           "configuration file, else ~/.local/share/vigyapti/index)"},
    Option{"config", '\0', "FILE", "read settings from FILE; see vigyapti.conf(5)",
           OptionPlace::command_line},
    Option{"limit", 'n', "N", "results to show (default: 10; with --new 10000)"},
    Option{"offset", '\0', "N", "results to pass over first (default: 0)"},
    Option{"sort", '\0', "ORDER", "relevance, date (newest first) or date-asc"},
    Option{"recency", '\0', "DAYS",
           "let a release count half after DAYS days (default: 0, age\n"
           "is no matter)"},
    Option{"all", '\0', "", "require every word"},
    Option{"cross", '\0', "WHEN",
           "find releases in the other language too: auto, only (those\n"
           "alone) or off (default: auto)"},
    Option{"all-versions", '\0', "",
           "show near duplicates, and both releases of a pair, one by\none"},
    Option{"facet", '\0', "LIST",
           "count the results by country, source, lang, year or month;\n"
           "several with commas or flags"},
    Option{"timeline", '\0', "", "draw how many results there are of each month"},
    Option{"like", '\0', "ID",
           "show releases like this one, of those that answer QUERY if\n"
           "there is one",
           OptionPlace::command_line},
    Option{"pair", '\0', "ID", "show the counterparts of this release in the other language",
           OptionPlace::command_line},
    Option{"new", '\0', "NAME",
           "show what is new since the last time that the search NAME\n"
           "was asked for",
           OptionPlace::command_line},
    Option{"interactive", 'i', "", "ask for queries, and show results and whole releases, until q",
           OptionPlace::command_line},
    Option{"format", '\0', "FORMAT",
           "terminal, json, jsonl, csv, atom, html or trec (default:\n"
           "terminal)"},
    Option{"color", '\0', "WHEN", "auto, always or never (default: auto)"},
    Option{"pager", '\0', "WHEN", "auto (on a terminal) or never (default: auto)"},
    Option{"batch", '\0', "FILE",
           "answer each line \"qid<TAB>query\" of FILE; - is standard\n"
           "input",
           OptionPlace::command_line},
    Option{"timing", '\0', "", "print one JSON line on search times to stderr at the end"},
    Option{"explain", '\0', "", "show how the query is read instead of answering it",
           OptionPlace::command_line},
    Option{"explain-document", '\0', "ID", "show what the index holds of a release",
           OptionPlace::command_line},
    Option{"analyse", '\0', "", "show what the analysis makes of each word, step by step",
           OptionPlace::command_line},
    Option{"list-values", '\0', "FIELD",
           "print the values of source, lang or country in the index,\n"
           "one a line",
           OptionPlace::command_line},
    Option{"help", 'h', "", "print this help", OptionPlace::command_line},
    Option{"version", 'V', "", "print the version", OptionPlace::command_line},
};

constexpr std::int64_t most_results = 10000;
constexpr std::array<std::string_view, 3> sort_names{"relevance", "date", "date-asc"};
constexpr std::array<std::string_view, 3> cross_names{"auto", "only", "off"};
constexpr std::array<std::string_view, 3> color_names{"auto", "always", "never"};
constexpr std::array<std::string_view, 2> pager_names{"auto", "never"};

// Of two in a row only one may be asked for.
constexpr std::array<std::array<std::string_view, 2>, 23> exclusive{{
    {"new", "batch"},
    {"new", "interactive"},
    {"new", "explain"},
    {"new", "offset"},
    {"interactive", "batch"},
    {"interactive", "explain"},
    {"interactive", "format"},
    {"list-values", "batch"},
    {"list-values", "interactive"},
    {"list-values", "new"},
    {"explain-document", "batch"},
    {"explain-document", "interactive"},
    {"explain-document", "list-values"},
    {"explain-document", "new"},
    {"pair", "like"},
    {"pair", "new"},
    {"pair", "interactive"},
    {"pair", "batch"},
    {"pair", "explain"},
    {"pair", "list-values"},
    {"pair", "explain-document"},
    {"pair", "facet"},
    {"pair", "timeline"},
}};

Sort sort_of(const std::string& name) {
    if (name == "date") return Sort::date;
    return name == "date-asc" ? Sort::date_ascending : Sort::relevance;
}

Cross cross_of(const std::string& name) {
    if (name == "only") return Cross::only;
    return name == "off" ? Cross::off : Cross::automatic;
}

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const Renderer& renderer : renderers())
        names.push_back(renderer.format);
    return names;
}

void add_facet(std::vector<FacetKind>& facets, FacetKind kind) {
    if (std::find(facets.begin(), facets.end(), kind) == facets.end()) facets.push_back(kind);
}

std::vector<FacetKind> facets_of(const ParsedOptions& options) {
    std::vector<FacetKind> facets;
    for (const OptionValue& value : options.all("facet")) {
        for (std::size_t begin = 0; begin <= value.text.size();) {
            const std::size_t end = std::min(value.text.find(',', begin), value.text.size());
            // Checked as any choice is, with the same message.
            ParsedOptions one;
            one.set("facet", value.text.substr(begin, end - begin), value.origin);
            add_facet(facets, *find_facet(one.choice("facet", {}, facet_names)));
            begin = end + 1;
        }
    }
    return facets;
}

// What fits the screen, so that the first result stays on it.
std::size_t page_length() {
    constexpr std::size_t lines_of_hit = 7;
    return std::clamp<std::size_t>(terminal_size().rows / lines_of_hit, 3, 10);
}

std::int64_t default_limit(const SearchOptions& options) {
    if (!options.saved_search.empty()) return most_results;
    return options.interactive ? static_cast<std::int64_t>(page_length()) : 10;
}

Request request_of(const ParsedOptions& merged, const SearchOptions& options) {
    Request request;
    request.query = fmt::format("{}", fmt::join(merged.arguments(), " "));
    request.limit =
        static_cast<std::size_t>(merged.number("limit", default_limit(options), 0, most_results));
    request.offset = static_cast<std::size_t>(merged.number("offset", 0, 0, 1000000));
    if (!options.saved_search.empty()) request.offset = 0;
    request.sort = sort_of(merged.choice("sort", "relevance", sort_names));
    request.cross = cross_of(merged.choice("cross", "auto", cross_names));
    request.half_life_days = static_cast<double>(merged.number("recency", 0, 0, 100000));
    request.all = merged.has("all");
    request.all_versions = merged.has("all-versions") || options.renderer->versions;
    request.facets = facets_of(merged);
    if (merged.has("timeline")) add_facet(request.facets, FacetKind::month);
    request.like = merged.text("like");
    request.pair = merged.text("pair");
    return request;
}

RenderOptions render_options_of(const ParsedOptions& merged) {
    RenderOptions render;
    render.color = wants_color(merged.choice("color", "auto", color_names));
    render.width = terminal_size().columns;
    render.unicode = shows_unicode();
    render.links = shows_links();
    render.timeline = merged.has("timeline");
    return render;
}

void check_together(const ParsedOptions& command_line, const SearchOptions& options) {
    for (const auto& [one, other] : exclusive) {
        if (!command_line.has(one) || !command_line.has(other)) continue;
        throw Error(ErrorCode::usage, fmt::format("--{} and --{} exclude each other", one, other));
    }
    const bool words = !command_line.arguments().empty();
    if (words && !options.batch.empty()) {
        throw Error(ErrorCode::usage, "a query and --batch", "write the query into the batch");
    }
    if (words && !options.list_values.empty()) {
        throw Error(ErrorCode::usage, "a query and --list-values", "leave the query out");
    }
    if (words && !options.explain_document.empty()) {
        throw Error(ErrorCode::usage, "a query and --explain-document", "leave the query out");
    }
    if (words && !options.request.pair.empty()) {
        throw Error(ErrorCode::usage, "a query and --pair", "leave the query out");
    }
    if (!options.batch.empty() && !options.renderer->batch) {
        throw Error(ErrorCode::usage,
                    fmt::format("--format {}: not for a --batch", options.renderer->format),
                    "ask one query at a time");
    }
    if (!words && options.batch.empty() && options.request.like.empty() &&
        options.request.pair.empty() && options.list_values.empty() &&
        options.explain_document.empty() && !options.interactive) {
        throw Error(ErrorCode::usage, "no query", "write the words to look for, or see --help");
    }
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
    options.saved_search = merged.text("new");
    if (!options.saved_search.empty() && !is_saved_search_name(options.saved_search)) {
        throw bad_saved_search_name(options.saved_search);
    }
    options.interactive = merged.has("interactive");
    options.renderer = find_renderer(merged.choice("format", "terminal", format_names()));
    options.request = request_of(merged, options);
    // A length of pages in the configuration is not meant for these.
    if (!command_line.has("limit") && (options.interactive || !options.saved_search.empty())) {
        options.request.limit = static_cast<std::size_t>(default_limit(options));
    }
    if (merged.has("list-values")) {
        options.list_values = merged.choice("list-values", {}, listable_fields);
    }
    options.explain_document = merged.text("explain-document");
    options.batch = merged.text("batch");
    options.render = render_options_of(merged);
    options.pager = merged.choice("pager", "auto", pager_names) == "auto";
    options.timing = merged.has("timing");
    options.explain = merged.has("explain");
    options.analyse = merged.has("analyse");
    check_together(command_line, options);
    return options;
}

std::string search_help() {
    return fmt::format(
        "Usage: vigyapti-search [options] QUERY...\n"
        "       vigyapti-search -i [options] [QUERY...]\n\n"
        "Searches press releases in Hindi and English. QUERY: words, \"a phrase\", +required,\n"
        "-excluded, AND OR NOT ( ), NEAR/5, title:word, date:2023-10, prefix*, =exact;\n"
        "see vigyapti-query(7).\n\n"
        "{}\n"
        "Exit status: 0 found; 1 nothing found; 2 error. See vigyapti-search(1).\n",
        describe(flags));
}

}  // namespace vigyapti
