#include "indexer/options.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

using test::OwnEnvironment;

IndexOptions parse(std::vector<std::string> words) {
    std::vector<const char*> argv{"vigyapti-index"};
    for (const std::string& word : words)
        argv.push_back(word.c_str());
    return parse_index_options(static_cast<int>(argv.size()), argv.data());
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

}  // namespace

TEST_CASE("without flags the defaults hold") {
    const OwnEnvironment environment;
    const IndexOptions options = parse({"releases"});
    CHECK(options.paths == std::vector<std::string>{"releases"});
    CHECK(options.index == environment.folder().path() / ".local/share/vigyapti/index");
    CHECK(options.format == "auto");
    CHECK(options.threads >= 1);
    CHECK(options.shards >= 1);
    CHECK(options.shards <= 8);
    CHECK(options.max_release_size == 16'000'000);
    CHECK_FALSE(options.rebuild);
    CHECK_FALSE(options.verbose);
    CHECK_FALSE(options.help);
    CHECK_FALSE(options.version);
}

TEST_CASE("each flag sets its option, wherever it stands") {
    const OwnEnvironment environment;
    const IndexOptions options =
        parse({"a", "--index", "/i", "--format=jsonl", "--threads", "3", "--shards", "5",
               "--max-release-size", "2", "--rebuild", "-v", "-", "b c"});
    CHECK(options.paths == std::vector<std::string>{"a", "-", "b c"});
    CHECK(options.index == "/i");
    CHECK(options.format == "jsonl");
    CHECK(options.threads == 3);
    CHECK(options.shards == 5);
    CHECK(options.max_release_size == 2'000'000);
    CHECK(options.rebuild);
    CHECK(options.verbose);
}

TEST_CASE("words behind two dashes are paths") {
    const OwnEnvironment environment;
    CHECK(parse({"--", "--rebuild", "-v"}).paths == std::vector<std::string>{"--rebuild", "-v"});
    CHECK_FALSE(parse({"--", "--rebuild"}).rebuild);
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
}

TEST_CASE("mistakes on the command line are errors of usage") {
    const OwnEnvironment environment;
    CHECK(error_of({}) == ErrorCode::usage);
    CHECK(error_of({"--rebuild"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--no-such-flag"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--rebu"}) == ErrorCode::usage);
    CHECK(error_of({"x", "-q"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--threads"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", "pdf"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", ""}) == ErrorCode::usage);
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

TEST_CASE("the help names every flag and every exit status") {
    const std::string help = index_help();
    for (const Option& option : index_flags()) {
        CAPTURE(option.name);
        CHECK(help.find("--" + std::string(option.name)) != std::string::npos);
    }
    for (const std::string status : {"0 done", "64 ", "65 ", "74 ", "75 ", "78 "})
        CHECK(help.find(status) != std::string::npos);
    CHECK(help.ends_with("\n"));
}

TEST_CASE("the manual page describes every flag") {
    std::ifstream stream(VIGYAPTI_SOURCE_DIR "/indexer/vigyapti-index.1");
    REQUIRE(stream.is_open());
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    for (const Option& option : index_flags()) {
        // An entry of a list in mdoc: ".It Fl h , Fl Fl help".
        const std::string flag = "Fl Fl " + std::string(option.name);
        bool described = false;
        std::istringstream lines(page);
        for (std::string line; std::getline(lines, line);) {
            const auto at = line.find(flag);
            const char after = at == line.npos ? 'x' : (line + ' ')[at + flag.size()];
            described = described || (line.starts_with(".It ") && after == ' ');
        }
        CAPTURE(option.name);
        CHECK(described);
    }
}

}  // namespace vigyapti
