#include "searcher/matcher.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/lexicon/lexicon.hpp"

namespace vigyapti {
namespace {

Match make_match(MatchKind kind, std::vector<std::string> terms, double weight = 1,
                 std::size_t group = 0, std::uint8_t fields = in_any_text) {
    return {kind, std::move(terms), fields, weight, group};
}

Match key(std::vector<std::string> terms, double weight = 1, std::size_t group = 0) {
    return make_match(MatchKind::key, std::move(terms), weight, group);
}

Match exact(std::vector<std::string> terms) {
    return make_match(MatchKind::exact, std::move(terms));
}

Match prefix(const std::string& beginning) {
    return make_match(MatchKind::prefix, {beginning});
}

// The words found, "[word]" each.
std::string found(const std::vector<Match>& matches, std::string_view text,
                  MatchField field = in_body) {
    Analyser analyser(canonical_key);
    std::string out;
    for (const Found& each : Matcher(matches, field).find(text, analyser))
        out +=
            "[" + std::string(text.substr(each.span.begin, each.span.end - each.span.begin)) + "]";
    return out;
}

struct Case {
    Match match;
    std::string_view text;
    std::string_view found;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CAPTURE(each.match.terms.front());
        CHECK(found({each.match}, each.text) == each.found);
    }
}

}  // namespace

TEST_CASE("a key is found in every form, a form only as it is, a beginning in what begins so") {
    check({
        {key({"talk"}), "Talks on talking, a talk. Tall.", "[Talks][talking][talk]"},
        {exact({"talks"}), "Talks on talking, a talk.", "[Talks]"},
        {exact({"talk"}), "Talks on talking, a talk.", "[talk]"},
        {prefix("talk"), "Talks on talking, a talk. Tall.", "[Talks][talking][talk]"},
        {prefix("talki"), "Talks on talking, a talk.", "[talking]"},
        {key({".rUs"}), "रूस की", ""},
        {key({".rus"}), "रूस, रूसी और रूस्", "[रूस][रूसी][रूस्]"},
        {exact({".rUsI"}), "रूस, रूसी और रस", "[रूसी]"},
        {prefix(".rUs"), "रूस, रूसी और रस", "[रूस][रूसी]"},
        {key({"us"}), "the U.S. and us", "[U.S.][us]"},
        {key({"none"}), "Talks", ""},
        {key({"talk"}), "", ""},
        {key({"talk"}), "—, ।", ""},
    });
}

TEST_CASE("a phrase is its words one behind the other, function words among them") {
    check({
        {key({"line", "of", "actual", "control"}),
         "The line of actual control. The line, actual control.", "[line][of][actual][control]"},
        {key({"line", "of"}), "of line of line", "[line][of]"},
        {key({"of", "the"}), "of, the; the of", "[of][the]"},
        {key({"line", "line"}), "line line line", "[line][line][line]"},
        {key({"line", "line"}), "line", ""},
        {key({"talk", "went"}), "Talks went on; talk goes", "[Talks][went]"},
        {exact({"talks", "went"}), "Talk went; talks went", "[talks][went]"},
        // What is between them counts if it is a word.
        {key({"line", "control"}), "line — control; line ऽ control; line x control",
         "[line][control][line][control]"},
        // A phrase that begins anew in its own middle.
        {key({"a", "b", "a", "c"}), "a b a b a c", "[a][b][a][c]"},
        // At the end of the text.
        {key({"line", "of"}), "of the line", ""},
    });
}

TEST_CASE("the longest match wins, and each word is found once") {
    const std::vector<Match> matches{key({"actual", "control"}, 4, 0), key({"control"}, 1, 1),
                                     key({"line"}, 1, 2), prefix("contr")};
    CHECK(found(matches, "actual control line control") == "[actual][control][line][control]");
    Analyser analyser;
    const auto spans = Matcher(matches, in_body).find("actual control line", analyser);
    REQUIRE(spans.size() == 3);
    // A phrase's weight is shared among its words.
    CHECK(spans[0].weight == doctest::Approx(2));
    CHECK(spans[1].weight == doctest::Approx(2));
    CHECK(spans[1].group == 0);
    CHECK(spans[2].weight == doctest::Approx(1));
    CHECK(spans[2].group == 2);
    CHECK(spans[0].span.end <= spans[1].span.begin);
    // Overlapping phrases light what they have in common once.
    CHECK(found({key({"a", "b"}), key({"b", "c"})}, "a b c") == "[a][b][c]");
}

TEST_CASE("a form is not taken for the key of another word") {
    // "ministri" is the key of "ministries", and a form that nobody writes.
    CHECK(found({exact({"ministri"})}, "ministries").empty());
    CHECK(found({key({"ministries"})}, "ministries").empty());
    CHECK(found({key({"ministri"}), exact({"ministries"})}, "ministry ministries") ==
          "[ministry][ministries]");
}

TEST_CASE("a match counts in its own fields only") {
    const std::vector<MatchField> fields{in_title, in_body, in_caption, in_credit, in_source};
    for (const MatchField of : fields) {
        const std::vector<Match> matches{make_match(MatchKind::key, {"talk"}, 1, 0, of),
                                         make_match(MatchKind::prefix, {"tal"}, 1, 0, of)};
        for (const MatchField in : fields) {
            CAPTURE(static_cast<int>(of));
            CAPTURE(static_cast<int>(in));
            CHECK(Matcher(matches, in).empty() == (of != in));
            CHECK(found(matches, "talks", in) == (of == in ? "[talks]" : ""));
        }
    }
    // "Any text" is what plain words are looked for in.
    CHECK(Matcher({}, in_body).empty());
    const std::vector<Match> plain{key({"talk"})};
    CHECK(Matcher(plain, in_source).empty());
    CHECK_FALSE(Matcher(plain, in_credit).empty());
    CHECK(match_field(BlockKind::body) == in_body);
    CHECK(match_field(BlockKind::caption) == in_caption);
    CHECK(match_field(BlockKind::credit) == in_credit);
}

TEST_CASE("each word found knows the road that led to it") {
    Match own = key({"talk"});
    own.forms = {"talks"};
    Match translated = key({".vArw"});
    translated.road = Road::translation;
    Match phrase = key({"joint", "statement"});
    const std::vector<Match> matches{own, translated, phrase, exact({"energy"})};
    const std::string_view text = "talks talk वार्ता Joint statement energy";
    Analyser analyser(canonical_key);
    std::vector<Road> roads;
    for (const Found& each : Matcher(matches, in_body).find(text, analyser))
        roads.push_back(each.span.road);
    CHECK((roads == std::vector<Road>{Road::exact, Road::form, Road::translation, Road::form,
                                      Road::form, Road::exact}));
}

}  // namespace vigyapti
