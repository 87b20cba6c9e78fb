#include "searcher/options.hpp"

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

SearchOptions parse(std::vector<std::string> words) {
    std::vector<const char*> argv{"vigyapti-search"};
    for (const std::string& word : words)
        argv.push_back(word.c_str());
    return parse_search_options(static_cast<int>(argv.size()), argv.data());
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
    const SearchOptions options = parse({"रूस"});
    CHECK(options.index == environment.folder().path() / ".local/share/vigyapti/index");
    CHECK(options.request.query == "रूस");
    CHECK(options.request.limit == 10);
    CHECK(options.request.offset == 0);
    CHECK((options.request.sort == Sort::relevance));
    CHECK_FALSE(options.request.all);
    CHECK(options.batch.empty());
    CHECK(options.renderer == find_renderer("terminal"));
    CHECK_FALSE(options.timing);
    CHECK_FALSE(options.explain);
    CHECK_FALSE(options.help);
    CHECK_FALSE(options.version);
}

TEST_CASE("each flag sets its option, wherever it stands") {
    const OwnEnvironment environment;
    const SearchOptions options =
        parse({"--index=/i", "रूस", "-n", "25", "--offset", "50", "--sort", "date-asc", "--all",
               "--format", "json", "--color", "always", "--timing", "--explain", "पाकिस्तान"});
    CHECK(options.index == "/i");
    CHECK(options.request.query == "रूस पाकिस्तान");
    CHECK(options.request.limit == 25);
    CHECK(options.request.offset == 50);
    CHECK((options.request.sort == Sort::date_ascending));
    CHECK(options.request.all);
    CHECK(options.renderer == find_renderer("json"));
    CHECK(options.render.color);
    CHECK(options.timing);
    CHECK(options.explain);
    CHECK((parse({"x", "--sort", "date"}).request.sort == Sort::date));
    CHECK((parse({"x", "--sort", "relevance"}).request.sort == Sort::relevance));
    CHECK(parse({"x", "--limit", "3"}).request.limit == 3);
}

TEST_CASE("facets are asked for in lists and again, each once") {
    const OwnEnvironment environment;
    using Kinds = std::vector<FacetKind>;
    CHECK((parse({"x"}).request.facets == Kinds{}));
    CHECK((parse({"x", "--facet", "year,country", "--facet=lang", "--facet", "country"})
               .request.facets == Kinds{FacetKind::year, FacetKind::country, FacetKind::lang}));
    CHECK((parse({"x", "--timeline"}).request.facets == Kinds{FacetKind::month}));
    CHECK(
        (parse({"x", "--timeline", "--facet", "month"}).request.facets == Kinds{FacetKind::month}));
    CHECK(parse({"x", "--timeline"}).render.timeline);
    CHECK_FALSE(parse({"x", "--facet", "month"}).render.timeline);
    for (const std::string list : {"people", "country,", ",country", "country;lang", "Country"})
        CHECK(error_of({"x", "--facet", list}) == ErrorCode::usage);
    const std::string file =
        environment.folder().write("my.conf", "facet = lang,year\ntimeline = yes\n").string();
    CHECK((parse({"x", "--config", file}).request.facets ==
           Kinds{FacetKind::lang, FacetKind::year, FacetKind::month}));
}

TEST_CASE("counterparts are asked for alone") {
    CHECK(parse({"--pair", "en/1"}).request.pair == "en/1");
    CHECK_THROWS_AS(parse({"--pair", "en/1", "word"}), Error);
    for (const char* other : {"--like", "--new", "--batch", "--explain-document"})
        CHECK_THROWS_AS(parse({"--pair", "en/1", other, "x"}), Error);
    CHECK_THROWS_AS(parse({"--pair", "en/1", "--facet", "lang"}), Error);
    CHECK_THROWS_AS(parse({"--pair", "en/1", "--timeline"}), Error);
}

TEST_CASE("recency, versions and likeness are part of the request") {
    const OwnEnvironment environment;
    const Request plain = parse({"x"}).request;
    CHECK(plain.half_life_days == 0);
    CHECK_FALSE(plain.all_versions);
    CHECK(plain.like.empty());
    CHECK_FALSE(plain.since);
    const Request request =
        parse({"--recency", "30", "--all-versions", "--like", "https://example.org/1"}).request;
    CHECK(request.half_life_days == 30);
    CHECK(request.all_versions);
    CHECK(request.like == "https://example.org/1");
    CHECK(request.query.empty());
    CHECK(parse({"--like", "a", "रूस"}).request.query == "रूस");
    CHECK(error_of({"x", "--recency", "-1"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--recency", "0.5"}) == ErrorCode::usage);
}

TEST_CASE("releases in the other language are found too, alone or not at all") {
    const OwnEnvironment environment;
    CHECK((parse({"x"}).request.cross == Cross::automatic));
    CHECK((parse({"x", "--cross", "auto"}).request.cross == Cross::automatic));
    CHECK((parse({"x", "--cross", "only"}).request.cross == Cross::only));
    CHECK((parse({"--cross=off", "x"}).request.cross == Cross::off));
    for (const std::string when : {"", "on", "Only", "of"})
        CHECK(error_of({"x", "--cross", when}) == ErrorCode::usage);
    const std::string file = environment.folder().write("my.conf", "cross = off\n").string();
    CHECK((parse({"x", "--config", file}).request.cross == Cross::off));
    CHECK((parse({"x", "--config", file, "--cross", "only"}).request.cross == Cross::only));
}

TEST_CASE("a format whose documents are judged one by one shows all versions") {
    CHECK(parse({"--format", "trec", "oil"}).request.all_versions);
    CHECK_FALSE(parse({"--format", "json", "oil"}).request.all_versions);
}

TEST_CASE("a saved search shows all that is new, wherever it begins") {
    const OwnEnvironment environment;
    const std::string file =
        environment.folder().write("my.conf", "limit = 5\noffset = 20\n").string();
    const SearchOptions options = parse({"--new", "morning", "रूस", "--config", file});
    CHECK(options.saved_search == "morning");
    CHECK(options.request.limit == 10000);
    CHECK(options.request.offset == 0);
    CHECK(parse({"--new", "morning", "x", "-n", "7"}).request.limit == 7);
    CHECK(error_of({"--new", "morning"}) == ErrorCode::usage);
    for (const std::string name : {"../x", "a/b", ".x", "a b", "-x", "a\n"})
        CHECK(error_of({"--new=" + name, "x"}) == ErrorCode::usage);
}

TEST_CASE("a session needs no query and shows what fits the screen") {
    const OwnEnvironment environment;
    const SearchOptions options = parse({"-i"});
    CHECK(options.interactive);
    CHECK(options.request.query.empty());
    CHECK(options.request.limit >= 3);
    CHECK(options.request.limit <= 10);
    CHECK(parse({"-i", "x", "-n", "20"}).request.limit == 20);
    CHECK(parse({"x"}).pager);
    CHECK_FALSE(parse({"x", "--pager", "never"}).pager);
    CHECK(error_of({"x", "--pager", "always"}) == ErrorCode::usage);
}

TEST_CASE("the values of three fields can be listed") {
    const OwnEnvironment environment;
    for (const std::string field : {"source", "lang", "country"})
        CHECK(parse({"--list-values", field}).list_values == field);
    CHECK(error_of({"--list-values", "title"}) == ErrorCode::usage);
    CHECK(error_of({"--list-values", "source", "x"}) == ErrorCode::usage);
}

TEST_CASE("a release can be explained by its id alone") {
    const OwnEnvironment environment;
    CHECK(parse({"--explain-document", "https://example.org/1"}).explain_document ==
          "https://example.org/1");
    CHECK(error_of({"--explain-document", "a", "x"}) == ErrorCode::usage);
    CHECK(error_of({"--explain-document", "a", "-i"}) == ErrorCode::usage);
}

TEST_CASE("flags that contradict each other are refused") {
    const OwnEnvironment environment;
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--new", "a", "--batch", "-"},
                                               {"--new", "a", "-i", "x"},
                                               {"--new", "a", "--explain", "x"},
                                               {"--new", "a", "--offset", "1", "x"},
                                               {"-i", "--batch", "-"},
                                               {"-i", "--explain", "x"},
                                               {"-i", "--format", "json"},
                                               {"--list-values", "source", "--batch", "-"},
                                               {"--list-values", "source", "-i"},
                                               {"--list-values", "source", "--new", "a"},
                                               {"--batch", "-", "--format", "atom"}}) {
        CAPTURE(words[0]);
        CHECK(error_of(words) == ErrorCode::usage);
    }
    CHECK(error_of({"--batch", "-", "--format", "csv"}) == std::nullopt);
}

TEST_CASE("the words of the query are joined by spaces as they are") {
    const OwnEnvironment environment;
    CHECK(parse({"\"विदेश मंत्री\"", "+रूस", "(a", "OR", "b)"}).request.query ==
          "\"विदेश मंत्री\" +रूस (a OR b)");
    // A Hindi word can be excluded without further ado, an English one behind two dashes.
    CHECK(parse({"रूस", "-पाकिस्तान"}).request.query == "रूस -पाकिस्तान");
    CHECK(parse({"-पाकिस्तान", "रूस"}).request.query == "-पाकिस्तान रूस");
    CHECK(parse({"--", "Russia", "-Pakistan", "--all"}).request.query == "Russia -Pakistan --all");
    CHECK(parse({""}).request.query.empty());
    CHECK(error_of({"Russia", "-Pakistan"}) == ErrorCode::usage);
}

TEST_CASE("color goes to terminals only, unless one asks for it") {
    const OwnEnvironment environment;
    CHECK(parse({"x", "--color", "always"}).render.color);
    CHECK_FALSE(parse({"x", "--color", "never"}).render.color);
    ::setenv("NO_COLOR", "1", 1);
    CHECK_FALSE(parse({"x", "--color", "auto"}).render.color);
    CHECK(parse({"x", "--color", "always"}).render.color);
    CHECK(parse({"x"}).render.width > 0);
}

TEST_CASE("numbers have bounds and must be whole") {
    const OwnEnvironment environment;
    for (const std::string number : {"0", "1", "10000"})
        CHECK(error_of({"x", "--limit", number}) == std::nullopt);
    for (const std::string number : {"10001", "-1", "", "ten", "1.5", "99999999999999999999"})
        CHECK(error_of({"x", "--limit=" + number}) == ErrorCode::usage);
    CHECK(parse({"x", "--offset", "1000000"}).request.offset == 1'000'000);
    CHECK(error_of({"x", "--offset", "1000001"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--offset=-1"}) == ErrorCode::usage);
}

TEST_CASE("mistakes on the command line are errors of usage") {
    const OwnEnvironment environment;
    CHECK(error_of({}) == ErrorCode::usage);
    CHECK(error_of({"--all"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--no-such-flag"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--form", "json"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--format", "pdf"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--sort", "random"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--color", "yes"}) == ErrorCode::usage);
    CHECK(error_of({"x", "--limit"}) == ErrorCode::usage);
}

TEST_CASE("help, version and a batch need no query") {
    const OwnEnvironment environment;
    CHECK(parse({"-h"}).help);
    CHECK(parse({"--help"}).help);
    CHECK(parse({"-V"}).version);
    CHECK(parse({"--version"}).version);
    const SearchOptions options = parse({"--batch", "-", "--format", "trec"});
    CHECK(options.batch == "-");
    CHECK(options.renderer == find_renderer("trec"));
}

TEST_CASE("the configuration file sets what the command line leaves open") {
    const OwnEnvironment environment;
    const std::string file =
        environment.folder().write("my.conf", "limit = 5\nformat = json\nindex = /i\n").string();
    const SearchOptions options = parse({"x", "--config", file, "--limit", "7"});
    CHECK(options.request.limit == 7);
    CHECK(options.renderer == find_renderer("json"));
    CHECK(options.index == "/i");
    CHECK(error_of({"x", "--config", file + ".missing"}) == ErrorCode::configuration);
}

TEST_CASE("every format is found by its name") {
    for (const Renderer& renderer : renderers()) {
        CAPTURE(renderer.format);
        CHECK(find_renderer(renderer.format) == &renderer);
        CHECK((renderer.render != nullptr));
    }
    for (const std::string_view format :
         {"terminal", "json", "jsonl", "csv", "atom", "html", "trec"})
        CHECK(find_renderer(format) != nullptr);
    CHECK(find_renderer("") == nullptr);
    CHECK(find_renderer("JSON") == nullptr);
}

TEST_CASE("the help names every flag and every exit status") {
    const std::string help = search_help();
    for (const Option& option : search_flags()) {
        CAPTURE(option.name);
        CHECK(help.find("--" + std::string(option.name)) != std::string::npos);
    }
    for (const std::string status : {"0 found", "1 nothing found", "2 error"})
        CHECK(help.find(status) != std::string::npos);
    CHECK(help.ends_with("\n"));
}

TEST_CASE("the manual page describes every flag") {
    std::ifstream stream(VIGYAPTI_SOURCE_DIR "/searcher/vigyapti-search.1");
    REQUIRE(stream.is_open());
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    for (const Option& option : search_flags()) {
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
