#include "indexer/option_rules.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

using Paths = std::vector<InputPath>;

// A command line of these switches, and a value for each of those that take one.
ParsedOptions given(const std::vector<std::string>& flags,
                    const std::vector<std::string>& arguments = {}) {
    ParsedOptions options;
    for (const std::string& flag : flags)
        options.set(flag, "1");
    for (const std::string& argument : arguments)
        options.add_argument(argument);
    return options;
}

template <typename Work>
std::optional<Error> error_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

// What check_combinations says; empty when it agrees.
std::string refusal(const ParsedOptions& options, IndexMode mode) {
    const auto error = error_of([&] { check_combinations(options, mode); });
    if (!error) return {};
    CHECK(error->code() == ErrorCode::usage);
    CHECK_FALSE(error->hint().empty());
    return error->what();
}

struct ModeFlag {
    std::string flag;
    IndexMode mode;
};

const std::vector<ModeFlag> mode_flags{
    {"check", IndexMode::check},
    {"compact", IndexMode::compact},
    {"stats", IndexMode::stats},
    {"list-failed", IndexMode::list_failed},
    {"delete", IndexMode::delete_releases},
};

}  // namespace

TEST_CASE("the mode is that of the one flag that asks for one") {
    CHECK((mode_of(given({})) == IndexMode::update));
    CHECK((mode_of(given({"rebuild", "verbose"})) == IndexMode::update));
    for (const ModeFlag& one : mode_flags) {
        CAPTURE(one.flag);
        CHECK((mode_of(given({one.flag, "verbose"})) == one.mode));
        for (const ModeFlag& other : mode_flags) {
            if (one.flag == other.flag) continue;
            const auto error = error_of([&] { mode_of(given({one.flag, other.flag})); });
            REQUIRE(error.has_value());
            CHECK(error->code() == ErrorCode::usage);
            const std::string what = error->what();
            CHECK(what.find("--" + one.flag) != std::string::npos);
            CHECK(what.find("--" + other.flag) != std::string::npos);
        }
    }
}

TEST_CASE("every flag that says how to update is refused in every other mode") {
    for (const std::string flag :
         {"format", "source", "threads", "shards", "memory", "rebuild", "max-delete-percent",
          "allow-mass-delete", "max-release-size", "dry-run", "retry-failed", "report"}) {
        CAPTURE(flag);
        CHECK(refusal(given({flag}, {"a"}), IndexMode::update).empty());
        for (const ModeFlag& each : mode_flags) {
            CHECK(refusal(given({flag}), each.mode) ==
                  "--" + each.flag + " and --" + flag + " exclude each other");
        }
    }
    for (const std::string flag : {"index", "config", "wait", "log", "verbose"}) {
        CAPTURE(flag);
        CHECK(refusal(given({flag}), IndexMode::check).empty());
        CHECK(refusal(given({flag}, {"id"}), IndexMode::delete_releases).empty());
    }
}

TEST_CASE("arguments are ids for one mode, paths for another and a mistake for the rest") {
    struct Arguments {
        IndexMode mode;
        std::vector<std::string> arguments;
        std::string refusal;
    };
    for (const Arguments& each : std::vector<Arguments>{
             {IndexMode::update, {}, ""},
             {IndexMode::update, {"a", ""}, ""},
             {IndexMode::delete_releases, {"a", "-"}, ""},
             {IndexMode::delete_releases, {}, "--delete without an id"},
             {IndexMode::delete_releases, {"a", ""}, "--delete: an empty id"},
             {IndexMode::check, {}, ""},
             {IndexMode::check, {"a", "b"}, "--check takes no PATH: a"},
             {IndexMode::stats, {""}, "--stats takes no PATH: "},
         }) {
        CAPTURE(each.refusal);
        CHECK(refusal(given({}, each.arguments), each.mode) == each.refusal);
    }
}

TEST_CASE("what contradicts itself within an update is refused") {
    CHECK(refusal(given({"rebuild", "dry-run"}), IndexMode::update) ==
          "--rebuild and --dry-run exclude each other");
    CHECK(refusal(given({"allow-mass-delete", "max-delete-percent"}), IndexMode::update) ==
          "--allow-mass-delete and --max-delete-percent exclude each other");
    CHECK(refusal(given({"rebuild", "allow-mass-delete"}), IndexMode::update).empty());
    CHECK(refusal(given({"source"}), IndexMode::update) == "--source without a PATH");
}

TEST_CASE("the name of a source is a line of UTF-8") {
    for (const std::string name : {"MEA", "विदेश मंत्रालय", "a [b] = c", "x\xC2\x85"}) {
        CAPTURE(name);
        ParsedOptions options = given({}, {"a"});
        options.set("source", name);
        CHECK(refusal(options, IndexMode::update).empty());
        options.set("source", name + "\n");
        CHECK_FALSE(refusal(options, IndexMode::update).empty());
        options.set("source", "\xFF" + name);
        CHECK_FALSE(refusal(options, IndexMode::update).empty());
        options.set("source", name + "\x7F");
        CHECK_FALSE(refusal(options, IndexMode::update).empty());
    }
}

TEST_CASE("paths are those of the command line, else those of the file, with their sources") {
    ParsedOptions options;
    options.add("path", {"/srv/one", "f:1", ""});
    options.add("path", {"/srv/two/", "f:2", "MEA"});
    CHECK(input_paths(options) == Paths{{"/srv/one", ""}, {"/srv/two/", "MEA"}});
    for (const std::string path : {"/srv/two", "/srv/two/", "/srv//two", "/srv/one/../two"}) {
        ParsedOptions named = options;
        named.add_argument(path);
        named.add_argument("-");
        CHECK(input_paths(named) == Paths{{path, "MEA"}, {"-", ""}});
        named.set("source", "PIB");
        CHECK(input_paths(named) == Paths{{path, "PIB"}, {"-", "PIB"}});
    }
    // What lies in it is not the path of the file.
    ParsedOptions below = options;
    below.add_argument("/srv/two/2024");
    CHECK(input_paths(below) == Paths{{"/srv/two/2024", ""}});
}

TEST_CASE("no path at all is a mistake, and so is one that stands twice in the file") {
    const auto none = error_of([] { input_paths({}); });
    REQUIRE(none.has_value());
    CHECK(none->code() == ErrorCode::usage);
    CHECK_FALSE(none->hint().empty());
    for (const std::string second : {"/srv/one", "/srv/one/", "/srv/x/../one"}) {
        ParsedOptions options;
        options.add("path", {"/srv/one", "f:1", ""});
        options.add("path", {second, "f:7", "MEA"});
        const auto twice = error_of([&] { input_paths(options); });
        REQUIRE(twice.has_value());
        CHECK(twice->code() == ErrorCode::configuration);
        CHECK(std::string(twice->what()) == "f:7: path = " + second + " stands at f:1 already");
    }
}

}  // namespace vigyapti
