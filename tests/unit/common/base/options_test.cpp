#include "common/base/options.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"

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
        {"--limit", ""},
        {"-n", ""},
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

TEST_CASE("a key of the configuration file is no flag") {
    constexpr std::array keys{
        Option{"all", 'a', "", "every word"},
        Option{"path", '\0', "DIR", "what to index", OptionPlace::config_file},
    };
    const std::array<const char*, 3> words{"program", "--path", "/srv"};
    CHECK(error_of([&] { parse_command_line(keys, 3, words.data()); }).code() == ErrorCode::usage);
    CHECK(describe(keys) == "  -a, --all                   every word\n");
}

TEST_CASE("values can be added to one another, replaced and taken away") {
    ParsedOptions options;
    CHECK(options.all("path").empty());
    options.add("path", {"/a", "f:1", "विदेश मंत्रालय"});
    options.add("path", {"/b", "f:2", ""});
    REQUIRE(options.all("path").size() == 2);
    CHECK(options.all("path")[0].source == "विदेश मंत्रालय");
    CHECK(options.all("path")[1].origin == "f:2");
    CHECK(options.text("path") == "/b");
    options.set("path", "/c");
    CHECK(options.all("path").size() == 1);
    options.remove("path");
    CHECK_FALSE(options.has("path"));
    CHECK(options.text("path", "none") == "none");
}

}  // namespace vigyapti
