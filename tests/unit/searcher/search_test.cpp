#include "searcher/search.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "tests/support/asked_collection.hpp"

namespace vigyapti {

using test::AskedIndex;
using test::check_found;
using test::check_ranked;
using test::ids;
using test::ids_of;
using test::search;
using test::searcher;
using test::sorted;

TEST_CASE("a release about a thing comes before one that mentions it") {
    check_ranked({
        {"Chabahar", "en-port en-passing"},
        {"trade", "en-trade en-passing"},
        {"कराची तेल", "hi-oil hi-energy"},
        {"ऊर्जा तेल पाकिस्तान रूस वार्ता", "hi-energy hi-oil"},
        // Words of captions count little.
        {"Samarkand", "en-undated hi-photo"},
    });
}

TEST_CASE("words are found in every form and spelling, in their own script") {
    check_found({
        {"CHABAHAR", "en-port en-passing"},
        {"contracts", "en-port"},
        {"minister", "en-trade"},
        {"talk", "en-visa"},
        {"मन्दिर", "hi-temple"},
        {"मंदिरों", "hi-temple"},
        {"पहुंचा", "hi-oil"},
        {"आबू", ""},
        {"xyzzy", ""},
    });
}

TEST_CASE("not every word is required, unless one asks for it") {
    check_found({{"India Chabahar", "en-port en-passing en-trade"}});
    Request request;
    request.query = "India Chabahar";
    request.all = true;
    CHECK(ids_of(search(request)) == "en-port");
    request.query = "India xyzzy";
    CHECK(ids_of(search(request)) == "");
    request.query = "\"signed a\" India";
    CHECK(ids_of(search(request)) == "en-port");
    // Question words are never required of a question.
    request.query = "what did Chabahar sign?";
    CHECK(ids_of(search(request)) == "");
    request.query = "which Chabahar port";
    CHECK(ids_of(search(request)) == "en-port");
}

TEST_CASE("question words do not decide what is found") {
    check_found({
        {"which port", "en-port"},
        {"which", "en-passing"},
        {"तेल कब", "hi-energy hi-oil"},
        {"कब", "hi-temple"},
        {"What is Schengen?", "en-visa"},
    });
}

TEST_CASE("malformed queries are answered and explained") {
    CHECK(ids("") == "");
    CHECK(search("").total == 0);
    CHECK(search("").notices == std::vector<std::string>{"the query has no words to look for"});
    CHECK(ids("\"nuclear energy") == "en-trade");
    CHECK(search("\"nuclear energy").notices.size() == 1);
    CHECK(sorted(ids("(Iran OR Schengen")) == "en-port en-visa");
    CHECK(sorted(ids("Iran) OR Schengen")).find("en-port") != std::string::npos);
    CHECK(ids("Iran AND").starts_with("en-port"));
    CHECK(ids("date:kal Iran") == "en-port");
    CHECK(ids("Iran \xFF\xE0\xA4") == "en-port");
    CHECK(ids(std::string_view("Iran\0x", 6)) == "en-port");
    CHECK(ids(std::string(1'000'000, 'x')) == "");
    CHECK(ids("Iran +!") == "en-port");
    CHECK(ids("-...") == "");

    std::string many;
    for (int i = 0; i < 80; ++i)
        many += "w" + std::to_string(i) + " ";
    CHECK(search(many + "Iran").notices.size() == 1);
    CHECK(ids(many + "Iran") == "");
    CHECK(ids("Iran " + many) == "en-port");
}

TEST_CASE("a query of the greatest size and depth is answered") {
    std::string phrases;
    for (int i = 0; i < 60; ++i)
        phrases += "\"a b c d\" OR ";
    CHECK(ids(phrases + "Iran").find("en-port") != std::string::npos);
    CHECK(ids(std::string(400, '(') + "Iran" + std::string(400, ')')) == "en-port");
    std::string nots;
    for (int i = 0; i < 150; ++i)
        nots += "NOT ";
    CHECK_NOTHROW(ids(nots + "Iran"));
}

namespace {

// Asks the same of one shard and of five.
void check_alike(const std::vector<std::string_view>& queries) {
    static const AskedIndex other(5, 4);
    static Searcher other_searcher(other.path());
    for (const std::string_view query : queries) {
        CAPTURE(query);
        Request request;
        request.query = query;
        const Results here = search(request);
        const Results there = other_searcher.search(request);
        CHECK(ids_of(here) == ids_of(there));
        CHECK(here.total == there.total);
        REQUIRE(here.hits.size() == there.hits.size());
        for (std::size_t i = 0; i < here.hits.size(); ++i)
            CHECK(here.hits[i].score == doctest::Approx(there.hits[i].score));
    }
}

}  // namespace

TEST_CASE("shards and threads change nothing of the answers") {
    check_alike({"Chabahar", "कराची तेल", "lang:en", "lang:hi", "\"nuclear energy\"", "date:2023",
                 "India NEAR/3 signed", "Samarkand", "=rules", "+Chabahar port -trade",
                 "\"operate the port\" OR तेल", "of NEAR the", "title:=statement OR =contract",
                 "source:\"विदेश मंत्रालय\" OR Chabahar", "Chabahar -\"operate the port\""});
}

TEST_CASE("a prefix scores alike, however many shards there are") {
    check_alike({"Chab*", "title:chab*", "पाकि*", "trad* OR port"});
}

TEST_CASE("explain shows how the query is read") {
    Request request;
    request.query = "Iran \"nuclear energy";
    const std::string out = searcher().explain(request);
    CHECK(out.starts_with("a list:\n    the word Iran\n    the phrase \"nuclear energy\"\n"));
    CHECK(out.find("\nparsed: (bag Iran \"nuclear energy\")\nxapian: Query(") != out.npos);
    CHECK(out.find("iran") != std::string::npos);
    CHECK(out.ends_with("\nnotice: a quote that is not closed was closed at the end\n"));
}

TEST_CASE("a release is explained by its id") {
    CHECK(
        searcher().explain_document("hi-energy").find("\ndate: 2023-10-17, from its metadata\n") !=
        std::string::npos);
    CHECK_THROWS_AS(searcher().explain_document("nothing"), Error);
}

TEST_CASE("an open searcher outlives changes of the index") {
    const AskedIndex own(2);
    Searcher open(own.path());
    Request request;
    request.query = "Chabahar";
    CHECK(ids_of(open.search(request)) == "en-port en-passing");
    for (int i = 0; i < 6; ++i) {
        own.add("more.jsonl",
                "{\"id\":\"more\",\"title\":\"Chabahar\",\"text\":\"Chabahar again, time " +
                    std::to_string(i) + ".\"}\n");
        const std::string found = sorted(ids_of(open.search(request)));
        CHECK((found == "en-passing en-port" || found == "en-passing en-port more"));
    }
    CHECK(sorted(ids_of(Searcher(own.path()).search(request))) == "en-passing en-port more");
}

TEST_CASE("a folder without an index and an index of another format are errors") {
    const test::TemporaryFolder folder;
    const auto code_of = [](const std::filesystem::path& path) -> std::optional<ErrorCode> {
        try {
            const Searcher unused(path);
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
            return error.code();
        }
        return std::nullopt;
    };
    CHECK(code_of(folder.path() / "missing") == ErrorCode::not_found);
    CHECK(code_of(folder.path()) == ErrorCode::not_found);
    create_index(folder.path() / "empty", 1);
    CHECK(code_of(folder.path() / "empty") == std::nullopt);
    Request request;
    request.query = "रूस";
    CHECK(Searcher(folder.path() / "empty").search(request).total == 0);
    {
        Xapian::WritableDatabase shard = open_shard(local_shards(folder.path() / "empty").front());
        shard.set_metadata("vigyapti-format", "999");
        shard.commit();
    }
    CHECK(code_of(folder.path() / "empty") == ErrorCode::version);
}

}  // namespace vigyapti
