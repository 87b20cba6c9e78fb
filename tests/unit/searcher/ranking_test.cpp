#include "searcher/ranking.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {

TEST_CASE("words close together and in order come before the same words far apart") {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    const std::string gap(40, '-');
    for (const std::string& words : {"a" + gap + "b", "b" + gap + "a",
                                     std::string("a--------b") + gap, "ab" + gap, gap + gap}) {
        Xapian::Document document;
        for (std::size_t i = 0; i < words.size(); ++i)
            document.add_posting(words.substr(i, 1), static_cast<Xapian::termpos>(i + 1));
        database.add_document(document);
    }
    const std::vector<RankedWord> words{{{{"a", 1}}, 1}, {{{"b", 1}}, 1}};
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query("a") | Xapian::Query("b")));
    enquire.set_weighting_scheme(ranking_weight());
    const Xapian::MSet matches = enquire.get_mset(0, 100);
    const auto ranked = rerank(database, matches, words);
    REQUIRE(ranked.size() == 4);
    CHECK(ranked[0].number == 4);  // next to each other
    CHECK(ranked[1].number == 3);  // within a window
    CHECK(ranked[0].score > ranked[1].score);
    CHECK(ranked[1].score > ranked[2].score);
    // Equals keep the order of the index.
    CHECK(ranked[2].number == 1);
    CHECK(ranked[3].number == 2);
    // A single word, or none, has no neighbours: nothing changes.
    CHECK(rerank(database, matches, {words[0]})[0].number == *matches.begin());
}

}  // namespace vigyapti
