#include "indexer/options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

using test::OwnEnvironment;

using Paths = std::vector<InputPath>;

IndexOptions parse(std::vector<std::string> words) {
    std::vector<const char*> argv{"vigyapti-index"};
    for (const std::string& word : words)
        argv.push_back(word.c_str());
    return parse_index_options(static_cast<int>(argv.size()), argv.data());
}

// "usage: message" or "configuration: message"; empty when the words are fine.
std::string message_of(std::vector<std::string> words) {
    try {
        parse(std::move(words));
    } catch (const Error& error) {
        CHECK((error.code() == ErrorCode::usage || error.code() == ErrorCode::configuration));
        const bool usage = error.code() == ErrorCode::usage;
        return (usage ? "usage: " : "configuration: ") + std::string(error.what());
    }
    return "";
}

std::optional<ErrorCode> error_of(std::vector<std::string> words) {
    try {
        parse(std::move(words));
    } catch (const Error& error) {
        CHECK_FALSE(std::string(error.what()).empty());
        return error.code();
    }
    return std::nullopt;
}

std::string read_source(const std::string& name) {
    std::ifstream stream(VIGYAPTI_SOURCE_DIR "/" + name);
    REQUIRE(stream.is_open());
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

struct Case {
    std::vector<std::string> words;
    std::string error;
};

void check_cases(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        std::string line;
        for (const std::string& word : each.words)
            line += word + " ";
        CAPTURE(line);
        CHECK(message_of(each.words) == each.error);
    }
}

}  // namespace

TEST_CASE("without flags the defaults hold") {
    const OwnEnvironment environment;
    const IndexOptions options = parse({"releases"});
    CHECK(options.paths == Paths{{"releases", ""}});
    CHECK((options.mode == IndexMode::update));
    CHECK(options.ids.empty());
    CHECK(options.index == environment.folder().path() / ".local/share/vigyapti/index");
    CHECK(options.format == "auto");
    CHECK(options.threads >= 1);
    CHECK(options.shards >= 1);
    CHECK(options.shards <= 8);
    CHECK(options.memory == 256'000'000);
    CHECK(options.max_release_size == 16'000'000);
    CHECK(options.max_delete_percent == 10);
    CHECK(options.wait == 0);
    CHECK(options.report.empty());
    CHECK(options.log.empty());
    CHECK_FALSE(options.rebuild);
    CHECK_FALSE(options.dry_run);
    CHECK_FALSE(options.allow_mass_delete);
    CHECK_FALSE(options.retry_failed);
    CHECK_FALSE(options.verbose);
    CHECK_FALSE(options.help);
    CHECK_FALSE(options.version);
}

TEST_CASE("each flag sets its option, wherever it stands") {
    const OwnEnvironment environment;
    const IndexOptions options = parse({"a",
                                        "--index",
                                        "/i",
                                        "--format=jsonl",
                                        "--threads",
                                        "3",
                                        "--shards",
                                        "5",
                                        "--memory",
                                        "512",
                                        "--max-release-size",
                                        "2",
                                        "--max-delete-percent",
                                        "25",
                                        "--wait",
                                        "60",
                                        "--report",
                                        "r.json",
                                        "--log",
                                        "l.log",
                                        "--source",
                                        "विदेश मंत्रालय",
                                        "--rebuild",
                                        "--retry-failed",
                                        "-v",
                                        "-",
                                        "b c"});
    CHECK(options.paths ==
          Paths{{"a", "विदेश मंत्रालय"}, {"-", "विदेश मंत्रालय"}, {"b c", "विदेश मंत्रालय"}});
    CHECK((options.mode == IndexMode::update));
    CHECK(options.index == "/i");
    CHECK(options.format == "jsonl");
    CHECK(options.threads == 3);
    CHECK(options.shards == 5);
    CHECK(options.memory == 512'000'000);
    CHECK(options.max_release_size == 2'000'000);
    CHECK(options.max_delete_percent == 25);
    CHECK(options.wait == 60);
    CHECK(options.report == "r.json");
    CHECK(options.log == "l.log");
    CHECK(options.rebuild);
    CHECK(options.retry_failed);
    CHECK(options.verbose);
    CHECK_FALSE(options.dry_run);
    CHECK(parse({"a", "--dry-run"}).dry_run);
    CHECK(parse({"--allow-mass-delete", "a"}).allow_mass_delete);
}

TEST_CASE("words behind two dashes are paths") {
    const OwnEnvironment environment;
    CHECK(parse({"--", "--rebuild", "-v"}).paths == Paths{{"--rebuild", ""}, {"-v", ""}});
    CHECK_FALSE(parse({"--", "--rebuild"}).rebuild);
}

TEST_CASE("each mode is asked for by its flag and needs no path") {
    const OwnEnvironment environment;
    CHECK((parse({"--check"}).mode == IndexMode::check));
    CHECK((parse({"--compact"}).mode == IndexMode::compact));
    CHECK((parse({"--stats"}).mode == IndexMode::stats));
    CHECK((parse({"--list-failed"}).mode == IndexMode::list_failed));
    const IndexOptions options = parse({"--delete", "vg-1", "--", "-2", "घोषणा 3"});
    CHECK((options.mode == IndexMode::delete_releases));
    CHECK(options.ids == std::vector<std::string>{"vg-1", "-2", "घोषणा 3"});
    CHECK(options.paths.empty());
    for (const std::string mode : {"--check", "--compact", "--stats", "--list-failed"}) {
        const IndexOptions all =
            parse({mode, "--index", "/i", "--wait", "5", "--log", "/var/log/v.log", "--verbose"});
        CHECK(all.index == "/i");
        CHECK(all.wait == 5);
        CHECK(all.log == "/var/log/v.log");
        CHECK(all.verbose);
        CHECK(all.paths.empty());
    }
}

TEST_CASE("two modes at once are refused, and both are named") {
    const OwnEnvironment environment;
    const std::vector<std::string> modes{"--check", "--compact", "--stats", "--list-failed",
                                         "--delete"};
    for (std::size_t i = 0; i < modes.size(); ++i) {
        for (std::size_t j = i + 1; j < modes.size(); ++j) {
            const std::string error = modes[i] + " and " + modes[j] + " exclude each other";
            check_cases({{{modes[i], modes[j]}, "usage: " + error},
                         {{modes[j], modes[i], "x"}, "usage: " + error}});
        }
    }
}

TEST_CASE("what makes no sense together is refused") {
    const OwnEnvironment environment;
    check_cases({
        {{}, "usage: no files or folders named"},
        {{"-v"}, "usage: no files or folders named"},
        {{"--rebuild"}, "usage: no files or folders named"},
        {{"--delete", ""}, "usage: --delete: an empty id"},
        {{"--delete", "x", ""}, "usage: --delete: an empty id"},
        {{"--delete"}, "usage: --delete without an id"},
        {{"--delete", "x", "--dry-run"}, "usage: --delete and --dry-run exclude each other"},
        {{"--delete", "x", "--rebuild"}, "usage: --delete and --rebuild exclude each other"},
        {{"--check", "x"}, "usage: --check takes no PATH: x"},
        {{"--compact", "-"}, "usage: --compact takes no PATH: -"},
        {{"x", "y", "--stats"}, "usage: --stats takes no PATH: x"},
        {{"--list-failed", "x"}, "usage: --list-failed takes no PATH: x"},
        {{"--check", "--rebuild"}, "usage: --check and --rebuild exclude each other"},
        {{"--compact", "--dry-run"}, "usage: --compact and --dry-run exclude each other"},
        {{"--compact", "--shards", "2"}, "usage: --compact and --shards exclude each other"},
        {{"--stats", "--report", "x"}, "usage: --stats and --report exclude each other"},
        {{"--list-failed", "--retry-failed"},
         "usage: --list-failed and --retry-failed exclude each other"},
        {{"--rebuild", "--dry-run", "x"}, "usage: --rebuild and --dry-run exclude each other"},
        {{"x", "--allow-mass-delete", "--max-delete-percent", "5"},
         "usage: --allow-mass-delete and --max-delete-percent exclude each other"},
        {{"--source", "MEA"}, "usage: --source without a PATH"},
        {{"--source", "", "x"}, "usage: --source: empty"},
        {{"--source", "\xFF", "x"}, "usage: --source: the name of a source is not text in UTF-8"},
        {{"--source", "a\nb", "x"}, "usage: --source: the name of a source is not text in UTF-8"},
        {{"--index", "", "x"}, "usage: --index: empty"},
        {{"x", "--log", "/a", "--report", "/a"}, "usage: --log and --report name the same file"},
        // The guard holds for a rebuild as well.
        {{"x", "--rebuild", "--allow-mass-delete", "--retry-failed"}, ""},
    });
}

TEST_CASE("each of these errors comes with a hint") {
    const OwnEnvironment environment;
    const std::vector<std::vector<std::string>> cases{{},
                                                      {"--delete"},
                                                      {"--check", "x"},
                                                      {"--check", "--stats"},
                                                      {"--stats", "--threads", "2"},
                                                      {"--rebuild", "--dry-run", "x"},
                                                      {"--source", "MEA"}};
    for (const auto& words : cases) {
        try {
            parse(words);
            FAIL_CHECK("no error was thrown");
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("help and version need nothing else") {
    const OwnEnvironment environment;
    CHECK(parse({"--help"}).help);
    CHECK(parse({"-h"}).help);
    CHECK(parse({"--version"}).version);
    CHECK(parse({"-V"}).version);
    CHECK(parse({"--help", "--threads", "0"}).help);
}

TEST_CASE("numbers have bounds and must be whole") {
    const OwnEnvironment environment;
    for (const std::string number : {"1", "256"})
        CHECK(error_of({"x", "--threads", number}) == std::nullopt);
    for (const std::string number :
         {"0", "257", "-1", "", "2x", "1.5", "99999999999999999999", "२"})
        CHECK(error_of({"x", "--threads=" + number}) == ErrorCode::usage);
    CHECK(error_of({"x", "--shards", "64"}) == std::nullopt);
    CHECK(error_of({"x", "--shards", "65"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--shards", "0"}) == ErrorCode::usage);
    CHECK(parse({"x", "--max-release-size", "1000"}).max_release_size == 1'000'000'000);
    CHECK(error_of({"x", "--max-release-size", "0"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--max-release-size", "1001"}) == ErrorCode::usage);
    CHECK(parse({"x", "--memory", "64"}).memory == 64'000'000);
    CHECK(parse({"x", "--memory", "65536"}).memory == 65'536'000'000);
    CHECK(error_of({"x", "--memory", "63"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--memory", "65537"}) == ErrorCode::usage);
    CHECK(parse({"x", "--max-delete-percent", "0"}).max_delete_percent == 0);
    CHECK(parse({"x", "--max-delete-percent", "100"}).max_delete_percent == 100);
    CHECK(error_of({"x", "--max-delete-percent", "101"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--max-delete-percent=-1"}) == ErrorCode::usage);
    CHECK(parse({"x", "--wait", "86400"}).wait == 86400);
    CHECK(error_of({"x", "--wait", "86401"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--wait=-1"}) == ErrorCode::usage);
}

TEST_CASE("mistakes on the command line are errors of usage") {
    const OwnEnvironment environment;
    CHECK(error_of({"x", "--no-such-flag"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--rebu"}) == ErrorCode::usage);
    CHECK(error_of({"x", "-q"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--threads"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", "pdf"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", ""}) == ErrorCode::usage);
    CHECK(error_of({"x", "--path", "/srv"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--dry"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--delete=a"}) == ErrorCode::usage);
}

TEST_CASE("the index comes from the flag, the environment, the configuration file, in this order") {
    const OwnEnvironment environment;
    const auto file =
        environment.folder().write("config/vigyapti/vigyapti.conf", "index = /from/file\n");
    CHECK(parse({"x"}).index == "/from/file");
    ::setenv("VIGYAPTI_INDEX", "/from/environment", 1);
    CHECK(parse({"x"}).index == "/from/environment");
    CHECK(parse({"x", "--index", "/from/flag"}).index == "/from/flag");
}

TEST_CASE("the configuration file sets what the command line leaves open") {
    const OwnEnvironment environment;
    const std::string file =
        environment.folder()
            .write("my.conf", "# a comment\nthreads = 2\nshards = 3\nformat = text\n")
            .string();
    const IndexOptions options = parse({"x", "--config", file, "--shards", "4"});
    CHECK(options.threads == 2);
    CHECK(options.shards == 4);
    CHECK(options.format == "text");
    CHECK(error_of({"x", "--config", file + ".missing"}) == ErrorCode::configuration);
    const std::string bad = environment.folder().write("bad.conf", "no-such-key = 1\n").string();
    CHECK(error_of({"x", "--config", bad}) == ErrorCode::configuration);
}

TEST_CASE("without paths on the command line those of the configuration file are taken") {
    const OwnEnvironment environment;
    environment.folder().write("config/vigyapti/vigyapti.conf",
                               "[index]\npath = /srv/mixed\nretry-failed = yes\n"
                               "report = /var/r.json\nlog = /var/v.log\nmax-delete-percent = 5\n"
                               "[source विदेश मंत्रालय]\npath = /srv/mea\npath = /srv/pib\n"
                               "[source U.S. Department of State]\npath = /srv/state\n");
    const IndexOptions options = parse({});
    CHECK(options.paths == Paths{{"/srv/mixed", ""},
                                 {"/srv/mea", "विदेश मंत्रालय"},
                                 {"/srv/pib", "विदेश मंत्रालय"},
                                 {"/srv/state", "U.S. Department of State"}});
    CHECK(options.report == "/var/r.json");
    CHECK(options.log == "/var/v.log");
    CHECK(options.retry_failed);
    // Paths of the command line take their place, and keep a source that the file gives them.
    CHECK(parse({"a", "/srv/mea/"}).paths == Paths{{"a", ""}, {"/srv/mea/", "विदेश मंत्रालय"}});
    CHECK(parse({"", "-"}).paths == Paths{{"", ""}, {"-", ""}});
    CHECK(parse({"/srv/./mea", "/srv/mea/2024"}).paths ==
          Paths{{"/srv/./mea", "विदेश मंत्रालय"}, {"/srv/mea/2024", ""}});
    CHECK(parse({"/srv/mea", "-", "--source", "MEA"}).paths ==
          Paths{{"/srv/mea", "MEA"}, {"-", "MEA"}});
    CHECK(error_of({"--source", "MEA"}) == ErrorCode::usage);
    // What the file sets for the nightly run does not contradict what one asks for by hand.
    CHECK(parse({"--allow-mass-delete"}).allow_mass_delete);
    CHECK(parse({"--rebuild"}).paths.size() == 4);
    CHECK((parse({"--check"}).mode == IndexMode::check));
    CHECK(parse({"--check"}).paths.empty());
}

TEST_CASE("report and log of the configuration file are for runs that change the index") {
    const OwnEnvironment environment;
    environment.folder().write("config/vigyapti/vigyapti.conf",
                               "[index]\npath = /srv\nreport = /var/r.json\nlog = /var/v.log\n");
    struct Expected {
        std::vector<std::string> words;
        bool report;
        bool log;
    };
    const std::vector<Expected> cases{
        {{}, true, true},
        {{"--rebuild"}, true, true},
        {{"--dry-run"}, false, false},
        {{"--compact"}, false, true},
        {{"--delete", "x"}, false, true},
        {{"--check"}, false, false},
        {{"--stats"}, false, false},
        {{"--list-failed"}, false, false},
        {{"--dry-run", "--report", "/r", "--log", "/l"}, true, true},
    };
    for (const Expected& each : cases) {
        const std::string first = each.words.empty() ? "" : each.words.front();
        CAPTURE(first);
        const IndexOptions options = parse(each.words);
        CHECK(options.report.empty() != each.report);
        CHECK(options.log.empty() != each.log);
    }
}

TEST_CASE("mistakes in the configuration file name the line") {
    const OwnEnvironment environment;
    const auto error_with = [&](const std::string& content) {
        const std::string file = environment.folder().write("my.conf", content).string();
        const std::string error = message_of({"--config", file});
        const std::string prefix = "configuration: " + file + ":";
        return error.starts_with(prefix) ? error.substr(prefix.size()) : error;
    };
    CHECK(error_with("[index]\npath = /a\nthreads = 0\n") ==
          "3: threads = 0: not a whole number from 1 to 256");
    CHECK(error_with("[index]\npath = /a\nformat = pdf\n") == "3: format = pdf: no such choice");
    CHECK(error_with("[index]\npath = /a\n[source X]\npath = /b/../a/\n")
              .starts_with("4: path = /b/../a/ stands at "));
    CHECK(error_with("[source \xFF]\npath = /a\n") ==
          "2: the name of a source is not text in UTF-8");
    CHECK(error_with("[index]\nwait = 5\n") == "usage: no files or folders named");
    for (const Option& option : index_flags()) {
        if (option.place != OptionPlace::command_line) continue;
        const std::string key(option.name);
        CAPTURE(key);
        CHECK(error_with("[index]\npath = /a\n" + key + " = yes\n") ==
              "3: \"" + key + "\" is for the command line only");
    }
}

TEST_CASE("the sample of a configuration is right, and is the example of the manual page") {
    const OwnEnvironment environment;
    const std::string sample = "scripts/nightly/vigyapti.conf";
    const IndexOptions options = parse({"--config", VIGYAPTI_SOURCE_DIR "/" + sample});
    CHECK(options.index == "/var/lib/vigyapti/index");
    CHECK(options.paths.size() >= 3);
    CHECK(options.paths.front() == InputPath{"/srv/releases/incoming", ""});
    CHECK(options.paths.back() == InputPath{"/srv/releases/state", "U.S. Department of State"});
    CHECK(options.wait > 0);
    CHECK_FALSE(options.report.empty());
    CHECK_FALSE(options.log.empty());
    std::string settings;
    for (const std::string& line : lines_of(read_source(sample))) {
        if (!line.starts_with("#")) settings += line + "\n";
    }
    settings.erase(0, settings.find_first_not_of('\n'));
    CAPTURE(settings);
    CHECK(read_source("common/vigyapti.conf.5").find("\n" + settings + ".Ed\n") !=
          std::string::npos);
}

TEST_CASE("the help names every flag and every exit status") {
    const std::string help = index_help();
    for (const Option& option : index_flags()) {
        CAPTURE(option.name);
        CHECK((help.find("--" + std::string(option.name) + " ") != std::string::npos) ==
              (option.place != OptionPlace::config_file));
    }
    for (const std::string status : {"0 done", "64 ", "65 ", "74 ", "75 ", "78 "})
        CHECK(help.find(status) != std::string::npos);
    CHECK(help.ends_with("\n"));
}

TEST_CASE("the manual page describes every flag and no other") {
    // An entry of a list in mdoc: ".It Fl h , Fl Fl help".
    std::set<std::string> described;
    for (const std::string& line : lines_of(read_source("indexer/vigyapti-index.1"))) {
        const auto flag = line.find("Fl Fl ");
        if (!line.starts_with(".It ") || flag == line.npos) continue;
        const std::string name = line.substr(flag + 6);
        described.insert(name.substr(0, name.find(' ')));
    }
    std::set<std::string> known;
    for (const Option& option : index_flags()) {
        if (option.place != OptionPlace::config_file) known.insert(std::string(option.name));
    }
    CHECK(described == known);
}

TEST_CASE("the manual page of the configuration describes every key of the indexer and no other") {
    const std::vector<std::string> lines = lines_of(read_source("common/vigyapti.conf.5"));
    const auto begin = std::find(lines.begin(), lines.end(), ".Ss [index]");
    REQUIRE(begin != lines.end());
    const auto end = std::find_if(begin + 1, lines.end(),
                                  [](const std::string& line) { return line.starts_with(".S"); });
    std::set<std::string> described;
    for (auto line = begin; line != end; ++line) {
        if (!line->starts_with(".It Cm ")) continue;
        const std::string name = line->substr(7);
        described.insert(name.substr(0, name.find(' ')));
    }
    std::set<std::string> known;
    for (const Option& option : index_flags()) {
        if (option.place != OptionPlace::command_line) known.insert(std::string(option.name));
    }
    CHECK(described == known);
}

TEST_CASE("the examples of the manual page are command lines that are understood") {
    const OwnEnvironment environment;
    environment.folder().write("config/vigyapti/vigyapti.conf", "[index]\npath = /srv\n");
    int count = 0;
    for (const std::string& line : lines_of(read_source("indexer/vigyapti-index.1"))) {
        const std::string prompt = ".Dl $ vigyapti-index";
        if (!line.starts_with(prompt)) continue;
        std::istringstream stream(line.substr(prompt.size()));
        const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
        CAPTURE(line);
        CHECK(message_of(words) == "");
        ++count;
    }
    CHECK(count >= 8);
}

}  // namespace vigyapti
