#include "searcher/suggest.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "searcher/search.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

// Each word often enough to be taken for right.
class Index {
  public:
    Index() {
        folder_.write("many.jsonl",
                      test::records("many", 60,
                                    "विदेश मंत्रालय ने रूस और पाकिस्तान की वार्ता पर अच्छा बयान दिया। जहाज़ "
                                    "बंदरगाह पर है। The foreign minister of Pakistan met the energy "
                                    "minister of Russia in Türkiye on security"));
        folder_.write("few.jsonl",
                      "{\"id\":\"few\",\"title\":\"मंत्रालय and energy\",\"text\":\"मन्त्रलय\"}\n"
                      "{\"id\":\"other\",\"text\":\"गोलमेज सम्मेलन\"}\n");
        CHECK(folder_.run() == "62/0/0/0/0");
    }

    std::filesystem::path path() const { return folder_.options.index; }

  private:
    test::IndexedFolder folder_;
};

Results search(std::string_view query, bool all = false) {
    static const Index index;
    static Searcher searcher(index.path());
    Request request;
    request.query = query;
    request.all = all;
    return searcher.search(request);
}

std::string best(std::string_view query) {
    const Results results = search(query);
    return results.suggestions.empty() ? "" : results.suggestions.front().query;
}

}  // namespace

TEST_CASE("misspelt words are respelt as the releases have them, all else stays") {
    struct Case {
        std::string_view query;
        std::string_view wanted;
    };
    for (const Case& each : std::vector<Case>{
             {"विदश मंत्रलय", "विदेश मंत्रालय"},
             {"  विदश   मंत्रालय ", "  विदेश   मंत्रालय "},
             {"पाकिसतन", "पाकिस्तान"},
             {"बंदरगह", "बंदरगाह"},
             {"pakistn minster", "pakistan minister"},
             {"Pakistn", "Pakistan"},
             {"PAKISTAM", "PAKISTAN"},
             {"आछा", "अच्छा"},
             {"turkiyye", "türkiye"},
             // parted and joined
             {"विदेशमंत्रालय", "विदेश मंत्रालय"},
             {"foreignminister", "foreign minister"},
             {"minis ter", "minister"},
             {"\"minis ter\"", "\"minister\""},
             {"+foreignminister", ""},
             // syntax
             {"title:मंत्रलय", "title:मंत्रालय"},
             {"title:pakistn", ""},
             {"\"विदश मंत्रालय\"", "\"विदेश मंत्रालय\""},
             {"+pakistn (minster OR lang:hi)", "+pakistan (minister OR lang:hi)"},
             {"=pakistn", "=pakistan"},
             {"pakistn NEAR/3 met", "pakistan NEAR/3 met"},
             // left alone
             {"talks -pakistn", ""},
             {"NOT pakistn", ""},
             {"energy pakistn*", ""},
             {"lang:hu energy", ""},
             // well spelt
             {"विदेश मंत्रालय", ""},
             {"मंत्रालयों energy", ""},
             // like nothing
             {"xyzzy", ""},
             {"1234567", ""},
             {"", ""},
             {"USR", ""},
         }) {
        CAPTURE(each.query);
        CHECK(best(each.query) == each.wanted);
    }
}

TEST_CASE("a rare word is respelt by a much more frequent one") {
    CHECK(search("मंत्रलय").total > 0);
    CHECK(best("मंत्रलय") == "मंत्रालय");
    CHECK(best("गोलमेज").empty());
}

TEST_CASE("what was changed is told in bytes of the suggestion") {
    const Results results = search("title:x विदश energy मंत्रलय");
    CHECK(results.suggestions.empty());  // nothing has x in its title
    const Results plain = search("विदश energy मंत्रलय");
    REQUIRE_FALSE(plain.suggestions.empty());
    const Suggestion& suggestion = plain.suggestions.front();
    REQUIRE(suggestion.changed.size() == 2);
    const auto part = [&](std::size_t i) {
        const auto& [begin, end, road] = suggestion.changed[i];
        return suggestion.query.substr(begin, end - begin);
    };
    CHECK(part(0) == "विदेश");
    CHECK(part(1) == "मंत्रालय");
}

TEST_CASE("no suggestion finds nothing, and there are three at most") {
    for (const std::string_view query :
         {"pakistn", "\"pakistn energy\"", "+minster -pakistan", "विदश मंत्रलय वारत पाकिसतन",
          "pakistn AND securty", "title:enrgy title:pakistn", "rusia lang:xx", "(((pakistn",
          "\xFF pakistn \xC3", "minster \"russia pakistn\""}) {
        for (const bool all : {false, true}) {
            CAPTURE(query);
            const Results results = search(query, all);
            CHECK(results.suggestions.size() <= most_suggestions);
            for (const Suggestion& each : results.suggestions) {
                CAPTURE(each.query);
                CHECK(search(each.query, all).total > 0);
                CHECK(each.query != query);
            }
        }
    }
}

TEST_CASE("a very long query has no suggestions") {
    CHECK(best("pakistn " + std::string(2000, 'a')).empty());
}

}  // namespace vigyapti
