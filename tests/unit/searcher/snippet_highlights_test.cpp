// The words that a text is searched for are lit, whole, and no others.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/snippet.hpp"
#include "tests/support/snippets.hpp"

namespace vigyapti {
namespace {

using test::lit;
using test::match;
using test::matches_of;

std::string highlights_in(std::string_view text, const std::vector<Match>& matches,
                          MatchField field = in_body) {
    Analyser analyser;
    return lit(text, find_highlights(text, field, matches, analyser));
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

}  // namespace vigyapti
