#include "searcher/query/compile.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// A database in memory and its vocabulary.
class Library {
  public:
    Library() { note_forms(analyser_, forms_); }

    void add(const Release& release) {
        database_.add_document(build_document(release, analyser_, 1000).document);
    }

    void add(const std::string& title, const std::string& body) {
        Release release;
        release.id = std::to_string(database_.get_doccount());
        release.title = title;
        if (!body.empty()) release.blocks = {{BlockKind::body, body}};
        add(release);
    }

    CompiledQuery compile(std::string_view query, bool all = false) {
        const auto path = folder_.path() / "vocabulary";
        add_to_vocabulary(path, forms_);
        const auto vocabulary = Vocabulary::open(path);
        return compile_query(parse_query(query), {.database = database_,
                                                  .vocabulary = &*vocabulary,
                                                  .analyser = query_analyser_,
                                                  .all = all});
    }

    // The matches: "kind terms @fields #group", joined by '|'.
    std::string matches(std::string_view query) {
        std::string out;
        for (const Match& match : compile(query).matches) {
            if (!out.empty()) out += '|';
            out += match.kind == MatchKind::key     ? "key"
                   : match.kind == MatchKind::exact ? "exact"
                                                    : "prefix";
            for (const std::string& term : match.terms)
                out += " " + term;
            out += " @" + std::to_string(match.fields) + " #" + std::to_string(match.group);
        }
        return out;
    }

    std::string notices(std::string_view query) {
        std::string out;
        for (const std::string& notice : compile(query).notices)
            out += (out.empty() ? "" : "|") + notice;
        return out;
    }

    // How many releases match.
    Xapian::doccount count(std::string_view query, bool all = false) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(compile(query, all).query);
        return enquire.get_mset(0, 1000).size();
    }

  private:
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_;
    Analyser query_analyser_;  // the words of queries get into no vocabulary
    Forms forms_;
    test::TemporaryFolder folder_;
};

struct SmallLibrary : Library {
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
    Library library;
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
    Library library;
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
    Library library;
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

TEST_CASE("a prefix uses a hundred words at most and says so") {
    const std::string notice = "w* begins more than 100 words; the most frequent were used";
    for (const unsigned words : {most_expansions - 1, most_expansions, most_expansions + 1}) {
        CAPTURE(words);
        Library library;
        for (unsigned i = 0; i < words; ++i)
            library.add("w" + std::to_string(i), "w" + std::to_string(i));
        CHECK(library.notices("w*") == (words > most_expansions ? notice : ""));
        CHECK(library.count("w*") == std::min(words, most_expansions));
        CHECK(library.notices("title:w*") == (words > most_expansions ? notice : ""));
        CHECK(library.count("title:w*") == std::min(words, most_expansions));
    }
}

TEST_CASE("a prefix finds every word that begins so, in any field") {
    Library library;
    library.add("Regional connectivity", "Governments met.");
    library.add("", "क्षेत्रीय संपर्क और कनेक्टिविटी");
    Release photo;
    photo.id = "photo";
    photo.blocks = {{BlockKind::caption, "Ministers"}};
    library.add(photo);
    for (const std::string_view query :
         {"connectiv*", "CONNECT*", "connectivity*", "governments*", "governm*", "क्षेत्र*", "कनेक्टि*",
          "ministers*", "minist*", "title:connect*", "title:connectiv*", "title:connectivity*",
          "caption:ministers*"}) {
        CAPTURE(query);
        CHECK(library.count(query) == 1);
    }
    for (const std::string_view query :
         {"onnectivity*", "connectivitya*", "title:governm*", "क्षेत्रीयता*"}) {
        CAPTURE(query);
        CHECK(library.count(query) == 0);
    }
}

TEST_CASE("a prefix finds words of the source, which no other field needs to have") {
    Library library;
    Release release;
    release.id = "a";
    release.source = "Ministry of External Affairs";
    release.blocks = {{BlockKind::body, "Extra talks."}};
    library.add(release);
    CHECK(library.count("source:minist*") == 1);
    CHECK(library.count("source:ministry*") == 1);
    CHECK(library.count("source:ext*") == 1);
    CHECK(library.count("source:extr*") == 0);
    CHECK(library.count("source:talk*") == 0);
    CHECK(library.count("minist*") == 0);
    CHECK(library.count("ministers* OR source:affair*") == 1);
}

TEST_CASE("a prefix is no key: what is kept under such a key does not begin so") {
    Library library;
    // The key of both is "happi", with which neither begins that one may write.
    library.add("Happy", "A happy day.");
    library.add("Talks", "Happy to talk.");
    for (const std::string_view query : {"happi*", "title:happi*", "talks AND happi*"}) {
        CAPTURE(query);
        CHECK(library.count(query) == 0);
        CHECK(library.notices(query).empty());
    }
    CHECK(library.count("talks OR happi*") == 1);
    CHECK(library.count("title:happ*") == 1);
}

TEST_CASE("forms are found as they are, in the field that is named") {
    Library library;
    library.add("Talk on trade", "Talks went on.");
    library.add("रूसी तेल", "रूस के तेल की बात।");
    CHECK(library.count("talk") == 1);
    CHECK(library.count("=talks") == 1);
    CHECK(library.count("=talking") == 0);
    CHECK(library.count("title:=talk") == 1);
    CHECK(library.count("title:=talks") == 0);
    CHECK(library.count("-=talks talk") == 0);
    CHECK(library.count("=talking OR =talks") == 1);
    CHECK(library.count("=रूसी") == 1);
    CHECK(library.count("=रूसियों") == 0);
    CHECK(library.count("=\"रूसी तेल\"") == 1);
    CHECK(library.count("=\"talks went\"") == 1);
    CHECK(library.count("=\"talk went\"") == 0);
    CHECK(library.count("=\"talking went\"") == 0);
}

TEST_CASE("phrases hold function words in their place, and they alone make phrases too") {
    Library library;
    library.add("", "The line of actual control was discussed.");
    library.add("", "Actual control of the line; a line in actual control.");
    library.add("", "सुरक्षा परिषद की बैठक में भारत");
    library.add("", "बैठक में सुरक्षा परिषद को भारत की ओर से");
    CHECK(library.count("\"line of actual control\"") == 1);
    CHECK(library.count("\"line in actual control\"") == 1);
    CHECK(library.count("\"line on actual control\"") == 0);
    CHECK(library.count("\"actual control\"") == 2);
    CHECK(library.count("\"of the\"") == 1);
    CHECK(library.count("\"the of\"") == 0);
    CHECK(library.count("\"सुरक्षा परिषद की बैठक\"") == 1);
    CHECK(library.count("\"सुरक्षा परिषद को भारत\"") == 1);
    CHECK(library.count("\"परिषद में भारत\"") == 0);
    // Near words, wherever the function word is.
    CHECK(library.count("line NEAR/3 control") == 2);
    CHECK(library.count("of NEAR/3 control") == 2);
}

TEST_CASE("a form or phrase that no text holds finds nothing, whatever it is joined to") {
    Library library;
    library.add("", "The line of actual control was discussed in talks.");
    library.add("", "Their discussion of the line was a talk on its actual control.");
    for (const std::string_view part : {"\"line on actual control\"", "\"the of\"", "=\"talk was\"",
                                        "=talking", "talki*", "title:\"the line\""}) {
        CAPTURE(part);
        const std::string absent(part);
        CHECK(library.count(absent) == 0);
        CHECK(library.notices(absent) == "");
        CHECK(library.count("line AND " + absent) == 0);
        CHECK(library.count("+line +" + absent) == 0);
        CHECK(library.count("line " + absent, true) == 0);
        CHECK(library.count("(" + absent + " OR " + absent + ") AND line") == 0);
        CHECK(library.count("line OR " + absent) == 2);
        CHECK(library.count("line -" + absent) == 2);
        CHECK(library.count("line NOT " + absent) == 2);
    }
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

TEST_CASE("a source has no positions, and a phrase of it is looked up in its text") {
    Library library;
    Release release;
    release.id = "a";
    release.source = "Ministry of External Affairs";
    release.blocks = {{BlockKind::body, "Talks."}};
    library.add(release);
    release.id = "b";
    release.source = "External Ministry, Affairs";
    library.add(release);
    CHECK(library.count("source:ministry") == 2);
    CHECK(library.count("source:\"external affairs\"") == 1);
    CHECK(library.count("source:\"ministry of external affairs\"") == 1);
    CHECK(library.count("source:=affairs") == 2);
    CHECK(library.count("source:=affair") == 0);
}

TEST_CASE("the same query is compiled to the same query, however often") {
    SmallLibrary library;
    const std::string_view query = "+Iran (trade OR \"port contract\") -तेल lang:en date:2023.. रू*";
    const std::string first = library.compile(query).query.get_description();
    for (int i = 0; i < 3; ++i)
        CHECK(library.compile(query).query.get_description() == first);
}

}  // namespace vigyapti
