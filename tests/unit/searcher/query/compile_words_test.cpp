// Beginnings of words, forms and phrases find what is written so, and nothing else.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/support/query_library.hpp"

namespace vigyapti {

using test::QueryLibrary;

TEST_CASE("a prefix uses a hundred words at most and says so") {
    const std::string notice = "w* begins more than 100 words; the most frequent were used";
    for (const unsigned words : {most_expansions - 1, most_expansions, most_expansions + 1}) {
        CAPTURE(words);
        QueryLibrary library;
        for (unsigned i = 0; i < words; ++i)
            library.add("w" + std::to_string(i), "w" + std::to_string(i));
        CHECK(library.notices("w*") == (words > most_expansions ? notice : ""));
        CHECK(library.count("w*") == std::min(words, most_expansions));
        CHECK(library.notices("title:w*") == (words > most_expansions ? notice : ""));
        CHECK(library.count("title:w*") == std::min(words, most_expansions));
    }
}

TEST_CASE("a prefix finds every word that begins so, in any field") {
    QueryLibrary library;
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
    QueryLibrary library;
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
    QueryLibrary library;
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
    QueryLibrary library;
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
    QueryLibrary library;
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
    QueryLibrary library;
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

TEST_CASE("a source has no positions, and a phrase of it is looked up in its text") {
    QueryLibrary library;
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

}  // namespace vigyapti
