#include "indexer/options.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/index_words.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

using test::error_of;
using test::message_of;
using test::OwnEnvironment;
using test::parse_index_words;

using Paths = std::vector<InputPath>;

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
    const IndexOptions options = parse_index_words({"releases"});
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
    const IndexOptions options = parse_index_words({"a",
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
    CHECK(parse_index_words({"a", "--dry-run"}).dry_run);
    CHECK(parse_index_words({"--allow-mass-delete", "a"}).allow_mass_delete);
}

TEST_CASE("words behind two dashes are paths") {
    const OwnEnvironment environment;
    CHECK(parse_index_words({"--", "--rebuild", "-v"}).paths ==
          Paths{{"--rebuild", ""}, {"-v", ""}});
    CHECK_FALSE(parse_index_words({"--", "--rebuild"}).rebuild);
}

TEST_CASE("each mode is asked for by its flag and needs no path") {
    const OwnEnvironment environment;
    CHECK((parse_index_words({"--check"}).mode == IndexMode::check));
    CHECK((parse_index_words({"--compact"}).mode == IndexMode::compact));
    CHECK((parse_index_words({"--stats"}).mode == IndexMode::stats));
    CHECK((parse_index_words({"--list-failed"}).mode == IndexMode::list_failed));
    const IndexOptions options = parse_index_words({"--delete", "vg-1", "--", "-2", "घोषणा 3"});
    CHECK((options.mode == IndexMode::delete_releases));
    CHECK(options.ids == std::vector<std::string>{"vg-1", "-2", "घोषणा 3"});
    CHECK(options.paths.empty());
    for (const std::string mode : {"--check", "--compact", "--stats", "--list-failed"}) {
        const IndexOptions all = parse_index_words(
            {mode, "--index", "/i", "--wait", "5", "--log", "/var/log/v.log", "--verbose"});
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
            parse_index_words(words);
            FAIL_CHECK("no error was thrown");
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("help and version need nothing else") {
    const OwnEnvironment environment;
    CHECK(parse_index_words({"--help"}).help);
    CHECK(parse_index_words({"-h"}).help);
    CHECK(parse_index_words({"--version"}).version);
    CHECK(parse_index_words({"-V"}).version);
    CHECK(parse_index_words({"--help", "--threads", "0"}).help);
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
    CHECK(parse_index_words({"x", "--max-release-size", "1000"}).max_release_size == 1'000'000'000);
    CHECK(error_of({"x", "--max-release-size", "0"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--max-release-size", "1001"}) == ErrorCode::usage);
    CHECK(parse_index_words({"x", "--memory", "64"}).memory == 64'000'000);
    CHECK(parse_index_words({"x", "--memory", "65536"}).memory == 65'536'000'000);
    CHECK(error_of({"x", "--memory", "63"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--memory", "65537"}) == ErrorCode::usage);
    CHECK(parse_index_words({"x", "--max-delete-percent", "0"}).max_delete_percent == 0);
    CHECK(parse_index_words({"x", "--max-delete-percent", "100"}).max_delete_percent == 100);
    CHECK(error_of({"x", "--max-delete-percent", "101"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--max-delete-percent=-1"}) == ErrorCode::usage);
    CHECK(parse_index_words({"x", "--wait", "86400"}).wait == 86400);
    CHECK(error_of({"x", "--wait", "86401"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--wait=-1"}) == ErrorCode::usage);
}

TEST_CASE("mistakes on the command line are errors of usage") {
    const OwnEnvironment environment;
    CHECK(error_of({"x", "--no-such-flag"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--rebu"}) == ErrorCode::usage);
    CHECK(error_of({"x", "-q"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--threads"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", "doc"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", "odp"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", ""}) == ErrorCode::usage);
    CHECK(error_of({"x", "--path", "/srv"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--dry"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--delete=a"}) == ErrorCode::usage);
}

}  // namespace vigyapti
