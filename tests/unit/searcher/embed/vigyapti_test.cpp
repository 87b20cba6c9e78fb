#include "searcher/embed/vigyapti.h"

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/asked_collection.hpp"

namespace vigyapti {
namespace {

using test::AskedIndex;

struct Closer {
    void operator()(vigyapti_searcher* searcher) const { vigyapti_close(searcher); }
    void operator()(char* answer) const { vigyapti_free(answer); }
};
using OpenSearcher = std::unique_ptr<vigyapti_searcher, Closer>;
using Answer = std::unique_ptr<char, Closer>;

OpenSearcher open(const std::filesystem::path& path) {
    OpenSearcher searcher(vigyapti_open(path.c_str()));
    REQUIRE(searcher);
    return searcher;
}

// The ids found, best first; "error N" for an error.
std::string ids_for(vigyapti_searcher* searcher, const std::string& request) {
    const Answer answer(vigyapti_search(searcher, request.c_str()));
    if (!answer) return "error " + std::to_string(vigyapti_error_code());
    std::string ids;
    const auto json = nlohmann::json::parse(answer.get());
    for (const auto& hit : json.at("hits"))
        ids += (ids.empty() ? "" : " ") + hit.at("id").get<std::string>();
    return ids;
}

}  // namespace

TEST_CASE("a request is written as the page's query string") {
    const OpenSearcher searcher = open(test::index().path());
    struct Case {
        std::string request;
        std::string ids;
    };
    const std::vector<Case> cases{
        {"q=Chabahar", "en-port en-passing"},
        {"q=%E0%A4%9A%E0%A4%BE%E0%A4%AC%E0%A4%B9%E0%A4%BE%E0%A4%B0&cross=off", ""},
        {"q=Chabahar&n=1", "en-port"},
        {"q=Chabahar&n=1&page=2", "en-passing"},
        {"q=Chabahar&page=2", ""},
        {"q=India+Chabahar&all=1", "en-port"},
        {"q=Chabahar&sort=date-asc", "en-passing en-port"},
        {"q=Chabahar&from=2024-01-01", "en-port"},
        {"q=Chabahar&country=IR&unheard=of", "en-port"},
        {"q=Chabahar&lang=hi&cross=off", ""},
        {"like=en-port", "en-trade en-passing"},
        {"q=", ""},
        {"", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.request);
        CHECK(ids_for(searcher.get(), each.request) == each.ids);
        CHECK(vigyapti_error_code() == VIGYAPTI_OK);
        CHECK(std::string(vigyapti_error_text()).empty());
    }
}

TEST_CASE("a bad argument is an error with a text, whatever its bytes") {
    const OpenSearcher searcher = open(test::index().path());
    std::vector<std::string> requests{"q=%FF", "q=\xC0\xAF", "q=a%00b", "q=\xED\xA0\x80"};
    for (const std::string& request : requests) {
        CAPTURE(request);
        CHECK(ids_for(searcher.get(), request) == "error " + std::to_string(VIGYAPTI_BAD_REQUEST));
        CHECK_FALSE(std::string(vigyapti_error_text()).empty());
    }
    CHECK(vigyapti_search(searcher.get(), nullptr) == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_BAD_REQUEST);
    CHECK(std::string(vigyapti_error_text()) == "request: a null pointer");
    CHECK(vigyapti_search(nullptr, "q=x") == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_BAD_REQUEST);
    CHECK(vigyapti_refresh(nullptr) == -1);
    CHECK(vigyapti_open(nullptr) == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_BAD_REQUEST);
    vigyapti_close(nullptr);
    vigyapti_free(nullptr);
    // The searcher goes on, and the error is over.
    CHECK(ids_for(searcher.get(), "q=Chabahar") == "en-port en-passing");
    CHECK(vigyapti_error_code() == VIGYAPTI_OK);
}

TEST_CASE("any bytes are answered or refused, and leave the searcher sound") {
    const OpenSearcher searcher = open(test::index().path());
    std::uint32_t state = 7;
    for (int i = 0; i < 2000; ++i) {
        std::string request = "q=";
        for (int length = i % 40; length > 0; --length) {
            state = state * 1664525 + 1013904223;
            request += static_cast<char>(state >> 24U);
        }
        const Answer answer(vigyapti_search(searcher.get(), request.c_str()));
        CHECK((answer != nullptr) == (vigyapti_error_code() == VIGYAPTI_OK));
        if (answer) CHECK(nlohmann::json::accept(answer.get()));
    }
    CHECK(ids_for(searcher.get(), "q=Chabahar") == "en-port en-passing");
}

TEST_CASE("what is no search, or has no such value, is refused with a reason") {
    const OpenSearcher searcher = open(test::index().path());
    for (const char* request : {"id=en-port", "complete=In", "view=help", "file=page.css",
                                "q=x&page=0", "q=x&sort=size", "q=x&n=1000"}) {
        CAPTURE(request);
        CHECK(ids_for(searcher.get(), request) == "error " + std::to_string(VIGYAPTI_BAD_REQUEST));
        CHECK_FALSE(std::string(vigyapti_error_text()).empty());
        CHECK_FALSE(std::string(vigyapti_error_hint()).empty());
    }
    CHECK(ids_for(searcher.get(), "like=nothing") == "error " + std::to_string(VIGYAPTI_NOT_FOUND));
}

TEST_CASE("what was not taken as written is among the notices") {
    const OpenSearcher searcher = open(test::index().path());
    const Answer answer(vigyapti_search(searcher.get(), "q=Chabahar&from=someday"));
    REQUIRE(answer);
    const auto json = nlohmann::json::parse(answer.get());
    CHECK(json.at("notices").at(0).get<std::string>().find("someday") != std::string::npos);
}

TEST_CASE("a release is read whole, what the query looks for lit") {
    const OpenSearcher searcher = open(test::index().path());
    const Answer answer(vigyapti_read(searcher.get(), "id=en-port&q=Iran"));
    REQUIRE(answer);
    const auto json = nlohmann::json::parse(answer.get());
    CHECK(json.at("title") == "Chabahar port contract signed");
    CHECK(json.at("blocks").at(0).at("highlights") == nlohmann::json{{10, 14}});
    CHECK(vigyapti_read(searcher.get(), "id=nothing") == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_NOT_FOUND);
    CHECK(vigyapti_read(searcher.get(), "q=Iran") == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_BAD_REQUEST);
}

TEST_CASE("where there is no index, that is said with a hint") {
    const test::TemporaryFolder folder;
    CHECK(vigyapti_open(folder.path().c_str()) == nullptr);
    CHECK(vigyapti_error_code() == VIGYAPTI_NOT_FOUND);
    CHECK(std::string(vigyapti_error_text()) == folder.path().string() + ": no index there");
    CHECK_FALSE(std::string(vigyapti_error_hint()).empty());
}

TEST_CASE("a text of an error is cut between characters") {
    std::string name = "/";
    while (name.size() < 2000)
        name += "\u0915";
    for (int i = 0; i < 3; ++i) {
        name.insert(1, "x");
        CHECK(vigyapti_open(name.c_str()) == nullptr);
        const std::string text = vigyapti_error_text();
        CHECK(text.size() > 996);
        CHECK(text.size() <= 1000);
        CHECK(text == name.substr(0, text.size()));
        CHECK(text.ends_with("\u0915"));
    }
}

TEST_CASE("a text of an error is one line, whatever it quotes") {
    const OpenSearcher searcher = open(test::index().path());
    CHECK(vigyapti_search(searcher.get(), "sort=a%0Ab%1B%5B2J%7F") == nullptr);
    CHECK(std::string(vigyapti_error_text()) == "sort: not \"a?b?[2J?\"");
}

TEST_CASE("errors are those of the thread") {
    CHECK(vigyapti_open("/nowhere") == nullptr);
    int other = -1;
    std::thread([&] { other = vigyapti_error_code(); }).join();
    CHECK(other == VIGYAPTI_OK);
    CHECK(vigyapti_error_code() == VIGYAPTI_NOT_FOUND);
}

TEST_CASE("a searcher sees what is new once it is refreshed") {
    const AskedIndex asked;
    const OpenSearcher searcher = open(asked.path());
    CHECK(ids_for(searcher.get(), "q=Samarkand") == "en-undated hi-photo");
    CHECK(vigyapti_refresh(searcher.get()) == 0);
    asked.add("more.jsonl", R"({"id":"more","title":"Samarkand","text":"Samarkand."})");
    CHECK(vigyapti_refresh(searcher.get()) == 1);
    CHECK(vigyapti_refresh(searcher.get()) == 0);
    CHECK(ids_for(searcher.get(), "q=Samarkand") == "more en-undated hi-photo");
    std::filesystem::remove_all(asked.path());
    CHECK(vigyapti_refresh(searcher.get()) == -1);
    CHECK(vigyapti_error_code() == VIGYAPTI_NOT_FOUND);
}

TEST_CASE("the version is that of the project") {
    CHECK(std::string(vigyapti_version()) == VIGYAPTI_VERSION);
}

}  // namespace vigyapti
