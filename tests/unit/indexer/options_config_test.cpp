// What the configuration file sets, and what the command line and the environment set before it.
#include <doctest/doctest.h>

#include <cstdlib>
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

}  // namespace

TEST_CASE("the index comes from the flag, the environment, the configuration file, in this order") {
    const OwnEnvironment environment;
    const auto file =
        environment.folder().write("config/vigyapti/vigyapti.conf", "index = /from/file\n");
    CHECK(parse_index_words({"x"}).index == "/from/file");
    ::setenv("VIGYAPTI_INDEX", "/from/environment", 1);
    CHECK(parse_index_words({"x"}).index == "/from/environment");
    CHECK(parse_index_words({"x", "--index", "/from/flag"}).index == "/from/flag");
}

TEST_CASE("the configuration file sets what the command line leaves open") {
    const OwnEnvironment environment;
    const std::string file =
        environment.folder()
            .write("my.conf", "# a comment\nthreads = 2\nshards = 3\nformat = text\n")
            .string();
    const IndexOptions options = parse_index_words({"x", "--config", file, "--shards", "4"});
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
    const IndexOptions options = parse_index_words({});
    CHECK(options.paths == Paths{{"/srv/mixed", ""},
                                 {"/srv/mea", "विदेश मंत्रालय"},
                                 {"/srv/pib", "विदेश मंत्रालय"},
                                 {"/srv/state", "U.S. Department of State"}});
    CHECK(options.report == "/var/r.json");
    CHECK(options.log == "/var/v.log");
    CHECK(options.retry_failed);
    // Paths of the command line take their place, and keep a source that the file gives them.
    CHECK(parse_index_words({"a", "/srv/mea/"}).paths ==
          Paths{{"a", ""}, {"/srv/mea/", "विदेश मंत्रालय"}});
    CHECK(parse_index_words({"", "-"}).paths == Paths{{"", ""}, {"-", ""}});
    CHECK(parse_index_words({"/srv/./mea", "/srv/mea/2024"}).paths ==
          Paths{{"/srv/./mea", "विदेश मंत्रालय"}, {"/srv/mea/2024", ""}});
    CHECK(parse_index_words({"/srv/mea", "-", "--source", "MEA"}).paths ==
          Paths{{"/srv/mea", "MEA"}, {"-", "MEA"}});
    CHECK(error_of({"--source", "MEA"}) == ErrorCode::usage);
    // What the file sets for the nightly run does not contradict what one asks for by hand.
    CHECK(parse_index_words({"--allow-mass-delete"}).allow_mass_delete);
    CHECK(parse_index_words({"--rebuild"}).paths.size() == 4);
    CHECK((parse_index_words({"--check"}).mode == IndexMode::check));
    CHECK(parse_index_words({"--check"}).paths.empty());
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
        const IndexOptions options = parse_index_words(each.words);
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
    CHECK(error_with("[index]\npath = /a\nformat = odp\n") == "3: format = odp: no such choice");
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

}  // namespace vigyapti
