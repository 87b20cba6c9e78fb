#include "searcher/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "indexer/update.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view records = R"(
{"id":"hi-energy","title":"रूस और पाकिस्तान की ऊर्जा वार्ता","text":"दोनों देशों ने कच्चे तेल की आपूर्ति पर चर्चा की।","date":"2023-10-17","source":"विदेश मंत्रालय","country":["RU","PK"],"url":"https://example.org/energy"}
{"id":"hi-oil","title":"कराची पहुँचा कच्चा तेल","text":"जहाज रूस से तेल लेकर आया। पाकिस्तान ने इसका स्वागत किया।","date":"2023-06-12","source":"पत्तन प्राधिकरण","country":["PK"]}
{"id":"hi-temple","title":"अबू धाबी में मंदिर का उद्घाटन","text":"प्रधानमंत्री ने मंदिर का उद्घाटन किया। लोगों ने पूछा कि मंदिर कब खुलेगा।","date":"2024-02-14","country":"AE"}
{"id":"en-trade","title":"India and Russia review trade","text":"The ministers discussed trade, nuclear energy and the payment mechanism.","date":"2021-12-06","country":["IN","RU"]}
{"id":"en-visa","title":"Schengen visa rules for Indian nationals","text":"The Commission adopted new visa rules. Talks on mobility continue.","date":"2024-04-22"}
{"id":"en-port","title":"Chabahar port contract signed","text":"India and Iran signed a ten-year contract to operate the port.","date":"2024-05-13","country":["IN","IR"]}
{"id":"en-passing","title":"Regional connectivity conference","text":"Speakers mentioned Chabahar once among many other topics of the region, and spoke at length of roads which cross borders, of railways, customs and trade.","date":"2023-11"}
{"id":"en-undated","title":"Statement on the summit","text":"Leaders met in Samarkand. Statements followed."}
)";

constexpr std::string_view photo =
    "Title: दोनों नेताओं की मुलाकात\nDate: 2022-09-16\nSource: प्रेस कार्यालय\nId: hi-photo\n\n"
    "नेताओं ने सहयोग की समीक्षा की।\nLeaders during a photo opportunity in Samarkand\n"
    "© Press Office\nबैठक एक घंटे चली।\n";

class Index {
  public:
    explicit Index(std::size_t shards = 1, std::size_t threads = 1) : threads_(threads) {
        create_index(path(), shards);
        add("records.jsonl", records);
        add("photo.txt", photo);
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
    test::TemporaryFolder folder_;
    std::size_t threads_;
};

// The index that most tests only read.
const Index& index() {
    static const Index instance;
    return instance;
}

Searcher& searcher() {
    static Searcher instance(index().path());
    return instance;
}

Results search(const Request& request) {
    return searcher().search(request);
}

// In the language of the query: what is found across is tested in query/languages_test.
Results search(std::string_view query) {
    Request request;
    request.query = query;
    request.cross = Cross::off;
    return search(request);
}

std::string ids_of(const Results& results) {
    std::string out;
    for (const Hit& hit : results.hits)
        out += (out.empty() ? "" : " ") + hit.id;
    return out;
}

// The ids found, best first.
std::string ids(std::string_view query) {
    return ids_of(search(query));
}

std::string sorted(const std::string& words) {
    std::istringstream stream(words);
    std::set<std::string> set;
    for (std::string word; stream >> word;)
        set.insert(word);
    std::string out;
    for (const std::string& word : set)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

struct Case {
    std::string_view query;
    std::string ids;
};

// In this order.
void check_ranked(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(ids(each.query) == each.ids);
    }
}

// In any order.
void check_found(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(sorted(ids(each.query)) == sorted(each.ids));
    }
}

std::string title_lit(const Hit& hit) {
    std::string out;
    for (const Highlight& each : hit.title_highlights)
        out += "[" + hit.title.substr(each.begin, each.end - each.begin) + "]";
    return out;
}

std::string snippet_lit(const Hit& hit) {
    std::string out;
    for (const Highlight& each : hit.snippet.highlights)
        out += "[" + hit.snippet.text.substr(each.begin, each.end - each.begin) + "]";
    return out;
}

}  // namespace

TEST_CASE("a release about a thing comes before one that mentions it") {
    check_ranked({
        {"Chabahar", "en-port en-passing"},
        {"trade", "en-trade en-passing"},
        {"कराची तेल", "hi-oil hi-energy"},
        {"ऊर्जा तेल पाकिस्तान रूस वार्ता", "hi-energy hi-oil"},
        // Words of captions count little.
        {"Samarkand", "en-undated hi-photo"},
    });
}

TEST_CASE("words are found in every form and spelling, in their own script") {
    check_found({
        {"CHABAHAR", "en-port en-passing"},
        {"contracts", "en-port"},
        {"minister", "en-trade"},
        {"talk", "en-visa"},
        {"मन्दिर", "hi-temple"},
        {"मंदिरों", "hi-temple"},
        {"पहुंचा", "hi-oil"},
        {"आबू", ""},
        {"xyzzy", ""},
    });
}

TEST_CASE("not every word is required, unless one asks for it") {
    check_found({{"India Chabahar", "en-port en-passing en-trade"}});
    Request request;
    request.query = "India Chabahar";
    request.all = true;
    CHECK(ids_of(search(request)) == "en-port");
    request.query = "India xyzzy";
    CHECK(ids_of(search(request)) == "");
    request.query = "\"signed a\" India";
    CHECK(ids_of(search(request)) == "en-port");
    // Question words are never required of a question.
    request.query = "what did Chabahar sign?";
    CHECK(ids_of(search(request)) == "");
    request.query = "which Chabahar port";
    CHECK(ids_of(search(request)) == "en-port");
}

TEST_CASE("phrases are words in this order, within one field") {
    check_found({
        {"\"nuclear energy\"", "en-trade"},
        {"\"energy nuclear\"", ""},
        {"“nuclear energy”", "en-trade"},
        {"\"कच्चे तेल\"", "hi-energy hi-oil"},
        {"\"तेल कच्चे\"", ""},
        {"\"Chabahar port\"", "en-port"},
        {"\"visa rules. Talks\"", "en-visa"},
        // Not across the end of a title, a caption or a credit.
        {"\"signed India\"", ""},
        {"\"contract signed India and Iran\"", ""},
        {"\"photo opportunity in Samarkand\"", "hi-photo"},
        {"\"Samarkand Press\"", ""},
        {"\"समीक्षा की बैठक\"", ""},
        {"\"nuclear energy\" Chabahar", "en-trade en-port en-passing"},
        {"\"xyzzy port\"", ""},
    });
}

TEST_CASE("forms are found as they are written") {
    check_found({
        {"rule", "en-visa"},
        {"=rule", ""},
        {"=rules", "en-visa"},
        {"=Rules", "en-visa"},
        {"=\"कच्चे तेल\"", "hi-energy"},
        {"=\"कच्चा तेल\"", "hi-oil"},
        {"title:=statement", "en-undated"},
    });
}

TEST_CASE("phrases hold function words in their place") {
    check_found({
        {"\"operate the port\"", "en-port"},
        {"\"contract to operate\"", "en-port"},
        {"\"contract and operate\"", ""},
        {"\"operate port\"", ""},
        {"\"energy and the payment\"", "en-trade"},
        {"\"topics of the region\"", "en-passing"},
        {"\"of the\"", "en-passing"},
        {"\"the of\"", ""},
        {"title:\"India and Russia\"", "en-trade"},
        {"title:\"India and Iran\"", ""},
        {"\"तेल की आपूर्ति\"", "hi-energy"},
        {"\"तेल में आपूर्ति\"", ""},
        {"\"पाकिस्तान की ऊर्जा वार्ता\"", "hi-energy"},
        {"\"का उद्घाटन\"", "hi-temple"},
        {"\"ने इसका\"", "hi-oil"},
        {"title:\"में मंदिर का\"", "hi-temple"},
        {"title:\"ने मंदिर का\"", ""},
        {"caption:\"during a photo\"", "hi-photo"},
        {"caption:\"during the photo\"", ""},
        {"+port +\"contract and operate\"", ""},
        {"port AND \"contract to operate\"", "en-port"},
        {"Chabahar -\"operate the port\"", "en-passing"},
        {"\"operate the port\" OR \"तेल की आपूर्ति\"", "en-port hi-energy"},
        {"\"operate the port\" NOT Iran", ""},
        {"=\"operate the port\"", "en-port"},
        {"=\"operates the port\"", ""},
    });
    Results results = search("\"तेल की आपूर्ति\"");
    REQUIRE(results.hits.size() == 1);
    CHECK(snippet_lit(results.hits[0]) == "[तेल][की][आपूर्ति]");
    CHECK(search("\"contract and operate\"").notices.empty());
}

TEST_CASE("NEAR takes a function word to be anywhere in the field") {
    check_found({
        // It keeps its place between others: "operate the port".
        {"operate NEAR/1 port", ""},
        {"operate NEAR/2 port", "en-port"},
        {"the NEAR/1 contract", "en-port"},
        {"the NEAR/1 Samarkand", "en-undated"},
        {"title:of NEAR/1 title:contract", ""},
        {"की NEAR तेल", "hi-energy"},
        {"of NEAR the", "en-passing"},
    });
}

TEST_CASE("a phrase of the source is one, though the index has no places there") {
    check_found({
        {"source:\"विदेश मंत्रालय\"", "hi-energy"},
        {"source:\"मंत्रालय विदेश\"", ""},
        {"source:=मंत्रालय", "hi-energy"},
        {"source:=मंत्रालयों", ""},
        {"source:मंत्रालयों", "hi-energy"},
        {"source:कार्या*", "hi-photo"},
        {"source:\"मंत्रालय विदेश\" OR Iran", "en-port"},
        {"Iran -source:\"विदेश मंत्रालय\"", "en-port"},
        {"\"विदेश मंत्रालय\"", ""},
    });
}

TEST_CASE("a form of a word that has others is told apart, whatever it is joined to") {
    // The key of rule and rules, of statement and statements, of मंदिर and मंदिरों.
    const Index own;
    own.add(
        "forms.jsonl",
        "{\"id\":\"one\",\"title\":\"A rule\",\"text\":\"Statements on rules. मंदिरों की बात।\"}\n"
        "{\"id\":\"two\",\"title\":\"The rules\",\"text\":\"A statement on a rule.\"}\n");
    Searcher own_searcher(own.path());
    const std::vector<Case> cases{
        {"=rule", "one two"},
        {"title:=rule", "one"},
        {"title:=rules", "two en-visa"},
        {"=statement -=statements", "two"},
        {"=statements NOT =statement", "one"},
        {"=statement AND =rule", "two"},
        {"=मंदिरों", "one"},
        {"=मंदिर", "hi-temple"},
        {"=मंदिरों OR =statement", "one two en-undated"},
        {"rules -=rules", ""},
        {"rules AND NOT title:=rules", "one"},
        {"मंदि* -=मंदिर", "one"},
        {"statement*", "one two en-undated"},
        {"statements*", "one en-undated"},
        {"title:statements*", ""},
        {"+rule +statements*", "one"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        Request request;
        request.query = each.query;
        CHECK(sorted(ids_of(own_searcher.search(request))) == sorted(each.ids));
    }
}

TEST_CASE("a prefix finds all words that begin so") {
    check_found({
        {"Chab*", "en-port en-passing"},
        {"पाकि*", "hi-energy hi-oil"},
        {"title:chab*", "en-port"},
        {"title:connectiv*", "en-passing"},
        {"caption:opportunit*", "hi-photo"},
        {"xyz*", ""},
        {"Chab* -port", "en-passing"},
        {"2023*", ""},
    });
}

TEST_CASE("words can be required and excluded") {
    check_found({
        {"+Chabahar port", "en-port en-passing"},
        {"+port +Iran", "en-port"},
        {"+port +xyzzy", ""},
        {"तेल -कराची", "hi-energy"},
        {"visa -Schengen", ""},
        {"trade -\"nuclear energy\"", "en-passing"},
        {"trade -(nuclear OR xyzzy)", "en-passing"},
        {"trade NOT nuclear", "en-passing"},
        {"NOT nuclear trade", "en-passing"},
        {"trade -title:India", "en-passing"},
        {"-lang:hi trade", "en-trade en-passing"},
        {"-lang:en -कराची -मंदिर", "hi-energy hi-photo"},
    });
}

TEST_CASE("AND, OR, NOT and brackets") {
    check_found({
        {"Chabahar AND trade", "en-passing"},
        {"Chabahar AND xyzzy", ""},
        {"Iran OR Schengen", "en-port en-visa"},
        {"(Iran OR Schengen) AND rules", "en-visa"},
        {"Iran OR Schengen AND xyzzy", "en-port"},
        {"(India OR तेल) AND (port OR कराची)", "en-port hi-oil"},
        {"India AND NOT (port OR visa)", "en-trade"},
        {"lang:hi AND तेल", "hi-energy hi-oil"},
        {"lang:hi AND date:2024", "hi-temple"},
        {"\"nuclear energy\" OR title:port", "en-trade en-port"},
        {"title:Chabahar OR caption:Samarkand", "en-port hi-photo"},
    });
}

TEST_CASE("a sign or NOT inside an operator still excludes") {
    check_found({
        {"तेल AND -कराची", "hi-energy"},
        {"तेल AND (-कराची)", "hi-energy"},
        {"NOT कराची AND तेल", "hi-energy"},
        {"(-कराची) AND तेल", "hi-energy"},
        {"तेल AND पाकिस्तान AND -कराची", "hi-energy"},
    });
}

TEST_CASE("NEAR finds words at most so far apart, in either order") {
    check_found({
        {"Iran NEAR/1 signed", "en-port"},
        {"signed NEAR/1 Iran", "en-port"},
        {"India NEAR/2 signed", ""},
        {"India NEAR/3 signed", "en-port"},
        {"signed NEAR/3 India", "en-port"},
        {"India NEAR Iran", "en-port"},
        {"India NEAR/3 Iran NEAR/3 signed", "en-port"},
        {"Chabahar NEAR India", ""},
        {"title:Chabahar NEAR/2 title:contract", "en-port"},
        {"title:Chabahar NEAR/1 title:contract", ""},
        {"रूस NEAR/2 तेल", "hi-oil"},
    });
}

TEST_CASE("fields") {
    check_found({
        {"title:Chabahar", "en-port"},
        {"title:तेल", "hi-oil"},
        {"title:\"port contract\"", "en-port"},
        {"title:\"signed India\"", ""},
        {"title:Samarkand", ""},
        {"caption:Samarkand", "hi-photo"},
        {"caption:सहयोग", ""},
        {"caption:\"photo opportunity\"", "hi-photo"},
        {"credit:Press", "hi-photo"},
        {"credit:\"Press Office\"", "hi-photo"},
        {"source:विदेश", "hi-energy"},
        {"source:\"प्रेस कार्यालय\"", "hi-photo"},
        {"source:Samarkand", ""},
        {"id:en-port", "en-port"},
        {"id:en", ""},
        {"url:https://example.org/energy", "hi-energy"},
        {"country:ru", "hi-energy hi-oil en-trade"},
        {"country:RU country:IR", "hi-energy hi-oil en-trade en-port"},
        {"country:RU lang:en", "en-trade"},
        {"country:RU -lang:en", "hi-energy hi-oil"},
        {"lang:hi lang:en कराची", "hi-oil"},
        {"lang:fr", ""},
        // A plain word is not looked for in the source.
        {"मंत्रालय", ""},
    });
}

TEST_CASE("filters alone give the newest first, undated releases last") {
    check_ranked({
        {"lang:hi", "hi-temple hi-energy hi-oil hi-photo"},
        {"lang:en", "en-port en-visa en-passing en-trade en-undated"},
        {"-lang:hi", "en-port en-visa en-passing en-trade en-undated"},
        {"country:PK", "hi-energy hi-oil"},
        {"lang:en -title:summit", "en-port en-visa en-passing en-trade"},
    });
}

TEST_CASE("dates and ranges of them, both ends included") {
    check_ranked({
        {"date:2024-04-22", "en-visa"},
        {"date:2024-04-21", ""},
        {"date:2024-04", "en-visa"},
        {"date:2024", "en-port en-visa hi-temple"},
        {"date:2023", "en-passing hi-energy hi-oil"},
        {"date:2023-11", "en-passing"},
        {"date:2023-10-17..2024-02-14", "hi-temple en-passing hi-energy"},
        {"date:2023-10-18..2024-02-13", "en-passing"},
        {"date:2024-04-22..", "en-port en-visa"},
        {"date:..2022-09-16", "hi-photo en-trade"},
        {"date:..2022-09-15", "en-trade"},
        {"date:2024..2023", ""},
        {"date:2022 date:2021", "hi-photo en-trade"},
        {"date:2023 lang:hi", "hi-energy hi-oil"},
        {"date:2023 -lang:hi", "en-passing"},
        {"date:\"17 अक्टूबर 2023\"", "hi-energy"},
        {"date:\"अक्टूबर २०२३\"", "hi-energy"},
        {"date:1000..9999 lang:en", "en-port en-visa en-passing en-trade"},
        {"-date:1000..9999", "en-undated"},
    });
    check_found({{"trade date:2023", "en-passing"}, {"तेल date:2023-06", "hi-oil"}});
}

TEST_CASE("question words do not decide what is found") {
    check_found({
        {"which port", "en-port"},
        {"which", "en-passing"},
        {"तेल कब", "hi-energy hi-oil"},
        {"कब", "hi-temple"},
        {"What is Schengen?", "en-visa"},
    });
}

TEST_CASE("results can be sorted by date, either way") {
    Request request;
    request.query = "India Chabahar trade";
    request.sort = Sort::date;
    CHECK(ids_of(search(request)) == "en-port en-passing en-trade");
    request.sort = Sort::date_ascending;
    CHECK(ids_of(search(request)) == "en-trade en-passing en-port");
    request.query = "lang:hi";
    CHECK(ids_of(search(request)) == "hi-photo hi-oil hi-energy hi-temple");
    request.query = "Samarkand";
    request.sort = Sort::date;
    CHECK(ids_of(search(request)) == "hi-photo en-undated");
}

TEST_CASE("pages join without gap or overlap") {
    Request request;
    request.query = "lang:hi lang:en";
    request.limit = 100;
    const std::string all = ids_of(search(request));
    CHECK(search(request).total == 9);
    CHECK(search(request).total_is_exact);
    for (std::size_t limit = 1; limit <= 10; ++limit) {
        std::string joined;
        request.limit = limit;
        for (request.offset = 0; request.offset < 9; request.offset += limit) {
            const Results page = search(request);
            CHECK(page.hits.size() == std::min<std::size_t>(limit, 9 - request.offset));
            CHECK(page.total == 9);
            for (std::size_t i = 0; i < page.hits.size(); ++i)
                CHECK(page.hits[i].rank == request.offset + i + 1);
            joined += (joined.empty() ? "" : " ") + ids_of(page);
        }
        CHECK(joined == all);
    }
    request.offset = 9;
    CHECK(search(request).hits.empty());
    request.offset = 1'000'000;
    CHECK(search(request).hits.empty());
    CHECK(search(request).total == 9);
    request.offset = 0;
    request.limit = 0;
    CHECK(search(request).hits.empty());
    CHECK(search(request).total == 9);
}

TEST_CASE("a hit is complete and shows why it was found") {
    const Results results = search("तेल रूस");
    REQUIRE(!results.hits.empty());
    CHECK(results.query == "तेल रूस");
    CHECK(results.query_id.empty());
    CHECK(results.notices.empty());
    for (const Hit& hit : results.hits) {
        CHECK(hit.score > 0);
        CHECK(hit.lang == "hi");
    }
    const auto found = std::find_if(results.hits.begin(), results.hits.end(),
                                    [](const Hit& hit) { return hit.id == "hi-energy"; });
    REQUIRE(found != results.hits.end());
    CHECK(found->title == "रूस और पाकिस्तान की ऊर्जा वार्ता");
    CHECK(title_lit(*found) == "[रूस]");
    CHECK(found->date == "2023-10-17");
    CHECK(found->source == "विदेश मंत्रालय");
    CHECK(found->url == "https://example.org/energy");
    CHECK(found->countries == std::vector<std::string>{"RU", "PK"});
    CHECK(found->snippet.text == "दोनों देशों ने कच्चे तेल की आपूर्ति पर चर्चा की।");
    CHECK(snippet_lit(*found) == "[तेल]");
}

TEST_CASE("snippets follow the query's fields, phrases and exclusions") {
    Results results = search("caption:Samarkand");
    REQUIRE(results.hits.size() == 1);
    CHECK((results.hits[0].snippet.field == BlockKind::caption));
    CHECK(snippet_lit(results.hits[0]) == "[Samarkand]");

    results = search("title:Chabahar");
    REQUIRE(results.hits.size() == 1);
    CHECK(title_lit(results.hits[0]) == "[Chabahar]");
    CHECK(results.hits[0].snippet.highlights.empty());

    results = search("\"visa rules\" -xyzzy");
    REQUIRE(results.hits.size() == 1);
    CHECK(title_lit(results.hits[0]) == "[visa][rules]");
    CHECK(snippet_lit(results.hits[0]) == "[visa][rules]");

    results = search("\"Indian nationals\"");
    REQUIRE(results.hits.size() == 1);
    CHECK(snippet_lit(results.hits[0]).empty());

    Request request;
    request.query = "contract";
    request.snippet_graphemes = 20;
    results = search(request);
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].snippet.text.size() <= 20);
    CHECK(snippet_lit(results.hits[0]) == "[contract]");
}

TEST_CASE("a release without a title shows the beginning of its text") {
    const Index own;
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "बहुत लंबा वाक्य ";
    own.add("untitled.jsonl",
            "{\"id\":\"short\",\"text\":\"केवल पाठ यहाँ।\"}\n{\"id\":\"long\",\"text\":\"" + text +
                "\"}\n");
    Searcher own_searcher(own.path());
    Request request;
    request.query = "id:short";
    CHECK(own_searcher.search(request).hits.at(0).title == "केवल पाठ यहाँ।");
    request.query = "id:long";
    const std::string title = own_searcher.search(request).hits.at(0).title;
    CHECK(title.ends_with("…"));
    CHECK(text.starts_with(title.substr(0, title.size() - 3)));
}

TEST_CASE("malformed queries are answered and explained") {
    CHECK(ids("") == "");
    CHECK(search("").total == 0);
    CHECK(search("").notices == std::vector<std::string>{"the query has no words to look for"});
    CHECK(ids("\"nuclear energy") == "en-trade");
    CHECK(search("\"nuclear energy").notices.size() == 1);
    CHECK(sorted(ids("(Iran OR Schengen")) == "en-port en-visa");
    CHECK(sorted(ids("Iran) OR Schengen")).find("en-port") != std::string::npos);
    CHECK(ids("Iran AND").starts_with("en-port"));
    CHECK(ids("date:kal Iran") == "en-port");
    CHECK(ids("Iran \xFF\xE0\xA4") == "en-port");
    CHECK(ids(std::string_view("Iran\0x", 6)) == "en-port");
    CHECK(ids(std::string(1'000'000, 'x')) == "");
    CHECK(ids("Iran +!") == "en-port");
    CHECK(ids("-...") == "");

    std::string many;
    for (int i = 0; i < 80; ++i)
        many += "w" + std::to_string(i) + " ";
    CHECK(search(many + "Iran").notices.size() == 1);
    CHECK(ids(many + "Iran") == "");
    CHECK(ids("Iran " + many) == "en-port");
}

TEST_CASE("a query of the greatest size and depth is answered") {
    std::string phrases;
    for (int i = 0; i < 60; ++i)
        phrases += "\"a b c d\" OR ";
    CHECK(ids(phrases + "Iran").find("en-port") != std::string::npos);
    CHECK(ids(std::string(400, '(') + "Iran" + std::string(400, ')')) == "en-port");
    std::string nots;
    for (int i = 0; i < 150; ++i)
        nots += "NOT ";
    CHECK_NOTHROW(ids(nots + "Iran"));
}

namespace {

// Asks the same of one shard and of five.
void check_alike(const std::vector<std::string_view>& queries) {
    static const Index other(5, 4);
    static Searcher other_searcher(other.path());
    for (const std::string_view query : queries) {
        CAPTURE(query);
        Request request;
        request.query = query;
        const Results here = search(request);
        const Results there = other_searcher.search(request);
        CHECK(ids_of(here) == ids_of(there));
        CHECK(here.total == there.total);
        REQUIRE(here.hits.size() == there.hits.size());
        for (std::size_t i = 0; i < here.hits.size(); ++i)
            CHECK(here.hits[i].score == doctest::Approx(there.hits[i].score));
    }
}

}  // namespace

TEST_CASE("shards and threads change nothing of the answers") {
    check_alike({"Chabahar", "कराची तेल", "lang:en", "lang:hi", "\"nuclear energy\"", "date:2023",
                 "India NEAR/3 signed", "Samarkand", "=rules", "+Chabahar port -trade",
                 "\"operate the port\" OR तेल", "of NEAR the", "title:=statement OR =contract",
                 "source:\"विदेश मंत्रालय\" OR Chabahar", "Chabahar -\"operate the port\""});
}

TEST_CASE("a prefix scores alike, however many shards there are") {
    check_alike({"Chab*", "title:chab*", "पाकि*", "trad* OR port"});
}

TEST_CASE("explain shows how the query is read") {
    Request request;
    request.query = "Iran \"nuclear energy";
    const std::string out = searcher().explain(request);
    CHECK(out.starts_with("a list:\n    the word Iran\n    the phrase \"nuclear energy\"\n"));
    CHECK(out.find("\nparsed: (bag Iran \"nuclear energy\")\nxapian: Query(") != out.npos);
    CHECK(out.find("iran") != std::string::npos);
    CHECK(out.ends_with("\nnotice: a quote that is not closed was closed at the end\n"));
}

TEST_CASE("a release is explained by its id") {
    CHECK(
        searcher().explain_document("hi-energy").find("\ndate: 2023-10-17, from its metadata\n") !=
        std::string::npos);
    CHECK_THROWS_AS(searcher().explain_document("nothing"), Error);
}

TEST_CASE("an open searcher outlives changes of the index") {
    const Index own(2);
    Searcher open(own.path());
    Request request;
    request.query = "Chabahar";
    CHECK(ids_of(open.search(request)) == "en-port en-passing");
    for (int i = 0; i < 6; ++i) {
        own.add("more.jsonl",
                "{\"id\":\"more\",\"title\":\"Chabahar\",\"text\":\"Chabahar again, time " +
                    std::to_string(i) + ".\"}\n");
        const std::string found = sorted(ids_of(open.search(request)));
        CHECK((found == "en-passing en-port" || found == "en-passing en-port more"));
    }
    CHECK(sorted(ids_of(Searcher(own.path()).search(request))) == "en-passing en-port more");
}

TEST_CASE("a folder without an index and an index of another format are errors") {
    const test::TemporaryFolder folder;
    const auto code_of = [](const std::filesystem::path& path) -> std::optional<ErrorCode> {
        try {
            const Searcher unused(path);
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
            return error.code();
        }
        return std::nullopt;
    };
    CHECK(code_of(folder.path() / "missing") == ErrorCode::not_found);
    CHECK(code_of(folder.path()) == ErrorCode::not_found);
    create_index(folder.path() / "empty", 1);
    CHECK(code_of(folder.path() / "empty") == std::nullopt);
    Request request;
    request.query = "रूस";
    CHECK(Searcher(folder.path() / "empty").search(request).total == 0);
    {
        Xapian::WritableDatabase shard = open_shard(local_shards(folder.path() / "empty").front());
        shard.set_metadata("vigyapti-format", "999");
        shard.commit();
    }
    CHECK(code_of(folder.path() / "empty") == ErrorCode::version);
}

}  // namespace vigyapti
