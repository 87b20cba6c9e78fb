#include "searcher/query/compile.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/query_library.hpp"

namespace vigyapti {
namespace {

using test::QueryLibrary;

struct SmallLibrary : QueryLibrary {
    SmallLibrary() {
        add("Port contract", "India and Iran signed contracts. Trade goes on.");
        add("तेल की आपूर्ति", "रूस ने तेल भेजा और व्यापार बढ़ा।");
        add("Trade talks", "Trade grew.");
    }
};

struct Case {
    std::string_view query;
    std::string_view matches;
};

}  // namespace

TEST_CASE("a snippet is told which words are looked for, and where") {
    SmallLibrary library;
    const std::vector<Case> cases{
        {"", ""},
        {"contracts", "key contract @15 #0"},
        {"Iran trade", "key iran @15 #0|key trade @15 #1"},
        {"Iran iran IRAN", "key iran @15 #0"},
        {"Iran-trade", "key iran @15 #0|key trade @15 #1"},
        {"रूस", "key .rus @15 #0"},
        {"\"signed contracts\"", "key sign contract @15 #0"},
        {"=contracts", "exact contracts @15 #0"},
        {"=\"signed contracts\"", "exact signed contracts @15 #0"},
        {"Contr*", "prefix contr @15 #0"},
        {"title:port", "key port @1 #0"},
        {"caption:port", "key port @4 #0"},
        {"credit:port", "key port @8 #0"},
        {"title:\"port contract\"", "key port contract @1 #0"},
        {"title:=port", "exact port @1 #0"},
        {"title:por*", "prefix por @1 #0"},
        {"Iran AND (trade OR port)", "key iran @15 #0|key trade @15 #1|key port @15 #2"},
        {"Iran NEAR trade", "key iran @15 #0|key trade @15 #1"},
        {"+Iran", "key iran @15 #0"},
        {"...", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(library.matches(each.query) == each.matches);
    }
}

TEST_CASE("what is excluded and what only filters is not lit") {
    SmallLibrary library;
    const std::vector<Case> cases{
        {"-Iran", ""},
        {"Iran -trade", "key iran @15 #0"},
        {"Iran NOT trade", "key iran @15 #0"},
        {"Iran AND NOT (trade OR \"port contract\")", "key iran @15 #0"},
        {"Iran -(trade port*)", "key iran @15 #0"},
        {"lang:en date:2023", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(library.matches(each.query) == each.matches);
    }
}

TEST_CASE("question words are dropped from questions and kept where they are alone") {
    SmallLibrary library;
    const std::vector<Case> cases{
        {"what trade", "key trade @15 #0"},
        {"Who signed?", "key sign @15 #0"},
        {"रूस क्या", "key .rus @15 #0"},
        {"कहां रूस", "key .rus @15 #0"},
        {"what", "key what @15 #0"},
        {"which what", "key which @15 #0|key what @15 #1"},
        // An organisation, and words that are looked for as they are.
        {"WHO trade", "key who @15 #0|key trade @15 #1"},
        {"\"who signed\"", "key who sign @15 #0"},
        {"+what trade", "key what @15 #0|key trade @15 #1"},
        {"what AND trade", "key what @15 #0|key trade @15 #1"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(library.matches(each.query) == each.matches);
    }
}

TEST_CASE("a query is ranked when it has words to weigh") {
    SmallLibrary library;
    for (const std::string_view query :
         {"Iran", "+Iran", "\"port contract\"", "=Iran", "Ir*", "Iran lang:en", "Iran OR lang:en",
          "a NEAR b", "title:port", "Iran -trade", "(Iran)"}) {
        CAPTURE(query);
        CHECK(library.compile(query).ranked);
    }
    for (const std::string_view query :
         {"", "lang:en", "date:2023", "-Iran", "lang:en -Iran", "+lang:en", "lang:hi OR lang:en",
          "-(Iran trade)", "lang:en NOT \"port contract\""}) {
        CAPTURE(query);
        CHECK_FALSE(library.compile(query).ranked);
    }
}

TEST_CASE("a rare word weighs more than a common one and no word weighs nothing") {
    QueryLibrary library;
    for (int i = 0; i < 50; ++i)
        library.add("", i == 0 ? "every half rare" : i < 25 ? "every half" : "every");
    const auto matches = library.compile("half rare absent").matches;
    REQUIRE(matches.size() == 3);
    CHECK(matches[0].weight >= 0.05);
    CHECK(matches[1].weight > 4 * matches[0].weight);
    CHECK(matches[2].weight >= matches[1].weight);
    const auto phrase = library.compile("\"half rare\"").matches;
    REQUIRE(phrase.size() == 1);
    CHECK(phrase[0].weight > matches[1].weight);
    // A word that stands everywhere tells nothing, but it is lit where it was all that was asked.
    const auto alone = library.compile("every").matches;
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].weight >= 0.05);
}

TEST_CASE("filters that operators join filter like others and do not rank") {
    QueryLibrary library;
    Release release;
    for (const std::string lang : {"hi", "en"}) {
        release.id = lang;
        release.lang = lang;
        release.blocks = {{BlockKind::body, "trade"}};
        library.add(release);
    }
    release.id = "other";
    release.lang = "en";
    release.blocks = {{BlockKind::body, "iran"}};
    library.add(release);
    struct Row {
        std::string_view query;
        Xapian::doccount count;
        bool ranked;
    };
    for (const Row& row : std::vector<Row>{{"trade (lang:hi OR lang:fr)", 1, true},
                                           {"trade lang:hi OR lang:fr", 1, true},
                                           {"trade lang:en NOT lang:fr", 1, true},
                                           {"lang:hi OR lang:en", 3, false},
                                           {"(lang:hi OR lang:en) (lang:en OR lang:fr)", 2, false},
                                           {"trade OR lang:en", 3, true}}) {
        CAPTURE(row.query);
        CHECK(library.count(row.query) == row.count);
        CHECK(library.compile(row.query).ranked == row.ranked);
    }
}

TEST_CASE("limits of dates hold together") {
    QueryLibrary library;
    Release release;
    for (const std::string date : {"2021-06-01", "2022-06-01", "2023-06-01"}) {
        release.id = date;
        release.date = date;
        library.add(release);
    }
    CHECK(library.count("after:2021 before:2023") == 1);
    CHECK(library.count("before:2023") == 2);
    CHECK(library.count("before:2022-06-01") == 1);
    CHECK(library.count("after:2022-06-01") == 1);
    CHECK(library.count("date:2022 date:2023 after:2022") == 1);
    CHECK(library.count("before:2022 after:2022") == 0);
    CHECK(library.count("before:1000") == 0);
    CHECK(library.count("after:9999") == 0);
}

TEST_CASE("a query without words says so and finds nothing") {
    SmallLibrary library;
    const std::string nothing = "the query has no words to look for";
    for (const std::string_view query : {"", "   ", "...", "? !", "()", "।", "\xFF\xFE", "*"}) {
        CAPTURE(query);
        CHECK(library.notices(query) == nothing);
        CHECK(library.count(query) == 0);
    }
    for (const std::string_view query :
         {"\"\"", "\"...\"", "-...", "--", "-\"\"", "+!", "title:..."}) {
        CAPTURE(query);
        CHECK(library.notices(query) == nothing);
        CHECK(library.count(query) == 0);
    }
    for (const std::string_view query : {"Iran", "lang:en", "-Iran"}) {
        CAPTURE(query);
        CHECK(library.notices(query).empty());
    }
}

TEST_CASE("parts without words do not take away what the rest finds") {
    SmallLibrary library;
    for (const std::string_view query :
         {"Iran ...", "Iran \"...\"", "Iran +!", "Iran AND ...", "... AND Iran", "Iran -...",
          "Iran NOT ...", "Iran title:...", "Iran =!", "Iran ।*", "Iran NEAR ..."}) {
        CAPTURE(query);
        CHECK(library.count(query) == 1);
    }
    CHECK(library.count("Iran ... — !", true) == 1);
    CHECK(library.count("Iran \"—\"", true) == 1);
}

TEST_CASE("the notices of the parser are handed on") {
    SmallLibrary library;
    CHECK(library.notices("\"Iran") == "a quote that is not closed was closed at the end");
    CHECK(library.notices(")") ==
          "a closing bracket without an opening one was passed over|"
          "the query has no words to look for");
}

TEST_CASE("a range that ends before it begins holds no release, whatever it is joined to") {
    SmallLibrary library;
    const std::string range = "date:2024..2023";
    CHECK(library.count(range) == 0);
    CHECK(library.count("trade " + range) == 0);
    CHECK(library.count("trade AND " + range) == 0);
    CHECK(library.count("+trade +" + range) == 0);
    CHECK(library.count("trade -" + range) == 2);
    CHECK(library.count("trade OR " + range) == 2);
}

TEST_CASE("the same query is compiled to the same query, however often") {
    SmallLibrary library;
    const std::string_view query = "+Iran (trade OR \"port contract\") -तेल lang:en date:2023.. रू*";
    const std::string first = library.compile(query).query.get_description();
    for (int i = 0; i < 3; ++i)
        CHECK(library.compile(query).query.get_description() == first);
}

}  // namespace vigyapti
