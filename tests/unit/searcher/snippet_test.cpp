#include "searcher/snippet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/text/grapheme.hpp"
#include "common/text/sentence.hpp"

namespace vigyapti {
namespace {

// The words of `text` as the analyser sees them.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;
    std::string exact;
};

std::vector<Word> words_of(std::string_view text) {
    static Analyser analyser;
    std::vector<Word> words;
    analyser.for_each_word(text, [&](const Token& token, const Term& term) {
        words.push_back({token.begin, token.end, std::string(term.key), std::string(term.exact)});
    });
    return words;
}

// A match for the word or, of several, the phrase `text`.
Match match(std::string_view text, MatchKind kind = MatchKind::key, std::size_t group = 0,
            std::uint8_t fields = in_any_text) {
    Match out;
    out.kind = kind;
    for (const Word& word : words_of(text))
        out.terms.push_back(kind == MatchKind::key ? word.key : word.exact);
    out.fields = fields;
    out.weight = 1;
    out.group = group;
    return out;
}

// Each of the words by itself.
std::vector<Match> matches_of(const std::vector<std::string_view>& words) {
    std::vector<Match> out;
    for (const std::string_view word : words)
        out.push_back(match(word, MatchKind::key, out.size()));
    return out;
}

// The text with each highlight in [ ].
std::string lit(std::string_view text, const std::vector<Highlight>& highlights) {
    std::string out;
    std::size_t at = 0;
    for (const Highlight& each : highlights) {
        REQUIRE(each.begin >= at);
        REQUIRE(each.end > each.begin);
        REQUIRE(each.end <= text.size());
        out += text.substr(at, each.begin - at);
        out += "[" + std::string(text.substr(each.begin, each.end - each.begin)) + "]";
        at = each.end;
    }
    return out + std::string(text.substr(at));
}

std::string highlights_in(std::string_view text, const std::vector<Match>& matches,
                          MatchField field = in_body) {
    Analyser analyser;
    return lit(text, find_highlights(text, field, matches, analyser));
}

Release release_of(std::string_view body) {
    Release release;
    release.blocks = {{BlockKind::body, std::string(body)}};
    return release;
}

Snippet snippet_of(const Release& release, const std::vector<Match>& matches,
                   std::size_t graphemes) {
    Analyser analyser;
    return make_snippet(release, matches, analyser, graphemes);
}

// The snippet with highlights in [ ] and … where it is cut.
std::string show(const Snippet& snippet) {
    return (snippet.cut_before ? "…" : "") + lit(snippet.text, snippet.highlights) +
           (snippet.cut_after ? "…" : "");
}

std::string show(std::string_view body, const std::vector<Match>& matches, std::size_t graphemes) {
    return show(snippet_of(release_of(body), matches, graphemes));
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

struct Case {
    std::string_view text;
    std::vector<Match> matches;
    std::string_view lit;
};

}  // namespace

TEST_CASE("whole words of the original text are lit, in every form and spelling") {
    const std::vector<Case> cases{
        {"रूस ने कहा कि रूस तैयार है।", matches_of({"रूस"}), "[रूस] ने कहा कि [रूस] तैयार है।"},
        {"रूस-पाकिस्तान संबंध", matches_of({"पाकिस्तान"}), "रूस-[पाकिस्तान] संबंध"},
        {"''पाकिस्तान ऊर्जा''", matches_of({"पाकिस्तान", "ऊर्जा"}), "''[पाकिस्तान] [ऊर्जा]''"},
        {"talks, Talk and talking", matches_of({"talk"}), "[talks], [Talk] and [talking]"},
        {"हिन्दी हिंदी", matches_of({"हिंदी"}), "[हिन्दी] [हिंदी]"},
        {"Modi's visit, MODI’S", matches_of({"Modi"}), "[Modi's] visit, [MODI’S]"},
        {"U.S. and U.S.'s, US", matches_of({"US"}), "[U.S.] and [U.S.'s], [US]"},
        {"यू.एन. में यूएन", matches_of({"यूएन"}), "[यू.एन.] में [यूएन]"},
        {"१,००,००० और 100000", matches_of({"100,000"}), "[१,००,०००] और [100000]"},
        {"Sputnikने कहा", matches_of({"Sputnik"}), "[Sputnik]ने कहा"},
        {"cafe\u0301 café", matches_of({"cafe"}), "[cafe\u0301] [café]"},
        {"Russian Russia", matches_of({"Rus"}), "Russian Russia"},
        {"", matches_of({"रूस"}), ""},
        {"रूस", {}, "रूस"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(highlights_in(each.text, each.matches) == each.lit);
    }
}

TEST_CASE("a phrase is lit only where it stands") {
    const std::vector<Match> phrase{match("विदेश मंत्री")};
    const std::vector<Case> cases{
        {"विदेश मंत्री ने कहा", phrase, "[विदेश] [मंत्री] ने कहा"},
        {"मंत्री विदेश गए। विदेश के मंत्री।", phrase, "मंत्री विदेश गए। विदेश के मंत्री।"},
        {"विदेश विदेश मंत्री मंत्री", phrase, "विदेश [विदेश] [मंत्री] मंत्री"},
        {"विदेश-मंत्री", phrase, "[विदेश]-[मंत्री]"},
        {"विदेश", phrase, "विदेश"},
        {"उप विदेश", phrase, "उप विदेश"},
        {"a b c", {match("a b"), match("b c")}, "[a] [b] [c]"},
        {"a b a b", {match("a b a")}, "[a] [b] [a] b"},
        {"a b c b", {match("a b c"), match("b")}, "[a] [b] [c] [b]"},
        {"x b c", {match("a b c"), match("b")}, "x [b] c"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(highlights_in(each.text, each.matches) == each.lit);
    }
}

TEST_CASE("forms and beginnings of words are lit as they are written") {
    const std::vector<Case> cases{
        {"talk talks Talk", {match("talk", MatchKind::exact)}, "[talk] talks [Talk]"},
        {"talk talks", {match("talks", MatchKind::exact)}, "talk [talks]"},
        {"रूस रूसी", {match("रूसी", MatchKind::exact)}, "रूस [रूसी]"},
        {"trade talk and trade talks",
         {match("trade talks", MatchKind::exact)},
         "trade talk and [trade] [talks]"},
        {"Pakistan, pakistani, PAK, Spak",
         {match("pak", MatchKind::prefix)},
         "[Pakistan], [pakistani], [PAK], Spak"},
        {"पाकिस्तान पाकिस्तानी पाक",
         {match("पाकि", MatchKind::prefix)},
         "[पाकिस्तान] [पाकिस्तानी] पाक"},
        {"governments govern", {match("government", MatchKind::prefix)}, "[governments] govern"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(highlights_in(each.text, each.matches) == each.lit);
    }
}

TEST_CASE("a match counts in the fields that it names") {
    const std::vector<Match> titles{match("रूस", MatchKind::key, 0, in_title)};
    CHECK(highlights_in("रूस", titles, in_title) == "[रूस]");
    CHECK(highlights_in("रूस", titles, in_body) == "रूस");
    CHECK(highlights_in("रूस", titles, in_caption) == "रूस");
    const std::vector<Match> nowhere{match("रूस", MatchKind::key, 0, 0)};
    CHECK(highlights_in("रूस", nowhere, in_title) == "रूस");
    CHECK(highlights_in("रूस", matches_of({"रूस"}), in_credit) == "[रूस]");
}

TEST_CASE("malformed text is lit between its bad bytes and never read beyond its end") {
    CHECK(highlights_in("\xFF"
                        "रूस\xE0\xA4 रूस\xE0",
                        matches_of({"रूस"})) == "\xFF[रूस]\xE0\xA4 [रूस]\xE0");
}

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

namespace {

constexpr std::array<std::string_view, 40> random_words{"रूस",
                                                        "पाकिस्तान",
                                                        "ऊर्जा",
                                                        "क्षेत्रीय",
                                                        "एकीकरण",
                                                        "प्रधानमंत्री",
                                                        "ने",
                                                        "कहा",
                                                        "कि",
                                                        "है",
                                                        "विदेश",
                                                        "मंत्री",
                                                        "राष्ट्रपति",
                                                        "द्विपक्षीय",
                                                        "संबंध",
                                                        "१७",
                                                        "2023",
                                                        "100,000",
                                                        "यू.एन.",
                                                        "डॉ.",
                                                        "Russia",
                                                        "Pakistan",
                                                        "energy",
                                                        "cooperation",
                                                        "talks",
                                                        "the",
                                                        "U.S.",
                                                        "Modi's",
                                                        "COVID-19",
                                                        "G20",
                                                        "Sputnikने",
                                                        "19वीं",
                                                        "e\u0301cole",
                                                        "😀",
                                                        "北京",
                                                        "\u0964",
                                                        "internationalisation",
                                                        "रूस-पाकिस्तान",
                                                        "अंतर्राष्ट्रीयकरण",
                                                        "a"};

constexpr std::array<std::string_view, 24> random_gaps{
    " ",  " ",  " ",  " ",  " ",  " ",   " ",   " ",   " ",   " ",  " ",  " ",
    "। ", "। ", ". ", ", ", "? ", "!\n", "।\n", " \"", "'' ", " (", ") ", "-"};

std::string random_text(std::mt19937& random, std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
        out += random_words[random() % random_words.size()];
        if (random() % 200 == 0) out += repeated("क्षि", random() % 300);
        out += random_gaps[random() % random_gaps.size()];
    }
    return out;
}

Release random_release(std::mt19937& random) {
    Release release;
    const auto blocks = 1 + random() % 4;
    for (std::size_t i = 0; i < blocks; ++i) {
        const auto kind = random() % 5;
        release.blocks.push_back({kind == 0   ? BlockKind::caption
                                  : kind == 1 ? BlockKind::credit
                                              : BlockKind::body,
                                  random_text(random, 1 + random() % 120)});
    }
    return release;
}

std::vector<Match> random_matches(std::mt19937& random) {
    std::vector<Match> out;
    const auto count = random() % 4;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view word = random_words[random() % random_words.size()];
        std::string text(word);
        const auto kind = random() % 4;
        if (kind == 0) text += " " + std::string(random_words[random() % random_words.size()]);
        Match each = match(text,
                           kind == 1   ? MatchKind::exact
                           : kind == 2 ? MatchKind::prefix
                                       : MatchKind::key,
                           i);
        if (each.terms.empty()) continue;
        if (kind == 2) each.terms.resize(1);
        each.weight = 0.05 + static_cast<double>(random() % 100) / 10;
        out.push_back(each);
    }
    return out;
}

bool matches_at(const Match& match, const std::vector<Word>& words, std::size_t at) {
    if (at + match.terms.size() > words.size()) return false;
    for (std::size_t i = 0; i < match.terms.size(); ++i) {
        const Word& word = words[at + i];
        const bool fits = match.kind == MatchKind::prefix
                              ? std::string_view(word.exact).starts_with(match.terms[i])
                          : match.kind == MatchKind::exact ? word.exact == match.terms[i]
                                                           : word.key == match.terms[i];
        if (!fits) return false;
    }
    return true;
}

// For each word, whether it is part of what a match looks for.
std::vector<bool> sought(const std::vector<Word>& words, const std::vector<Match>& matches) {
    std::vector<bool> out(words.size(), false);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Match& each : matches) {
            if (!matches_at(each, words, i)) continue;
            for (std::size_t j = 0; j < each.terms.size(); ++j)
                out[i + j] = true;
        }
    }
    return out;
}

// What is wrong with the snippet when it stands at `begin` of `block`; empty when nothing is.
std::string complaint_at(const Block& block, std::size_t begin, const Snippet& snippet,
                         const std::vector<Match>& matches) {
    const std::string_view text = block.text;
    const std::size_t end = begin + snippet.text.size();
    for (const std::size_t border : {begin, end}) {
        if (count_graphemes(text.substr(0, border)) + count_graphemes(text.substr(border)) !=
            count_graphemes(text)) {
            return "cuts a cluster";
        }
    }
    const std::vector<Word> words = words_of(text);
    const bool whole_word = std::any_of(words.begin(), words.end(), [&](const Word& word) {
        return word.begin >= begin && word.end <= end;
    });
    for (const Word& word : words) {
        if (word.begin < begin && begin < word.end) return "begins inside a word";
        if (whole_word && word.begin < end && end < word.end) return "ends inside a word";
    }
    const std::vector<bool> wanted = sought(words, matches);
    std::vector<Highlight> expected;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (wanted[i] && words[i].begin >= begin && words[i].end <= end) {
            expected.push_back({words[i].begin - begin, words[i].end - begin});
        }
    }
    std::vector<Highlight> lit = snippet.highlights;
    for (Highlight& each : lit)
        each.road = Road::form;
    if (expected != lit) return "other words are lit than are sought";
    const auto sentences = split_sentences(text);
    const bool starts = std::any_of(sentences.begin(), sentences.end(),
                                    [&](const TextSpan& each) { return each.begin == begin; });
    const bool ends = std::any_of(sentences.begin(), sentences.end(),
                                  [&](const TextSpan& each) { return each.end == end; });
    if (!snippet.cut_before && !starts && begin > 0) return "a cut at the beginning is not told";
    if (!snippet.cut_after && !ends) return "a cut at the end is not told";
    if (snippet.cut_before && starts) return "a cut is told where a sentence begins";
    if (snippet.cut_after && ends) return "a cut is told where a sentence ends";
    return {};
}

std::string complaint(const Release& release, const std::vector<Match>& matches,
                      const Snippet& snippet, std::size_t graphemes) {
    if (count_graphemes(snippet.text) > graphemes) return "too long";
    if (snippet.text.find('\n') != std::string::npos) return "a line end in it";
    std::string wrong = "not from one block of its kind";
    for (const Block& block : release.blocks) {
        if (block.kind != snippet.field) continue;
        std::string flat = block.text;
        std::replace(flat.begin(), flat.end(), '\n', ' ');
        for (auto at = flat.find(snippet.text); at != flat.npos;
             at = flat.find(snippet.text, at + 1)) {
            wrong = complaint_at(block, at, snippet, matches);
            if (wrong.empty()) return {};
        }
    }
    return wrong;
}

// Whether a word is sought and found that fits into the snippet, so that one must be lit.
bool must_light(const Release& release, const std::vector<Match>& matches, std::size_t graphemes) {
    bool any = false;
    for (const Block& block : release.blocks) {
        const auto words = words_of(block.text);
        const auto wanted = sought(words, matches);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!wanted[i]) continue;
            any = true;
            const auto word =
                std::string_view(block.text).substr(words[i].begin, words[i].end - words[i].begin);
            if (count_graphemes(word) > graphemes) return false;
        }
    }
    return any;
}

}  // namespace

TEST_CASE("snippets of random Hindi and English text keep every promise") {
    std::mt19937 random(20231017);
    std::size_t complaints = 0;
    for (int i = 0; i < 3000; ++i) {
        const Release release = random_release(random);
        const std::vector<Match> matches = random_matches(random);
        const std::size_t graphemes =
            i < 1200 ? 1 + static_cast<std::size_t>(i) / 3 : 1 + random() % 400;
        const Snippet snippet = snippet_of(release, matches, graphemes);
        std::string wrong = complaint(release, matches, snippet, graphemes);
        if (wrong.empty() && snippet.highlights.empty() &&
            must_light(release, matches, graphemes)) {
            wrong = "nothing is lit";
        }
        if (wrong.empty()) continue;
        if (++complaints > 12) continue;
        CAPTURE(i);
        CAPTURE(graphemes);
        CAPTURE(show(snippet));
        CHECK(wrong == "");
    }
    CHECK(complaints == 0);
}

TEST_CASE("every limit from 1 to 400 holds for one release") {
    const std::string text =
        "दोनों नेताओं ने व्यापार, निवेश और ऊर्जा पर विशेष ध्यान देने के साथ द्विपक्षीय सहयोग की समीक्षा की और "
        "संबंधों के निरंतर विस्तार पर संतोष व्यक्त किया। \"The talks on energy cooperation were "
        "constructive,\" the spokesperson said. क्षेत्रीय एकीकरण में भूमिका पर भी चर्चा हुई।\n"
        "अगली बैठक 17 अक्टूबर 2023 को होगी।";
    const Release release = release_of(text);
    for (const auto& matches :
         {std::vector<Match>{}, matches_of({"ऊर्जा"}), matches_of({"energy", "एकीकरण"}),
          std::vector<Match>{match("energy cooperation")}, matches_of({"अक्टूबर"})}) {
        for (std::size_t graphemes = 1; graphemes <= 400; ++graphemes) {
            const Snippet snippet = snippet_of(release, matches, graphemes);
            CAPTURE(graphemes);
            CAPTURE(show(snippet));
            CHECK(complaint(release, matches, snippet, graphemes) == "");
            if (graphemes >= 8 && !matches.empty()) CHECK_FALSE(snippet.highlights.empty());
        }
    }
}

}  // namespace vigyapti
