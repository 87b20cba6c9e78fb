// The help, the manual pages and the sample of a configuration say what the indexer does.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/index_words.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

using test::message_of;
using test::OwnEnvironment;
using test::parse_index_words;

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

}  // namespace

TEST_CASE("the sample of a configuration is right, and is the example of the manual page") {
    const OwnEnvironment environment;
    const std::string sample = "scripts/nightly/vigyapti.conf";
    const IndexOptions options = parse_index_words({"--config", VIGYAPTI_SOURCE_DIR "/" + sample});
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
