#include "searcher/saved_search.hpp"

#include <doctest/doctest.h>

#include <optional>

#include "common/base/file.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

using test::OwnEnvironment;

std::optional<ErrorCode> error_of(const std::string& name) {
    try {
        const SavedSearch saved(name);
    } catch (const Error& error) {
        CHECK_FALSE(error.hint().empty());
        return error.code();
    }
    return std::nullopt;
}

std::filesystem::path folder_of(const OwnEnvironment& environment) {
    return environment.folder().path() / ".local/state/vigyapti/new";
}

}  // namespace

TEST_CASE("names of saved searches are names of files that hide nothing") {
    for (const std::string& name : {std::string("morning"), std::string("a.b-c_d"),
                                    std::string("2023"), std::string("सुबह"), std::string(200, 'x')})
        CHECK(is_saved_search_name(name));
    for (const std::string& name :
         {std::string(), std::string("."), std::string(".."), std::string(".x"), std::string("-x"),
          std::string("a/b"), std::string("a b"), std::string("a\0b", 3), std::string("a\nb"),
          std::string("a\xFF"), std::string("a\u202Eb"), std::string("a\u200Bb"),
          std::string("\u0941"), std::string(201, 'x')}) {
        CAPTURE(name);
        CHECK_FALSE(is_saved_search_name(name));
        const OwnEnvironment environment;
        CHECK(error_of(name) == ErrorCode::usage);
    }
}

TEST_CASE("what has been shown is known the next time, by its name") {
    const OwnEnvironment environment;
    const Since next{1700000000.123456, 1700000001.5, {"a", "रूस\n\"", "https://example.org/1"}};
    {
        SavedSearch saved("सुबह");
        CHECK((saved.since() == Since{}));
        CHECK(saved.query().empty());
        saved.advance(next, "रूस \"ऊर्जा\"");
    }
    const SavedSearch saved("सुबह");
    CHECK((saved.since() == next));
    CHECK(saved.query() == "रूस \"ऊर्जा\"");
    CHECK((SavedSearch("other").since() == Since{}));
    std::size_t files = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder_of(environment)))
        files += each.path().filename().string().starts_with(".") ? 0 : 1;
    CHECK(files == 1);
}

TEST_CASE("without a step forward nothing is kept") {
    const OwnEnvironment environment;
    { const SavedSearch saved("a"); }
    CHECK_FALSE(std::filesystem::exists(folder_of(environment) / "a"));
}

TEST_CASE("two runs of one search exclude each other") {
    const OwnEnvironment environment;
    {
        const SavedSearch saved("a");
        CHECK(error_of("a") == ErrorCode::locked);
        CHECK(error_of("b") == std::nullopt);
    }
    CHECK(error_of("a") == std::nullopt);
}

TEST_CASE("a damaged state is an error, not a reason to show everything") {
    const OwnEnvironment environment;
    std::filesystem::create_directories(folder_of(environment));
    for (const char* content :
         {"", "{", "[]", "null", R"({"version":2,"query":"x","time":1,"until":1,"seen":[]})",
          R"({"version":1,"query":"x","time":"1","until":1,"seen":[]})",
          R"({"version":1,"query":"x","time":1,"seen":[]})",
          R"({"version":1,"query":"x","time":1,"until":1,"seen":[1]})"}) {
        CAPTURE(content);
        replace_file(folder_of(environment) / "a", content);
        CHECK(error_of("a") == ErrorCode::corrupt);
    }
    try {
        const SavedSearch saved("a");
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find((folder_of(environment) / "a").string()) == 0);
        CHECK(error.hint().find("remove the file") == 0);
    }
    // And the search is free again.
    std::filesystem::remove(folder_of(environment) / "a");
    CHECK(error_of("a") == std::nullopt);
}

}  // namespace vigyapti
