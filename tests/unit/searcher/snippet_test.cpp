#include "searcher/snippet.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/grapheme.hpp"
#include "tests/support/snippets.hpp"

namespace vigyapti {

using test::lit;
using test::match;
using test::matches_of;
using test::release_of;
using test::repeated;
using test::show;
using test::snippet_of;

TEST_CASE("a short release is shown whole") {
    CHECK(show("रूस ने तेल भेजा। पाकिस्तान ने स्वागत किया।", matches_of({"तेल"}), 240) ==
          "रूस ने [तेल] भेजा। पाकिस्तान ने स्वागत किया।");
    CHECK(show("रूस ने तेल भेजा।\nपाकिस्तान ने स्वागत किया।", matches_of({"रूस"}), 240) ==
          "[रूस] ने तेल भेजा। पाकिस्तान ने स्वागत किया।");
    CHECK(show("केवल शब्द", matches_of({"शब्द"}), 240) == "केवल [शब्द]");
}

TEST_CASE("a snippet begins and ends with sentences where they fit") {
    const std::string text = "पहला वाक्य यहाँ समाप्त हुआ। रूस ने तेल भेजा। तीसरा वाक्य कुछ और कहता है।";
    const std::size_t one = count_graphemes("रूस ने तेल भेजा।");
    CHECK(show(text, matches_of({"तेल"}), one) == "रूस ने [तेल] भेजा।");
    CHECK(show(text, matches_of({"तेल"}), one + 5) == "रूस ने [तेल] भेजा।");
    CHECK(show(text, matches_of({"तेल"}), one - 1) == "रूस ने [तेल] भेजा…");
    const Snippet two = snippet_of(release_of(text), matches_of({"तेल"}), count_graphemes(text) - 3);
    CHECK_FALSE(two.cut_after);
    CHECK(two.text.find("रूस ने तेल भेजा।") != std::string::npos);
}

TEST_CASE("else it begins and ends with words, and says so") {
    const std::string text = repeated("शुरू ", 60) + "रूस ने तेल भेजा " + repeated("समाप्त ", 60) + "अंत।";
    for (const std::size_t graphemes : {10U, 20U, 40U, 80U, 160U}) {
        CAPTURE(graphemes);
        const Snippet snippet = snippet_of(release_of(text), matches_of({"तेल"}), graphemes);
        CHECK(snippet.cut_before);
        CHECK(snippet.cut_after);
        CHECK(lit(snippet.text, snippet.highlights).find("[तेल]") != std::string::npos);
        CHECK(count_graphemes(snippet.text) <= graphemes);
        // Most of the room is used.
        CHECK(count_graphemes(snippet.text) + 6 >= graphemes);
    }
}

TEST_CASE("two words found that do not fit together are not shown in part") {
    const std::string text =
        repeated("शुरू ", 30) + "energy cooperation " + repeated("अंत ", 30) + "है।";
    for (const std::size_t graphemes : {12U, 15U, 17U}) {
        CAPTURE(graphemes);
        const std::string shown = show(
            text, {match("energy", MatchKind::key, 0), match("cooperation", MatchKind::key, 1)},
            graphemes);
        CAPTURE(shown);
        // Either word, whole, and nothing of the other.
        CHECK((shown.find("[energy]") != std::string::npos) !=
              (shown.find("[cooperation]") != std::string::npos));
        CHECK((shown.find("energy") != std::string::npos) !=
              (shown.find("coop") != std::string::npos));
    }
}

TEST_CASE("an abbreviation is neither parted nor taken for the end of a sentence") {
    const std::string text =
        repeated("और वाक्य। ", 40) + "इस पर आई. ओ. ए. ने यू.एन. में कहा। " + repeated("और वाक्य। ", 40);
    const std::size_t sentence = count_graphemes("इस पर आई. ओ. ए. ने यू.एन. में कहा।");
    for (const std::string_view word : {"आई. ओ. ए.", "यू.एन.", "कहा"}) {
        CAPTURE(word);
        const Snippet snippet = snippet_of(release_of(text), matches_of({word}), sentence);
        CHECK(snippet.text == "इस पर आई. ओ. ए. ने यू.एन. में कहा।");
    }
}

TEST_CASE("without a match the beginning of the body is shown") {
    CHECK(show("पहला वाक्य। दूसरा वाक्य।", {}, 240) == "पहला वाक्य। दूसरा वाक्य।");
    CHECK(show("पहला वाक्य। दूसरा वाक्य।", {}, 10) == "पहला वाक्य।");
    CHECK(show("पहला वाक्य। दूसरा वाक्य।", {}, 4) == "पहला…");
    CHECK(show("पहला वाक्य।", matches_of({"रूस"}), 240) == "पहला वाक्य।");
    CHECK(show("", {}, 240) == "");
    CHECK(show(snippet_of({}, {}, 240)) == "");
    Release release = release_of("पाठ।");
    release.blocks.insert(release.blocks.begin(), {BlockKind::caption, "A caption"});
    CHECK(show(snippet_of(release, {}, 240)) == "पाठ।");
    release.blocks.pop_back();
    const Snippet caption = snippet_of(release, {}, 240);
    CHECK(show(caption) == "A caption");
    CHECK((caption.field == BlockKind::caption));
}

TEST_CASE("the densest stretch is shown, and rarer words count more") {
    const std::string filler = repeated("और कुछ शब्द जो बीच में आते हैं। ", 20);
    const std::string both = "रूस ने पाकिस्तान को तेल भेजा।";
    const std::string text = "रूस का उल्लेख। " + filler + both + " " + filler + "तेल का उल्लेख।";
    CHECK(show(text, matches_of({"रूस", "तेल"}), count_graphemes(both)) ==
          "[रूस] ने पाकिस्तान को [तेल] भेजा।");

    std::vector<Match> weighed = matches_of({"उल्लेख", "भेजा"});
    weighed[0].weight = 0.5;
    CHECK(show(text, weighed, count_graphemes(both)) == "रूस ने पाकिस्तान को तेल [भेजा]।");

    // One word many times is less than two words once.
    const std::string often = repeated("रूस ", 4) + "का उल्लेख। " + filler + both;
    CHECK(show(often, matches_of({"रूस", "तेल"}), count_graphemes(both)) ==
          "[रूस] ने पाकिस्तान को [तेल] भेजा।");
}

TEST_CASE("captions are shown as such and never mixed with the body") {
    Release release;
    release.blocks = {{BlockKind::body, "नेताओं ने समरकंद में तेल पर बात की।"},
                      {BlockKind::caption, "Leaders in Samarkand"},
                      {BlockKind::credit, "© Press Office"},
                      {BlockKind::body, "बैठक एक घंटे चली।"}};
    Snippet snippet = snippet_of(release, matches_of({"Samarkand"}), 240);
    CHECK((snippet.field == BlockKind::caption));
    CHECK(show(snippet) == "Leaders in [Samarkand]");
    snippet = snippet_of(release, matches_of({"Press"}), 240);
    CHECK((snippet.field == BlockKind::credit));
    CHECK(show(snippet) == "© [Press] Office");
    snippet = snippet_of(release, matches_of({"घंटे"}), 240);
    CHECK((snippet.field == BlockKind::body));
    CHECK(show(snippet) == "बैठक एक [घंटे] चली।");
    // The body is shown rather than the caption where both have a word.
    snippet = snippet_of(release, matches_of({"तेल", "Samarkand"}), 240);
    CHECK(show(snippet) == "नेताओं ने समरकंद में [तेल] पर बात की।");
    CHECK(show(snippet_of(release, {match("Samarkand", MatchKind::key, 0, in_body)}, 240)) ==
          "नेताओं ने समरकंद में तेल पर बात की।");
}

TEST_CASE("a word longer than the snippet is cut between clusters and not lit in part") {
    const std::string word = repeated("क्षि", 100);
    for (const std::size_t graphemes : {1U, 2U, 50U, 99U}) {
        CAPTURE(graphemes);
        CHECK(show(word, {}, graphemes) == repeated("क्षि", graphemes) + "…");
        CHECK(show(word, matches_of({word}), graphemes) == repeated("क्षि", graphemes) + "…");
    }
    CHECK(show(word, {}, 100) == word);
    CHECK(show(word, matches_of({word}), 100) == "[" + word + "]");
    CHECK(show("आगे " + word + " पीछे", matches_of({word}), 100) == "…[" + word + "]…");
}

TEST_CASE("text without spaces is cut between words or clusters") {
    const std::string text = repeated("北京", 200);
    CHECK(show(text, {}, 7) == repeated("北京", 3) + "北…");
    CHECK(count_graphemes(snippet_of(release_of(text), matches_of({"京"}), 30).text) <= 30);
    const std::string hyphens = repeated("रूस-", 200) + "अंत";
    CHECK(show(hyphens, {}, 9) == "रूस-रूस-रूस…");
    CHECK(show(repeated("!", 500), {}, 9) == repeated("!", 9) + "…");
}

TEST_CASE("clusters of many code points are kept whole") {
    const std::string family = "👨\u200D👩\u200D👧\u200D👦";
    CHECK(show(repeated(family, 5), {}, 2) == family + family + "…");
    const std::string marks = "क" + repeated("\u0301", 40);
    const std::string crowded = snippet_of(release_of(repeated(marks + " ", 50)), {}, 5).text;
    CHECK((crowded == marks || crowded == marks + " " + marks ||
           crowded == marks + " " + marks + " " + marks));
    CHECK(show("e\u0301e\u0301 e\u0301", {}, 2) == "e\u0301e\u0301…");
    // क्षेत्र reads as two clusters, and no reader sees a break inside them.
    CHECK(show("क्षेत्र क्षेत्र", {}, 2) == "क्षेत्र…");
    CHECK(show("क्षेत्र क्षेत्र", {}, 4) == "क्षेत्र…");
    CHECK(show("क्षेत्र क्षेत्र", {}, 5) == "क्षेत्र क्षेत्र");
}

TEST_CASE("a word behind long clusters is not cut where the look-ahead ends") {
    // Each cluster takes 21 bytes, so that a few words outrun any estimate in bytes.
    const std::string cluster = "क्ष्म्य";
    REQUIRE(count_graphemes(cluster) == 1);
    const std::string word = repeated(cluster, 7);
    const std::string text = repeated(word + " ", 40) + "।";
    std::size_t wrong = 0;
    for (std::size_t graphemes = 7; graphemes <= 100; ++graphemes) {
        const std::string shown = snippet_of(release_of(text), {}, graphemes).text;
        const std::size_t words = (shown.size() + 1) / (word.size() + 1);
        const bool whole = words > 0 && shown == repeated(word + " ", words - 1) + word;
        // At most as long as asked, and not much shorter.
        const bool measured = words <= (graphemes + 1) / 8 && words + 2 > (graphemes + 1) / 8;
        wrong += whole && measured ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a snippet of no length is empty") {
    CHECK(snippet_of(release_of("रूस ने कहा।"), {}, 0).text.empty());
    CHECK(snippet_of(release_of("रूस ने कहा।"), matches_of({"रूस"}), 0).text.empty());
    CHECK(snippet_of(release_of("रूस ने कहा।"), matches_of({"रूस"}), 0).highlights.empty());
}

TEST_CASE("a huge release is no burden and shows what it holds") {
    const std::string text = repeated("एक और वाक्य जिसमें रूस है। ", 50'000);
    const Snippet snippet = snippet_of(release_of(text), matches_of({"रूस"}), 240);
    CHECK(snippet.highlights.size() >= 5);
    CHECK(count_graphemes(snippet.text) <= 240);
    const std::string endless(2'000'000, 'x');
    CHECK(snippet_of(release_of(endless), {}, 240).text == std::string(240, 'x'));
}

}  // namespace vigyapti
