#include "common/base/config_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR", ""},
    Option{"limit", 'n', "N", ""},
    Option{"all", 'a', "", ""},
    Option{"verbose", 'v', "", ""},
    Option{"rebuild", '\0', "", "", OptionPlace::command_line},
    Option{"path", '\0', "DIR", "", OptionPlace::config_file},
};

// The flags of a program that has no sources.
constexpr std::span<const Option> plain_flags{flags.data(), 4};

ParsedOptions parse(std::string_view content, std::string_view section = "index",
                    std::span<const Option> options = flags) {
    const test::TemporaryFolder folder;
    return parse_config_file(options, folder.write("vigyapti.conf", content).string(), section);
}

// "LINE: message" of the error, which must be one of the configuration.
std::string error_of(std::string_view content, std::string_view section = "index",
                     std::span<const Option> options = flags) {
    try {
        parse(content, section, options);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        CHECK_FALSE(error.hint().empty());
        const std::string what = error.what();
        const auto name = what.find("vigyapti.conf:");
        REQUIRE(name != what.npos);
        return what.substr(name + std::string_view("vigyapti.conf:").size());
    }
    return "no error";
}

struct Case {
    std::string_view content;
    std::string_view error;
};

}  // namespace

TEST_CASE("a configuration file holds flags by their long names") {
    const ParsedOptions parsed =
        parse("# Settings of the newsroom\nindex = /srv/समाचार सूची\n\n  limit=25  \r\nall =\n");
    CHECK(parsed.text("index") == "/srv/समाचार सूची");
    CHECK(parsed.number("limit", 10, 1, 100) == 25);
    CHECK(parsed.has("all"));
    CHECK_FALSE(parsed.has("verbose"));
    CHECK(parsed.arguments().empty());
    CHECK_FALSE(parse("").has("index"));
    CHECK_FALSE(parse("# limit = 5\n").has("limit"));
    CHECK(parse("limit = 5\nlimit = 7").text("limit") == "7");
}

TEST_CASE("a switch is yes or no, and the last word counts") {
    for (const std::string value : {"", "yes", "true", "on", "1"})
        CHECK(parse("all = " + value + "\n").has("all"));
    for (const std::string value : {"no", "false", "off", "0"}) {
        CHECK_FALSE(parse("all = " + value + "\n").has("all"));
        CHECK_FALSE(parse("all = yes\n[index]\nall = " + value + "\n").has("all"));
    }
    CHECK(parse("all = no\nall = yes\n").has("all"));
    CHECK(error_of("all = maybe\n") == "1: all = maybe: neither yes nor no");
}

TEST_CASE("what cannot be understood is an error that names the file, the line and the key") {
    const std::vector<Case> cases{
        {"limits = 5\n", "1: unknown key \"limits\""},
        {"\nlim = 5\n", "2: unknown key \"lim\""},
        {"-n = 5\n", "1: unknown key \"-n\""},
        {"n = 5\n", "1: unknown key \"n\""},
        {"--limit = 5\n", "1: unknown key \"--limit\""},
        {"arguments = x\n", "1: unknown key \"arguments\""},
        {"index.limit = 5\n", "1: unknown key \"index.limit\""},
        {"[index]\nLimit = 5\n", "2: unknown key \"Limit\""},
        {"just words\n", "1: \"just words\" is no setting"},
        {"[index]\n\nrebuild = yes\n", "3: \"rebuild\" is for the command line only"},
        {"rebuild = no\n", "1: \"rebuild\" is for the command line only"},
        {"limit =\n", "1: limit: no value"},
        {"index = srv\n", "1: index = srv: not an absolute path"},
        {"index = ~/srv\n", "1: index = ~/srv: not an absolute path"},
        {"[index]\npath = $HOME/a\n", "2: path = $HOME/a: not an absolute path"},
        {"[index]\npath = -\n", "2: path = -: not an absolute path"},
        {"[indx]\n", "1: unknown section [indx]"},
        {"[Index]\nlimit = 5\n", "1: unknown section [Index]"},
        {"limit = 5\n[]\n", "2: \"[]\" is no setting"},
        {"[sources X]\n", "1: unknown section [sources X]"},
        {"[source.X]\n", "1: unknown section [source.X]"},
        {"[source]\n", "1: [source] without a name"},
        {"\n[source  ]\n", "2: [source] without a name"},
        {"[source X]\nlimit = 5\n", "2: \"limit\" is no key of a source"},
        {"[source X]\nrebuild = yes\n", "2: \"rebuild\" is no key of a source"},
        {"[source X]\npaths = /a\n", "2: \"paths\" is no key of a source"},
        {"[source X]\npath = a\n", "2: path = a: not an absolute path"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.content);
        CHECK(error_of(each.content) == each.error);
    }
}

TEST_CASE("a value that is out of bounds is an error that names its line") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("a.conf", "all = yes\nlimit = 0\n").string();
    const ParsedOptions parsed = parse_config_file(flags, path, "index");
    try {
        static_cast<void>(parsed.number("limit", 10, 1, 100));
        FAIL("no error was thrown");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        CHECK(std::string(error.what()) ==
              path + ":2: limit = 0: not a whole number from 1 to 100");
    }
}

TEST_CASE("keys of the program's own section count, those of other sections do not") {
    const std::string content = "limit = 5\n[search]\nindex = /a\n[index]\nthreads = many\n";
    const ParsedOptions parsed = parse(content, "search");
    CHECK(parsed.text("limit") == "5");
    CHECK(parsed.text("index") == "/a");
    CHECK(error_of(content, "index") == "5: unknown key \"threads\"");
    // The later line counts, also when it is above all sections in meaning.
    CHECK(parse("limit = 5\n[index]\nlimit = 6\n").text("limit") == "6");
    CHECK(parse("[index]\nlimit = 6\n[search]\nx = 1\n[index]\nlimit = 7\n").text("limit") == "7");
}

TEST_CASE("paths stand one a line, with the source that their section names") {
    const ParsedOptions parsed = parse(
        "[source विदेश मंत्रालय]\npath = /srv/mea\npath = /srv/mea old\n"
        "[index]\npath = /srv/mixed\n"
        "[source   U.S. Department of State ]\npath = /srv/state\n[source Empty]\n");
    const std::vector<OptionValue> paths = parsed.all("path");
    const std::vector<std::array<std::string, 2>> expected{
        {"/srv/mea", "विदेश मंत्रालय"},
        {"/srv/mea old", "विदेश मंत्रालय"},
        {"/srv/mixed", ""},
        {"/srv/state", "U.S. Department of State"},
    };
    REQUIRE(paths.size() == expected.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        CHECK(paths[i].text == expected[i][0]);
        CHECK(paths[i].source == expected[i][1]);
    }
    CHECK(paths[3].origin.ends_with("vigyapti.conf:7"));
}

TEST_CASE("a program without sources passes over them, but not over misspelt sections") {
    const std::string content = "[source X]\npath = /a\nanything = b\n[search]\nlimit = 3\n";
    CHECK(parse(content, "search", plain_flags).text("limit") == "3");
    CHECK(error_of("[serach]\n", "search", plain_flags) == "1: unknown section [serach]");
    CHECK(error_of("[source]\n", "search", plain_flags) == "1: [source] without a name");
}

TEST_CASE("a configuration file that cannot be read is an error that names it") {
    const test::TemporaryFolder folder;
    const std::string missing = (folder.path() / "nowhere.conf").string();
    try {
        parse_config_file(flags, missing);
        FAIL("no error was thrown");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        CHECK(std::string(error.what()) == missing + ": No such file or directory");
    }
}

}  // namespace vigyapti
