#include "searcher/completions.hpp"

#include <doctest/doctest.h>

#include "common/lexicon/lexicon.hpp"
#include "tests/support/asked_collection.hpp"

namespace vigyapti {
namespace {

using Texts = std::vector<std::string>;

Texts complete(const std::string& text, std::size_t limit = 10) {
    return test::searcher().complete(text, limit);
}

std::string query_for(const std::string& text) {
    Analyser analyser(canonical_key);
    return title_query(analyser, text);
}

}  // namespace

TEST_CASE("countries, sources and titles complete what was begun") {
    CHECK(complete("chab") == Texts{"Chabahar port contract signed"});
    CHECK(complete("Russ") == Texts{"Russia", "India and Russia review trade"});
    CHECK(complete("विदेश मंत्र") == Texts{"विदेश मंत्रालय"});
    CHECK(complete("पत्तन") == Texts{"पत्तन प्राधिकरण"});
}

TEST_CASE("a country is named in the language of what was begun, where it has releases") {
    CHECK(complete("pak").front() == "Pakistan");
    CHECK(complete("पाकि").front() == "पाकिस्तान");
    CHECK(complete("France").empty());
}

TEST_CASE("spellings and cases are folded") {
    CHECK(complete("RUSSIA").front() == "Russia");
    CHECK(complete("अन्तरराष्ट्रीय").empty());
    CHECK(complete("ऊर्जा वार्").front() == "रूस और पाकिस्तान की ऊर्जा वार्ता");
}

TEST_CASE("all words but the last must be whole") {
    CHECK(complete("port contr") == Texts{"Chabahar port contract signed"});
    CHECK(complete("por contr").empty());
}

TEST_CASE("the newest titles stand first, and there are no more than the limit") {
    const Texts all = complete("i");
    CHECK(all.size() > 2);
    CHECK(complete("i", 2) == Texts{all[0], all[1]});
    CHECK(complete("i", 0).empty());
}

TEST_CASE("no text is offered twice") {
    for (const std::string text : {"a", "r", "i", "s", "प", "क"}) {
        CAPTURE(text);
        const Texts texts = complete(text, 100);
        CHECK(std::set<std::string>(texts.begin(), texts.end()).size() == texts.size());
    }
}

TEST_CASE("what has no words is not completed, and no operator is one") {
    for (const std::string text :
         {"", " ", "*", "\"", "-", "+", "()", "title:", "…", "।", "\x01"}) {
        CAPTURE(text);
        CHECK_NOTHROW(complete(text));
    }
    CHECK(complete("").empty());
    CHECK(complete("* \" - ( )").empty());
    // The words of a query's own language are words like others here.
    for (const std::string text : {"OR", "NOT", "NEAR", "date:2023", "id:hi-oil",
                                   "lang:hi OR lang:en", "a) OR (b", "x* OR *"}) {
        CAPTURE(text);
        CHECK(complete(text).empty());
    }
}

TEST_CASE("each word is looked for in titles, the last as a beginning") {
    CHECK(query_for("") == "");
    CHECK(query_for("\"*") == "");
    CHECK(query_for("oil") == "+title:oil*");
    CHECK(query_for("crude oil pri") == "+title:crude +title:oil +title:pri*");
    CHECK(query_for("-crude \"oil\" (pri") == "+title:crude +title:oil +title:pri*");
}

}  // namespace vigyapti
