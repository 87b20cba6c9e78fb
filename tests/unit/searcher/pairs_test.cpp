#include "searcher/pairs.hpp"

#include <doctest/doctest.h>

#include <fmt/core.h>

#include "searcher/search.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view visit =
    "Foreign Minister Subrahmanyam arrived in Astana on Tuesday. He met the president of "
    "Kazakhstan "
    "and signed an agreement on railway transit worth 250 million dollars. A consulate will be "
    "opened in the port of Aktau.";

constexpr std::string_view yatra =
    "विदेश मंत्री सुब्रह्मण्यम मंगलवार को अस्ताना पहुँचे। उन्होंने कज़ाखस्तान के राष्ट्रपति से भेंट की और "
    "250 मिलियन डॉलर के रेलवे पारगमन समझौते पर हस्ताक्षर किए। अक्ताऊ बंदरगाह में वाणिज्य दूतावास खोला जाएगा।";

constexpr std::string_view floods =
    "असम में बाढ़ से हज़ारों लोग विस्थापित हुए। मुख्यमंत्री ने राहत शिविरों का दौरा किया और अनाज बाँटा।";

std::string line(std::string_view id, std::string_view date, std::string_view lang,
                 std::string_view text) {
    return fmt::format(R"({{"id":"{}","title":"{}","date":"{}","lang":"{}","text":"{}"}})"
                       "\n",
                       id, lang == "hi" ? "अस्ताना यात्रा" : "Astana visit", date, lang, text);
}

class Index {
  public:
    explicit Index(const std::string& lines, std::size_t shards = 1) {
        folder.options.shards = shards;
        folder.write("a.jsonl", lines);
        folder.run();
    }

    std::string counterparts(const std::string& id) const {
        Request request;
        request.pair = id;
        return ids(Searcher(folder.options.index).search(request));
    }

    std::string search(const std::string& query, Sort sort = Sort::relevance,
                       bool all_versions = false, std::size_t offset = 0,
                       std::size_t limit = 10) const {
        Request request;
        request.query = query;
        request.sort = sort;
        request.all_versions = all_versions;
        request.offset = offset;
        request.limit = limit;
        return ids(Searcher(folder.options.index).search(request));
    }

    test::IndexedFolder folder;

  private:
    static std::string ids(const Results& results) {
        std::string out;
        for (const Hit& hit : results.hits) {
            out += (out.empty() ? "" : " ") + hit.id;
            for (const OtherLanguage& each : hit.counterparts)
                out += "=" + each.id;
        }
        return out;
    }
};

}  // namespace

TEST_CASE("releases on one matter are a pair when they are of one time") {
    const struct {
        std::string_view date;
        std::string_view text;
        bool pair;
    } cases[] = {
        {"2024-03-05", yatra, true},  {"2024-03-07", yatra, true}, {"2024-03-03", yatra, true},
        {"2024-03-08", yatra, false}, {"2024-03", yatra, false},   {"2024-03-05", floods, false},
        {"2024-03-05", visit, true},
    };
    for (const auto& each : cases) {
        CAPTURE(each.date);
        const Index index(line("a", "2024-03-05", "en", visit) +
                          line("b", each.date, "hi", each.text));
        CHECK(index.counterparts("a") == (each.pair ? "b=a" : ""));
        CHECK(index.counterparts("b") == (each.pair ? "a=b" : ""));
    }
}

TEST_CASE("a release of the same language is no counterpart") {
    const Index index(line("a", "2024-03-05", "en", visit) + line("b", "2024-03-05", "en", visit));
    CHECK(index.counterparts("a").empty());
}

TEST_CASE("addresses that differ in the language only make a pair of any texts") {
    const Index index(line("en/7", "2024-03-05", "en", visit) +
                      line("hi/7", "2024-03-20", "hi", floods) +
                      line("x", "2024-03-05", "hi", yatra));
    CHECK(index.counterparts("en/7") == "hi/7=en/7");
    CHECK(index.counterparts("hi/7") == "en/7=hi/7");
    CHECK(index.counterparts("x").empty());
}

TEST_CASE("under one number may stand releases that have nothing in common") {
    const std::string other =
        R"({"id":"hi/7","title":"असम में बाढ़ राहत","date":"2024-03-20","lang":"hi","text":")" +
        std::string(floods) + "\"}\n";
    const Index index(line("en/7", "2024-03-05", "en", visit) + other +
                      line("x", "2024-03-05", "hi", yatra));
    CHECK(index.counterparts("en/7") == "x=en/7");
    CHECK(index.counterparts("hi/7").empty());
}

TEST_CASE("the same number of another time is another release") {
    const Index index(line("en/7", "2024-03-05", "en", visit) +
                      line("hi/7", "2021-03-05", "hi", floods) +
                      line("x", "2024-03-05", "hi", yatra));
    CHECK(index.counterparts("en/7") == "x=en/7");
}

TEST_CASE("versions of a counterpart are counterparts, the likest first") {
    const Index index(line("a", "2024-03-05", "en", visit) +
                          line("late", "2024-03-06", "hi", yatra) +
                          line("same", "2024-03-05", "hi", yatra),
                      2);
    CHECK(index.counterparts("a") == "same=a late=a");
}

TEST_CASE("a page shows the release of a pair that is in the language of the question") {
    const Index index(line("a", "2024-03-05", "en", visit) + line("b", "2024-03-06", "hi", yatra));
    CHECK(index.search("Astana") == "a=b");
    CHECK(index.search("अस्ताना") == "b=a");
    CHECK(index.search("railway transit Aktau") == "a=b");
    for (const Sort sort : {Sort::date, Sort::date_ascending}) {
        CHECK(index.search("Astana", sort) == "a=b");
        CHECK(index.search("अस्ताना", sort) == "b=a");
    }
    // Without a language the first stays.
    CHECK(index.search("date:2024-03", Sort::date) == "b=a");
    CHECK(index.search("date:2024-03", Sort::date_ascending) == "a=b");
}

TEST_CASE("both of a pair are shown when only one matches, or when all are asked for") {
    const Index index(line("a", "2024-03-05", "en", visit) + line("b", "2024-03-06", "hi", yatra));
    CHECK(index.search("Astana", Sort::relevance, true) == "a=b b=a");
    CHECK(index.search("Astana lang:hi") == "b=a");
    CHECK(index.search("lang:en") == "a=b");
}

TEST_CASE("pages of pairs follow each other without gap or repetition") {
    std::string lines;
    for (int day = 1; day <= 25; day += 6) {
        const std::string date = fmt::format("2024-03-{:02}", day);
        lines += line(fmt::format("e{}", day), date, "en", visit);
        lines += line(fmt::format("h{}", day), date, "hi", yatra);
        lines += line(fmt::format("f{}", day), date, "hi", floods);
    }
    const Index index(lines);
    for (const std::string query : {"Astana", "अस्ताना", "minister flood", "मुख्यमंत्री विदेश"}) {
        CAPTURE(query);
        const std::string whole = index.search(query);
        std::string pages;
        for (std::size_t offset = 0; offset < 10; ++offset) {
            const std::string page = index.search(query, Sort::relevance, false, offset, 1);
            if (!page.empty()) pages += (pages.empty() ? "" : " ") + page;
        }
        CHECK(pages == whole);
        CHECK(whole.find(query == "Astana" ? " h" : "none") == std::string::npos);
    }
}

TEST_CASE("no order of indexing and no deletion matters") {
    test::IndexedFolder folder;
    folder.options.allow_mass_delete = true;
    folder.write("hi.jsonl", line("b", "2024-03-05", "hi", yatra));
    folder.run();
    folder.write("en.jsonl", line("a", "2024-03-05", "en", visit));
    folder.run();
    Request request;
    request.pair = "b";
    CHECK(Searcher(folder.options.index).search(request).hits.size() == 1);
    folder.write("en.jsonl", line("c", "2024-03-05", "en", "Nothing of the kind."));
    folder.run();
    CHECK(Searcher(folder.options.index).search(request).hits.empty());
}

}  // namespace vigyapti
