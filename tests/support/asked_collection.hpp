// A few releases in both languages and a searcher over them, for tests of what is found.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/database.hpp"
#include "indexer/update.hpp"
#include "searcher/search.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti::test {

inline constexpr std::string_view asked_records = R"(
{"id":"hi-energy","title":"रूस और पाकिस्तान की ऊर्जा वार्ता","text":"दोनों देशों ने कच्चे तेल की आपूर्ति पर चर्चा की।","date":"2023-10-17","source":"विदेश मंत्रालय","country":["RU","PK"],"url":"https://example.org/energy"}
{"id":"hi-oil","title":"कराची पहुँचा कच्चा तेल","text":"जहाज रूस से तेल लेकर आया। पाकिस्तान ने इसका स्वागत किया।","date":"2023-06-12","source":"पत्तन प्राधिकरण","country":["PK"]}
{"id":"hi-temple","title":"अबू धाबी में मंदिर का उद्घाटन","text":"प्रधानमंत्री ने मंदिर का उद्घाटन किया। लोगों ने पूछा कि मंदिर कब खुलेगा।","date":"2024-02-14","country":"AE"}
{"id":"en-trade","title":"India and Russia review trade","text":"The ministers discussed trade, nuclear energy and the payment mechanism.","date":"2021-12-06","country":["IN","RU"]}
{"id":"en-visa","title":"Schengen visa rules for Indian nationals","text":"The Commission adopted new visa rules. Talks on mobility continue.","date":"2024-04-22"}
{"id":"en-port","title":"Chabahar port contract signed","text":"India and Iran signed a ten-year contract to operate the port.","date":"2024-05-13","country":["IN","IR"]}
{"id":"en-passing","title":"Regional connectivity conference","text":"Speakers mentioned Chabahar once among many other topics of the region, and spoke at length of roads which cross borders, of railways, customs and trade.","date":"2023-11"}
{"id":"en-undated","title":"Statement on the summit","text":"Leaders met in Samarkand. Statements followed."}
)";

inline constexpr std::string_view asked_photo =
    "Title: दोनों नेताओं की मुलाकात\nDate: 2022-09-16\nSource: प्रेस कार्यालय\nId: hi-photo\n\n"
    "नेताओं ने सहयोग की समीक्षा की।\nLeaders during a photo opportunity in Samarkand\n"
    "© Press Office\nबैठक एक घंटे चली।\n";

class AskedIndex {
  public:
    explicit AskedIndex(std::size_t shards = 1, std::size_t threads = 1) : threads_(threads) {
        create_index(path(), shards);
        add("records.jsonl", asked_records);
        add("photo.txt", asked_photo);
    }

    std::filesystem::path path() const { return folder_.path() / "index"; }

    void add(const std::string& name, std::string_view content) const {
        const auto file = folder_.write("in/" + name, content);
        IndexOptions options;
        options.index = path();
        options.paths = {{file.string(), ""}};
        options.threads = threads_;
        options.max_release_size = 16'000'000;
        Report report;
        update_index(options, report);
        REQUIRE(report.failed.load() == 0);
    }

  private:
    TemporaryFolder folder_;
    std::size_t threads_;
};

// The index that most tests only read.
inline const AskedIndex& index() {
    static const AskedIndex instance;
    return instance;
}

inline Searcher& searcher() {
    static Searcher instance(index().path());
    return instance;
}

inline Results search(const Request& request) {
    return searcher().search(request);
}

// In the language of the query: what is found across is tested in query/languages_test.
inline Results search(std::string_view query) {
    Request request;
    request.query = query;
    request.cross = Cross::off;
    return search(request);
}

inline std::string ids_of(const Results& results) {
    std::string out;
    for (const Hit& hit : results.hits)
        out += (out.empty() ? "" : " ") + hit.id;
    return out;
}

// The ids found, best first.
inline std::string ids(std::string_view query) {
    return ids_of(search(query));
}

inline std::string sorted(const std::string& words) {
    std::istringstream stream(words);
    std::set<std::string> set;
    for (std::string word; stream >> word;)
        set.insert(word);
    std::string out;
    for (const std::string& word : set)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

struct AskedCase {
    std::string_view query;
    std::string ids;
};

// In this order.
inline void check_ranked(const std::vector<AskedCase>& cases) {
    for (const AskedCase& each : cases) {
        CAPTURE(each.query);
        CHECK(ids(each.query) == each.ids);
    }
}

// In any order.
inline void check_found(const std::vector<AskedCase>& cases) {
    for (const AskedCase& each : cases) {
        CAPTURE(each.query);
        CHECK(sorted(ids(each.query)) == sorted(each.ids));
    }
}

inline std::string title_lit(const Hit& hit) {
    std::string out;
    for (const Highlight& each : hit.title_highlights)
        out += "[" + hit.title.substr(each.begin, each.end - each.begin) + "]";
    return out;
}

inline std::string snippet_lit(const Hit& hit) {
    std::string out;
    for (const Highlight& each : hit.snippet.highlights)
        out += "[" + hit.snippet.text.substr(each.begin, each.end - each.begin) + "]";
    return out;
}

}  // namespace vigyapti::test
