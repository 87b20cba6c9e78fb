#include "searcher/query/text_check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"

namespace vigyapti {
namespace {

// A database in memory and an analyser.
class Library {
  public:
    struct Hit {
        std::string id;
        double weight = 0;
    };

    void add(const Release& release) {
        database_.add_document(build_document(release, analyser_, 1000).document);
    }

    void add(const std::string& id, const std::string& body) {
        Release release;
        release.id = id;
        release.blocks = {{BlockKind::body, body}};
        add(release);
    }

    // As an index that is damaged.
    void damage(const std::string& id) {
        Xapian::Document document = database_.get_document(*database_.postlist_begin(id_term(id)));
        document.set_data("no release");
        database_.replace_document(id_term(id), document);
    }

    CheckedQuery check(const Xapian::Query& candidates, const Match& match) {
        return check_text(database_, analyser_, candidates, match);
    }

    // The ids that a query finds, in alphabetical order, joined by spaces.
    std::string ids(const Xapian::Query& query) const {
        std::vector<std::string> found;
        for (const Hit& hit : search(query))
            found.push_back(hit.id);
        std::sort(found.begin(), found.end());
        std::string out;
        for (const std::string& id : found)
            out += (out.empty() ? "" : " ") + id;
        return out;
    }

    std::vector<Hit> search(const Xapian::Query& query) const {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query);
        std::vector<Hit> hits;
        const Xapian::MSet found = enquire.get_mset(0, 100'000);
        for (auto each = found.begin(); each != found.end(); ++each) {
            auto terms = each.get_document().termlist_begin();
            terms.skip_to("Q");
            hits.push_back({(*terms).substr(1), each.get_weight()});
        }
        return hits;
    }

  private:
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_{canonical_key};
};

Match exact(const std::string& form, std::uint8_t fields = in_any_text) {
    return {MatchKind::exact, {form}, fields, 1, 0};
}

const Xapian::Query talk("talk");

}  // namespace

TEST_CASE("of the candidates those remain whose text holds the match") {
    Library library;
    library.add("a", "Talks went on.");
    library.add("b", "A talk was held.");
    library.add("c", "Talking of talks.");
    library.add("d", "Nothing.");
    CHECK(library.ids(talk) == "a b c");
    CHECK(library.ids(library.check(talk, exact("talks")).query) == "a c");
    CHECK(library.ids(library.check(talk, exact("talk")).query) == "b");
    CHECK(library.ids(library.check(talk, exact("talked")).query) == "");
    // What is no candidate is not looked at.
    CHECK(library.ids(library.check(talk, exact("nothing")).query) == "");
    CHECK(library.ids(library.check(Xapian::Query("xyzzy"), exact("talks")).query) == "");
    const Match phrase{MatchKind::key, {"a", "talk", "was"}, in_any_text, 1, 0};
    CHECK(library.ids(library.check(talk, phrase).query) == "b");
    const Match beginning{MatchKind::prefix, {"talki"}, in_any_text, 1, 0};
    CHECK(library.ids(library.check(talk, beginning).query) == "c");
}

TEST_CASE("the check goes through many releases, whichever are the fewer") {
    for (const int rare : {2, 9}) {
        CAPTURE(rare);
        Library library;
        for (int i = 0; i < 100; ++i)
            library.add(std::to_string(i), i % 10 < rare ? "talks" : "talk");
        const CheckedQuery checked = library.check(talk, exact("talks"));
        CHECK(checked.is_whole);
        const auto hits = library.search(checked.query);
        CHECK(hits.size() == static_cast<std::size_t>(rare) * 10);
        for (const auto& hit : hits)
            CHECK(hit.id.back() - '0' < rare);
    }
}

TEST_CASE("what remains ranks as before") {
    Library library;
    library.add("a", "Talks, talks, talks.");
    library.add("b", "Talk.");
    library.add("c", "Talks on a great many other things, as long as nobody minds.");
    library.add("d", "Trade.");
    const auto before = library.search(talk);
    REQUIRE(before.size() == 3);
    const auto after = library.search(library.check(talk, exact("talks")).query);
    REQUIRE(after.size() == 2);
    CHECK(after[0].weight > after[1].weight);
    for (const auto& hit : after) {
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const auto& each) { return each.id == hit.id; });
        REQUIRE(same != before.end());
        CHECK(hit.weight == doctest::Approx(same->weight));
    }
}

TEST_CASE("a form counts in the field that is asked for, also in the source") {
    Library library;
    Release release;
    release.id = "a";
    release.title = "Talks";
    release.source = "Talking Office";
    release.blocks = {{BlockKind::body, "A talk."},
                      {BlockKind::caption, "They talked."},
                      {BlockKind::credit, "© Talker's"}};
    library.add(release);
    struct Row {
        std::uint8_t field;
        std::string form;
    };
    const std::vector<Row> rows{{in_title, "talks"},
                                {in_body, "talk"},
                                {in_caption, "talked"},
                                {in_credit, "talker"},
                                {in_source, "talking"}};
    for (const Row& asked : rows) {
        for (const Row& row : rows) {
            CAPTURE(row.form);
            CAPTURE(static_cast<int>(asked.field));
            const auto checked =
                library.check(Xapian::Query::MatchAll, exact(row.form, asked.field));
            CHECK(library.ids(checked.query) == (row.field == asked.field ? "a" : ""));
        }
    }
}

TEST_CASE("an answer of nothing is a query still, that joins others as such") {
    Library library;
    library.add("a", "A talk.");
    const Xapian::Query nothing = library.check(talk, exact("talks")).query;
    CHECK_FALSE(nothing.empty());
    CHECK_FALSE(find_nothing().empty());
    CHECK(library.ids(find_nothing()) == "");
    CHECK(library.ids({Xapian::Query::OP_AND_NOT, talk, find_nothing()}) == "a");
}

TEST_CASE("long ids are found by their terms too") {
    Library library;
    const std::string id(1000, 'x');
    library.add(id + "1", "talks");
    library.add(id + "2", "talk");
    CHECK(library.search(library.check(talk, exact("talks")).query).size() == 1);
}

TEST_CASE("more releases than are looked at stay in, and that is said") {
    Library library;
    Release release;
    release.blocks = {{BlockKind::body, "talk"}};
    for (Xapian::doccount i = 0; i < most_checked; ++i) {
        release.id = std::to_string(i);
        library.add(release);
    }
    CHECK(library.check(talk, exact("talks")).is_whole);
    CHECK(library.search(library.check(talk, exact("talks")).query).empty());
    for (const std::string id : {"y", "z"})
        library.add(id, "talk");
    const CheckedQuery checked = library.check(talk, exact("talks"));
    CHECK_FALSE(checked.is_whole);
    CHECK(library.search(checked.query).size() == 2);
    CHECK_FALSE(library.check(talk, exact("talk")).is_whole);
}

TEST_CASE("a release that cannot be read is an error of the index") {
    Library library;
    library.add("a", "talks");
    library.damage("a");
    try {
        library.check(talk, exact("talks"));
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::corrupt);
    }
}

}  // namespace vigyapti
