// Phrases, NEAR and forms as they are written find what stands so, and nothing else.
#include <doctest/doctest.h>

#include <vector>

#include "tests/support/asked_collection.hpp"

namespace vigyapti {

using test::AskedCase;
using test::AskedIndex;
using test::check_found;
using test::ids_of;
using test::search;
using test::snippet_lit;
using test::sorted;

TEST_CASE("phrases are words in this order, within one field") {
    check_found({
        {"\"nuclear energy\"", "en-trade"},
        {"\"energy nuclear\"", ""},
        {"“nuclear energy”", "en-trade"},
        {"\"कच्चे तेल\"", "hi-energy hi-oil"},
        {"\"तेल कच्चे\"", ""},
        {"\"Chabahar port\"", "en-port"},
        {"\"visa rules. Talks\"", "en-visa"},
        // Not across the end of a title, a caption or a credit.
        {"\"signed India\"", ""},
        {"\"contract signed India and Iran\"", ""},
        {"\"photo opportunity in Samarkand\"", "hi-photo"},
        {"\"Samarkand Press\"", ""},
        {"\"समीक्षा की बैठक\"", ""},
        {"\"nuclear energy\" Chabahar", "en-trade en-port en-passing"},
        {"\"xyzzy port\"", ""},
    });
}

TEST_CASE("forms are found as they are written") {
    check_found({
        {"rule", "en-visa"},
        {"=rule", ""},
        {"=rules", "en-visa"},
        {"=Rules", "en-visa"},
        {"=\"कच्चे तेल\"", "hi-energy"},
        {"=\"कच्चा तेल\"", "hi-oil"},
        {"title:=statement", "en-undated"},
    });
}

TEST_CASE("phrases hold function words in their place") {
    check_found({
        {"\"operate the port\"", "en-port"},
        {"\"contract to operate\"", "en-port"},
        {"\"contract and operate\"", ""},
        {"\"operate port\"", ""},
        {"\"energy and the payment\"", "en-trade"},
        {"\"topics of the region\"", "en-passing"},
        {"\"of the\"", "en-passing"},
        {"\"the of\"", ""},
        {"title:\"India and Russia\"", "en-trade"},
        {"title:\"India and Iran\"", ""},
        {"\"तेल की आपूर्ति\"", "hi-energy"},
        {"\"तेल में आपूर्ति\"", ""},
        {"\"पाकिस्तान की ऊर्जा वार्ता\"", "hi-energy"},
        {"\"का उद्घाटन\"", "hi-temple"},
        {"\"ने इसका\"", "hi-oil"},
        {"title:\"में मंदिर का\"", "hi-temple"},
        {"title:\"ने मंदिर का\"", ""},
        {"caption:\"during a photo\"", "hi-photo"},
        {"caption:\"during the photo\"", ""},
        {"+port +\"contract and operate\"", ""},
        {"port AND \"contract to operate\"", "en-port"},
        {"Chabahar -\"operate the port\"", "en-passing"},
        {"\"operate the port\" OR \"तेल की आपूर्ति\"", "en-port hi-energy"},
        {"\"operate the port\" NOT Iran", ""},
        {"=\"operate the port\"", "en-port"},
        {"=\"operates the port\"", ""},
    });
    Results results = search("\"तेल की आपूर्ति\"");
    REQUIRE(results.hits.size() == 1);
    CHECK(snippet_lit(results.hits[0]) == "[तेल][की][आपूर्ति]");
    CHECK(search("\"contract and operate\"").notices.empty());
}

TEST_CASE("NEAR takes a function word to be anywhere in the field") {
    check_found({
        // It keeps its place between others: "operate the port".
        {"operate NEAR/1 port", ""},
        {"operate NEAR/2 port", "en-port"},
        {"the NEAR/1 contract", "en-port"},
        {"the NEAR/1 Samarkand", "en-undated"},
        {"title:of NEAR/1 title:contract", ""},
        {"की NEAR तेल", "hi-energy"},
        {"of NEAR the", "en-passing"},
    });
}

TEST_CASE("a phrase of the source is one, though the index has no places there") {
    check_found({
        {"source:\"विदेश मंत्रालय\"", "hi-energy"},
        {"source:\"मंत्रालय विदेश\"", ""},
        {"source:=मंत्रालय", "hi-energy"},
        {"source:=मंत्रालयों", ""},
        {"source:मंत्रालयों", "hi-energy"},
        {"source:कार्या*", "hi-photo"},
        {"source:\"मंत्रालय विदेश\" OR Iran", "en-port"},
        {"Iran -source:\"विदेश मंत्रालय\"", "en-port"},
        {"\"विदेश मंत्रालय\"", ""},
    });
}

TEST_CASE("a form of a word that has others is told apart, whatever it is joined to") {
    // The key of rule and rules, of statement and statements, of मंदिर and मंदिरों.
    const AskedIndex own;
    own.add(
        "forms.jsonl",
        "{\"id\":\"one\",\"title\":\"A rule\",\"text\":\"Statements on rules. मंदिरों की बात।\"}\n"
        "{\"id\":\"two\",\"title\":\"The rules\",\"text\":\"A statement on a rule.\"}\n");
    Searcher own_searcher(own.path());
    const std::vector<AskedCase> cases{
        {"=rule", "one two"},
        {"title:=rule", "one"},
        {"title:=rules", "two en-visa"},
        {"=statement -=statements", "two"},
        {"=statements NOT =statement", "one"},
        {"=statement AND =rule", "two"},
        {"=मंदिरों", "one"},
        {"=मंदिर", "hi-temple"},
        {"=मंदिरों OR =statement", "one two en-undated"},
        {"rules -=rules", ""},
        {"rules AND NOT title:=rules", "one"},
        {"मंदि* -=मंदिर", "one"},
        {"statement*", "one two en-undated"},
        {"statements*", "one en-undated"},
        {"title:statements*", ""},
        {"+rule +statements*", "one"},
    };
    for (const AskedCase& each : cases) {
        CAPTURE(each.query);
        Request request;
        request.query = each.query;
        CHECK(sorted(ids_of(own_searcher.search(request))) == sorted(each.ids));
    }
}

TEST_CASE("NEAR finds words at most so far apart, in either order") {
    check_found({
        {"Iran NEAR/1 signed", "en-port"},
        {"signed NEAR/1 Iran", "en-port"},
        {"India NEAR/2 signed", ""},
        {"India NEAR/3 signed", "en-port"},
        {"signed NEAR/3 India", "en-port"},
        {"India NEAR Iran", "en-port"},
        {"India NEAR/3 Iran NEAR/3 signed", "en-port"},
        {"Chabahar NEAR India", ""},
        {"title:Chabahar NEAR/2 title:contract", "en-port"},
        {"title:Chabahar NEAR/1 title:contract", ""},
        {"रूस NEAR/2 तेल", "hi-oil"},
    });
}

}  // namespace vigyapti
