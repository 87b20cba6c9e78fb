#include "searcher/versions.hpp"

#include <doctest/doctest.h>

#include <fmt/core.h>

#include <limits>

#include "searcher/search.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view visit =
    "The minister arrived in Astana on Tuesday for a visit of two days. He met the president and "
    "the speaker of the lower house, and signed an agreement on the transit of goods by rail. Both "
    "sides agreed to open a consulate in the port city of Aktau before the end of the year.";

constexpr std::string_view yatra =
    "विदेश मंत्री मंगलवार को दो दिन की यात्रा पर अस्ताना पहुँचे। उन्होंने राष्ट्रपति और निचले सदन के "
    "अध्यक्ष से भेंट की और रेल से माल के पारगमन के समझौते पर हस्ताक्षर किए। दोनों पक्ष वर्ष के अंत तक "
    "अक्ताऊ में वाणिज्य दूतावास खोलने पर सहमत हुए।";

std::string line(std::string_view id, std::string_view date, std::string_view text) {
    return fmt::format(R"({{"id":"{}","title":"Visit","date":"{}","text":"{}"}})"
                       "\n",
                       id, date, text);
}

class Index {
  public:
    explicit Index(const std::string& lines, std::size_t shards = 1) {
        folder.options.shards = shards;
        folder.write("a.jsonl", lines);
        folder.run();
    }

    Results search(const std::string& query, bool all_versions = false, std::size_t offset = 0,
                   std::size_t limit = 10) const {
        Request request;
        request.query = query;
        request.all_versions = all_versions;
        request.offset = offset;
        request.limit = limit;
        return Searcher(folder.options.index).search(request);
    }

    test::IndexedFolder folder;
};

std::string ids(const Results& results) {
    std::string out;
    for (const Hit& hit : results.hits)
        out += (out.empty() ? "" : " ") + hit.id;
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string edited(std::string_view text) {
    std::string out(text);
    out.replace(out.find("Tuesday"), 7, "Monday");
    return out + " Posted by the embassy.";
}

}  // namespace

TEST_CASE("a release that is posted again is shown once, with its versions") {
    const Index index(line("embassy", "2023-10-18", edited(visit)) +
                      line("ministry", "2023-10-17", visit) +
                      line("consulate", "2023-10-19", visit) +
                      line("other", "2023-10-17",
                           "The minister spoke in Astana on trade and rail "
                           "with exporters of grain, fruit and cotton."));
    const Results results = index.search("lang:en Astana");
    REQUIRE(results.hits.size() == 2);
    for (const Hit& hit : results.hits) {
        CAPTURE(hit.id);
        if (hit.id == "other") {
            CHECK(hit.versions.empty());
        } else {
            CHECK(hit.versions.size() == 2);
        }
    }
    CHECK(results.hits[0].rank == 1);
    CHECK(results.hits[1].rank == 2);
    CHECK(index.search("Astana", true).hits.size() == 4);
    CHECK(index.search("president", true).hits.front().versions.size() == 2);
}

TEST_CASE("versions are told in Hindi too, and a translation is none") {
    const Index index(line("hi1", "2023-10-17", yatra) +
                      line("hi2", "2023-10-17", std::string(yatra) + " यह जानकारी दूतावास ने दी।") +
                      line("en", "2023-10-17", visit));
    const Results results = index.search("अस्ताना OR Astana");
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].versions.size() == 1);
    REQUIRE(results.hits[0].counterparts.size() == 1);
    CHECK(results.hits[0].counterparts[0].id == "en");
}

TEST_CASE("what is alike but a week apart is the next of a series") {
    struct Row {
        std::string date;
        bool same;
    };
    const std::vector<Row> rows{{"2023-10-17", true},
                                {"2023-10-23", true},
                                {"2023-10-11", true},
                                {"2023-10-24", false},
                                {"2023-10-10", false},
                                {"2022-10-17", false},
                                {"", true}};
    for (const Row& row : rows) {
        const Index index(line("a", "2023-10-17", visit) + line("b", row.date, visit));
        CAPTURE(row.date);
        const Results results = index.search("Astana");
        CHECK(results.hits.size() == (row.same ? 1 : 2));
        CHECK(results.hits.front().versions.size() == (row.same ? 1 : 0));
    }
}

TEST_CASE("a version is found behind a long series of the same words") {
    std::string lines;
    for (int year = 1900; year < 2020; ++year)
        lines += line(fmt::format("old{}", year), fmt::format("{}-10-17", year), visit);
    lines += line("first", "2023-10-17", visit) + line("again", "2023-10-18", edited(visit));
    const Index index(lines);
    const Results results = index.search("date:2023 Astana");
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits.front().versions.size() == 1);
    CHECK(index.search("Astana", false, 0, 1000).hits.size() == 121);
}

TEST_CASE("short texts are never versions of each other") {
    const Index index(line("a", "2023-10-17", "Please see the attached file.") +
                      line("b", "2023-10-17", "Please see the attached file."));
    CHECK(index.search("attached").hits.size() == 2);
}

TEST_CASE("pages join without gap or overlap where versions are passed over") {
    std::string lines;
    for (int i = 0; i < 12; ++i) {
        const std::string own = fmt::format(
            "rail {0} alpha{0} beta{0} gamma{0} delta{0} eps{0} zeta{0} "
            "eta{0} theta{0} iota{0} kappa{0} lambda{0} mu{0}",
            i);
        for (int version = 0; version <= i % 4; ++version)
            lines += line(fmt::format("r{}v{}", i, version), "2023-10-17", own);
    }
    const Index index(lines, 2);
    const std::string whole = ids(index.search("rail", false, 0, 100));
    CHECK(index.search("rail", false, 0, 100).hits.size() == 12);
    std::string paged;
    for (std::size_t offset = 0; offset < 15; offset += 5) {
        const Results page = index.search("rail", false, offset, 5);
        CHECK(page.hits.size() == (offset < 10 ? 5 : 2));
        CHECK(page.hits.front().rank == offset + 1);
        paged += (paged.empty() ? "" : " ") + ids(page);
    }
    CHECK(paged == whole);
}

TEST_CASE("no offset and no limit is too great") {
    const Index index(line("a", "2023-10-17", visit));
    constexpr std::size_t greatest = std::numeric_limits<std::size_t>::max();
    for (const std::size_t offset :
         {std::size_t{0}, std::size_t{1}, std::size_t{1} << 32U, greatest}) {
        for (const bool all : {false, true}) {
            CHECK(index.search("Astana", all, offset, greatest).hits.size() ==
                  (offset == 0 ? 1 : 0));
            CHECK(index.search("Astana", all, offset, 0).hits.empty());
        }
    }
}

TEST_CASE("how and when releases were indexed does not matter") {
    const std::string first = line("a", "2023-10-17", visit);
    const std::string second = line("b", "2023-10-18", edited(visit));
    const Index at_once(first + second);
    Index later(first, 2);
    later.folder.write("b.jsonl", second);
    later.folder.run();
    CHECK(joined(at_once.search("Astana").hits.front().versions).size() == 1);
    CHECK(later.search("Astana").hits.size() == 1);
    CHECK(ids(later.search("Astana")) == ids(at_once.search("Astana")));
    // A version that is gone is none any more.
    later.folder.write("b.jsonl", line("c", "2023-10-18", "Something else of Astana."));
    later.folder.options.allow_mass_delete = true;
    later.folder.run();
    CHECK(later.search("president").hits.front().versions.empty());
}

}  // namespace vigyapti
