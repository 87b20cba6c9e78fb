#include "common/base/options.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR", "where the index is"},
    Option{"limit", 'n', "N", "how many hits"},
    Option{"all", 'a', "", "every word must be there"},
    Option{"verbose", 'v', "", "say more"},
};

ParsedOptions parse(std::vector<const char*> words) {
    words.insert(words.begin(), "program");
    return parse_command_line(flags, static_cast<int>(words.size()), words.data());
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += "[" + word + "]";
    return out;
}

ParsedOptions parse_config(std::string_view content) {
    const test::TemporaryFolder folder;
    return parse_config_file(flags, folder.write("vigyapti.conf", content).string());
}

// The error that `work` throws; it must throw one.
template <typename Work>
Error error_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    FAIL("no error was thrown");
    return {ErrorCode::io, "unreachable"};
}

bool mentions(const Error& error, std::string_view what) {
    return std::string_view(error.what()).find(what) != std::string_view::npos;
}

struct ArgumentCase {
    std::vector<const char*> words;
    std::string_view arguments;
};

struct LimitCase {
    std::vector<const char*> words;
    std::string_view value;
};

}  // namespace

TEST_CASE("words that are no flags are arguments, in their order") {
    const std::vector<ArgumentCase> cases{
        {{}, ""},
        {{"रूस", "India"}, "[रूस][India]"},
        {{"one", "--all", "two", "-n", "5", "three"}, "[one][two][three]"},
        {{"-"}, "[-]"},
        {{""}, "[]"},
        {{"a b", "\"एक वाक्य\""}, "[a b][\"एक वाक्य\"]"},
        {{"title:रूस", "date:2023-10"}, "[title:रूस][date:2023-10]"},
        {{"a=b"}, "[a=b]"},
    };
    for (const ArgumentCase& each : cases) {
        CAPTURE(each.arguments);
        CHECK(joined(parse(each.words).arguments()) == each.arguments);
    }
}

TEST_CASE("a dash before a letter beyond ASCII excludes a query word") {
    const std::vector<ArgumentCase> cases{
        {{"-पाकिस्तान"}, "[-पाकिस्तान]"},
        {{"रूस", "-पाकिस्तान", "चीन", "-é"}, "[रूस][-पाकिस्तान][चीन][-é]"},
        {{"-पाकिस्तान", "--all"}, "[-पाकिस्तान]"},
        {{"--all", "-पाकिस्तान", "-n", "3"}, "[-पाकिस्तान]"},
        {{"--", "-पाकिस्तान"}, "[-पाकिस्तान]"},
    };
    for (const ArgumentCase& each : cases) {
        CAPTURE(each.arguments);
        CHECK(joined(parse(each.words).arguments()) == each.arguments);
    }
    CHECK(parse({"-पाकिस्तान", "--all"}).has("all"));
    CHECK(parse({"--all", "-पाकिस्तान", "-n", "3"}).text("limit") == "3");
}

TEST_CASE("two dashes end the flags") {
    const ParsedOptions parsed = parse({"--all", "--", "--limit", "-v", "--", "x"});
    CHECK(joined(parsed.arguments()) == "[--limit][-v][--][x]");
    CHECK(parsed.has("all"));
    CHECK_FALSE(parsed.has("limit"));
    CHECK_FALSE(parsed.has("verbose"));
}

TEST_CASE("a value is taken from any usual way of writing it, and the last one wins") {
    const std::vector<LimitCase> cases{
        {{"--limit", "5"}, "5"},
        {{"--limit=5"}, "5"},
        {{"-n", "5"}, "5"},
        {{"-n5"}, "5"},
        {{"--limit=5", "-n", "7"}, "7"},
        {{"-n7", "word", "--limit", "5"}, "5"},
        {{"--limit", "दस"}, "दस"},
        {{"--limit=a=b"}, "a=b"},
        {{"-av", "-n5"}, "5"},
        {{"-avn", "5"}, "5"},
    };
    for (const LimitCase& each : cases) {
        const std::string first = each.words.front();
        CAPTURE(first);
        CHECK(parse(each.words).text("limit") == each.value);
    }
}

TEST_CASE("a switch is there or not, and switches can be written together") {
    CHECK(parse({"--all"}).has("all"));
    CHECK(parse({"-a"}).has("all"));
    CHECK_FALSE(parse({"-a"}).has("verbose"));
    CHECK_FALSE(parse({"all"}).has("all"));
    const ParsedOptions both = parse({"-av", "-a"});
    CHECK(both.has("all"));
    CHECK(both.has("verbose"));
    CHECK(both.text("all").empty());
}

TEST_CASE("what is not given falls back") {
    const ParsedOptions none = parse({});
    CHECK_FALSE(none.has("limit"));
    CHECK(none.text("limit").empty());
    CHECK(none.text("limit", "10") == "10");
    CHECK(none.number("limit", 10, 20, 30) == 10);
}

TEST_CASE("a flag that is unknown, shortened or wrongly used is a usage error with a hint") {
    const std::vector<std::vector<const char*>> cases{
        {"--nonsense"},
        {"--lim", "5"},
        {"--verb"},
        {"-x"},
        {"-nx", "-x"},
        {"--limit"},
        {"-n"},
        {"--limit="},
        {"--all=yes"},
        {"--Limit=5"},
        {"-av-"},
        // The name under which arguments are collected is no flag.
        {"--arguments", "x"},
    };
    for (const auto& words : cases) {
        const std::string first = words.front();
        CAPTURE(first);
        try {
            parse(words);
            FAIL_CHECK("no error was thrown");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::usage);
            CHECK_FALSE(error.hint().empty());
        }
    }
    CHECK(mentions(error_of([] { parse({"--nonsense"}); }), "nonsense"));
}

TEST_CASE("no program name is no harm") {
    CHECK(parse_command_line(flags, 0, nullptr).arguments().empty());
    const std::array<const char*, 1> name{"program"};
    CHECK(parse_command_line(flags, 1, name.data()).arguments().empty());
}

TEST_CASE("a number lies in its range, ends included") {
    const auto limit = [](const char* value) {
        ParsedOptions options;
        options.set("limit", value);
        return options.number("limit", 10, -3, 500);
    };
    CHECK(limit("1") == 1);
    CHECK(limit("500") == 500);
    CHECK(limit("-3") == -3);
    CHECK(limit("007") == 7);
    for (const std::string value : {"", " ", "501", "-4", "5x", "x5", "5.0", "1e2", " 5", "5 ",
                                    "+5", "0x5", "५", "99999999999999999999", "--5"}) {
        CAPTURE(value);
        const Error error = error_of([&] { limit(value.c_str()); });
        CHECK(error.code() == ErrorCode::usage);
        CHECK(std::string(error.what()) ==
              "--limit " + value + ": not a whole number from -3 to 500");
    }
}

TEST_CASE("the whole range of 64 bits is read") {
    ParsedOptions options;
    constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
    constexpr auto highest = std::numeric_limits<std::int64_t>::max();
    options.set("limit", "9223372036854775807");
    CHECK(options.number("limit", 0, lowest, highest) == highest);
    options.set("limit", "-9223372036854775808");
    CHECK(options.number("limit", 0, lowest, highest) == lowest);
    options.set("limit", "9223372036854775808");
    CHECK_THROWS_AS(options.number("limit", 0, lowest, highest), Error);
}

TEST_CASE("a choice is one of the list, letter for letter") {
    constexpr std::array<std::string_view, 3> choices{"relevance", "date", "date-asc"};
    ParsedOptions options;
    CHECK(options.choice("sort", "relevance", choices) == "relevance");
    options.set("sort", "date-asc");
    CHECK(options.choice("sort", "relevance", choices) == "date-asc");
    for (const std::string value : {"", "dat", "DATE", "date ", "relevance,date"}) {
        CAPTURE(value);
        options.set("sort", value);
        const Error error = error_of([&] { options.choice("sort", "relevance", choices); });
        CHECK(error.code() == ErrorCode::usage);
        CHECK(mentions(error, "--sort"));
        CHECK(error.hint() == "choose one of: relevance, date, date-asc");
    }
}

TEST_CASE("a configuration file holds flags by their long names") {
    const ParsedOptions parsed = parse_config(
        "# Settings of the newsroom\nindex = /srv/समाचार सूची\n\n  limit=25  \r\nall =\n");
    CHECK(parsed.text("index") == "/srv/समाचार सूची");
    CHECK(parsed.number("limit", 10, 1, 100) == 25);
    CHECK(parsed.has("all"));
    CHECK_FALSE(parsed.has("verbose"));
    CHECK(parsed.arguments().empty());
    CHECK_FALSE(parse_config("").has("index"));
    CHECK_FALSE(parse_config("# limit = 5\n").has("limit"));
    CHECK(parse_config("limit = 5\nlimit = 7").text("limit") == "7");
}

TEST_CASE("a switch that a configuration file turns off is off, or the file is refused") {
    for (const std::string value : {"no", "false", "off", "0"}) {
        CAPTURE(value);
        bool on = false;
        try {
            on = parse_config("all = " + value + "\n").has("all");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::configuration);
        }
        CHECK_FALSE(on);
    }
}

TEST_CASE("a configuration file that cannot be understood is an error that names it") {
    for (const std::string content : {"limits = 5\n", "lim = 5\n", "just words\n", "-n = 5\n",
                                      "--limit = 5\n", "arguments = x\n"}) {
        CAPTURE(content);
        const Error error = error_of([&] { parse_config(content); });
        CHECK(error.code() == ErrorCode::configuration);
        CHECK(mentions(error, "vigyapti.conf"));
        CHECK_FALSE(error.hint().empty());
    }
}

TEST_CASE("a configuration file that cannot be read is an error that names it") {
    const test::TemporaryFolder folder;
    const std::string missing = (folder.path() / "nowhere.conf").string();
    const Error error = error_of([&] { parse_config_file(flags, missing); });
    CHECK(error.code() == ErrorCode::configuration);
    CHECK(std::string(error.what()) == missing + ": No such file or directory");
    // A folder opens, but nothing can be read from it.
    CHECK(error_of([&] { parse_config_file(flags, folder.path().string()); }).code() ==
          ErrorCode::configuration);
}

TEST_CASE("every flag is described on an aligned line") {
    constexpr std::array described{
        Option{"index", '\0', "DIR", "where the index is"},
        Option{"limit", 'n', "N", "how many hits;\n10 unless told"},
        Option{"all", 'a', "", "every word"},
        Option{"allow-mass-delete-of-all", '\0', "", "long flag"},
    };
    CHECK(describe(described) ==
          "      --index DIR             where the index is\n"
          "  -n, --limit N               how many hits;\n"
          "                              10 unless told\n"
          "  -a, --all                   every word\n"
          "      --allow-mass-delete-of-all\n"
          "                              long flag\n");
    CHECK(describe({}).empty());
}

TEST_CASE("keys of the program's own section count, those of other sections do not") {
    const test::TemporaryFolder folder;
    const auto path =
        folder.write("shared.conf", "limit = 5\n[search]\nindex = a\n[index]\nthreads = many\n");
    const ParsedOptions parsed = parse_config_file(flags, path.string(), "search");
    CHECK(parsed.text("limit") == "5");
    CHECK(parsed.text("index") == "a");
    CHECK(error_of([&] { parse_config_file(flags, path.string(), "index"); }).code() ==
          ErrorCode::configuration);
}

}  // namespace vigyapti
