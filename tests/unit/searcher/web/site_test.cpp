#include "searcher/web/site.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>

#include "tests/support/asked_collection.hpp"

namespace vigyapti {
namespace {

PageSettings settings_for(const std::filesystem::path& index) {
    PageSettings settings;
    settings.index = index;
    settings.ui = "en";
    settings.frame_ancestors = "'self'";
    return settings;
}

HttpRequest get(const std::string& query_string) {
    HttpRequest request;
    request.method = "GET";
    request.query_string = query_string;
    request.address = "https://example.org/search";
    return request;
}

Site& site() {
    static Site instance(settings_for(test::index().path()));
    return instance;
}

HttpResponse answer(const std::string& query_string) {
    return site().answer(get(query_string));
}

// The values of a header; none is empty.
std::string header(const HttpResponse& response, std::string_view name) {
    std::string values;
    for (const auto& [each, value] : response.headers) {
        if (each == name) values += value;
    }
    return values;
}

// HTML that is written as XML, but for its first line.
pugi::xml_document page_of(const HttpResponse& response) {
    constexpr std::string_view doctype = "<!DOCTYPE html>\n";
    REQUIRE(response.body.starts_with(doctype));
    const std::string_view markup = std::string_view(response.body).substr(doctype.size());
    pugi::xml_document document;
    REQUIRE(document.load_buffer(markup.data(), markup.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata));
    return document;
}

std::string text_of(pugi::xml_node node) {
    std::string text = node.value();
    for (const pugi::xml_node child : node.children())
        text += text_of(child);
    return text;
}

// The text of the first such node, "//h1".
std::string first(const HttpResponse& response, const char* path) {
    return text_of(page_of(response).select_node(path).node());
}

std::size_t count(const HttpResponse& response, const char* path) {
    return page_of(response).select_nodes(path).size();
}

std::string attribute(const HttpResponse& response, const char* path) {
    return page_of(response).select_node(path).attribute().value();
}

}  // namespace

TEST_CASE("nothing asked is the front page, which needs no index") {
    Site without_index(settings_for("/no/such/index"));
    for (const std::string query : {"", "ui=hi", "q=", "unknown=1", "page=3"}) {
        CAPTURE(query);
        const HttpResponse response = without_index.answer(get(query));
        CHECK(response.status == 200);
        CHECK(header(response, "Content-Type") == "text/html; charset=utf-8");
        CHECK(count(response, "//ul[@class='examples']/li/a") == 4);
    }
}

TEST_CASE("a search is a page with its hits, count and links") {
    const HttpResponse response = answer("q=Chabahar");
    CHECK(response.status == 200);
    CHECK(response.remark == "found=2");
    CHECK(first(response, "//h1") == "Results for “Chabahar”: 2 releases");
    CHECK(count(response, "//ol/li") == 2);
    CHECK(count(response, "//mark") >= 2);
    CHECK(attribute(response, "//input[@id='q']/@value") == "Chabahar");
    CHECK(count(response, "//a[@rel='next' or @rel='prev']") == 0);
    CHECK(attribute(response, "//link[@rel='alternate']/@href") ==
          "?q=Chabahar&sort=date&format=atom");
    CHECK(count(response, "//script") == 0);
}

TEST_CASE("a search that finds nothing is an answer too") {
    const HttpResponse response = answer("q=qqxyzzy");
    CHECK(response.status == 200);
    CHECK(response.remark == "found=0");
    CHECK(first(response, "//h1").ends_with("No release found"));
    CHECK(count(response, "//p[@class='none']") == 1);
    CHECK(count(response, "//ol") == 0);
}

TEST_CASE("pages lead to those beside them") {
    const HttpResponse response = answer("lang=en&n=2&page=2");
    CHECK(attribute(response, "//link[@rel='prev']/@href") == "?lang=en&n=2");
    CHECK(attribute(response, "//link[@rel='next']/@href") == "?lang=en&n=2&page=3");
    CHECK(attribute(response, "//a[@rel='prev']/@href") == "?lang=en&n=2");
    CHECK(attribute(response, "//ol/@start") == "3");
    CHECK(count(answer("lang=en&n=2&page=3"), "//link[@rel='next']") == 0);
}

TEST_CASE("filters alone are a search, and are shown with a way out") {
    const HttpResponse response = answer("country=Russia&source=%E0%A4%AA&from=2020&to=2023-10");
    CHECK(response.status == 200);
    CHECK(count(response, "//ul[@class='chosen']/li") == 4);
    CHECK(attribute(response, "//ul[@class='chosen']/li[1]/a/@href") ==
          "?source=%E0%A4%AA&from=2020&to=2023-10");
    CHECK(attribute(response, "//input[@id='from']/@value") == "2020");
    CHECK(count(response, "//details[@class='filters'][@open]") == 1);
    CHECK(attribute(response, "//input[@type='hidden'][@name='country']/@value") == "RU");
}

TEST_CASE("a form that is sent again asks for the same languages") {
    const struct {
        std::string query;
        std::string hidden;  // beside the one that is selected
        std::string selected;
    } cases[]{
        {"q=a", "", ""},
        {"q=a&lang=hi", "", "hi"},
        {"q=a&lang=fr", "fr", ""},
        {"q=a&lang=hi&lang=en", "hi", "en"},
        {"q=a&lang=en&lang=und", "en und", ""},
    };
    for (const auto& [query, hidden, selected] : cases) {
        CAPTURE(query);
        const HttpResponse response = answer(query);
        std::string kept;
        const pugi::xml_document page = page_of(response);
        for (const auto& each : page.select_nodes("//input[@type='hidden'][@name='lang']"))
            kept += (kept.empty() ? "" : " ") + std::string(each.node().attribute("value").value());
        CHECK(kept == hidden);
        CHECK(attribute(response, "//select[@id='lang']/option[@selected]/@value") == selected);
    }
}

TEST_CASE("what was not taken as written is said") {
    const HttpResponse response = answer("q=oil&country=Atlantis&from=never");
    CHECK(response.status == 200);
    CHECK(count(response, "//aside/p") == 2);
    CHECK(first(response, "//aside/p[1]") == "\"Atlantis\" is no country");
}

TEST_CASE("programs are told, too, what was not taken as written") {
    const auto json = nlohmann::json::parse(answer("q=oil&country=Atlantis&format=json").body);
    CHECK(json["notices"] == nlohmann::json::array({"\"Atlantis\" is no country"}));
}

TEST_CASE("a release is shown whole with what was asked lit") {
    const HttpResponse response = answer("id=en-trade&q=payment");
    CHECK(response.status == 200);
    CHECK(first(response, "//h1") == "India and Russia review trade");
    CHECK(first(response, "//div[@class='text']") ==
          "The ministers discussed trade, nuclear energy and the payment mechanism.");
    CHECK(first(response, "//mark") == "payment");
    CHECK(attribute(response, "//p[@class='vigyapti-actions']/a[1]/@href") == "?q=payment");
    CHECK(attribute(response, "//p[@class='vigyapti-actions']/a[last()]/@href") ==
          "?like=en-trade");
}

TEST_CASE("captions and credits of a release are told from its text") {
    const HttpResponse response = answer("id=hi-photo");
    CHECK(count(response, "//p[@class='caption']") == 1);
    CHECK(count(response, "//p[@class='credit']") == 1);
    CHECK(attribute(response, "//article/@lang") == "hi");
}

TEST_CASE("more like a release is a search of its own") {
    const HttpResponse response = answer("like=en-port");
    CHECK(response.status == 200);
    CHECK(first(response, "//h1").starts_with("More like “Chabahar port contract signed”"));
}

TEST_CASE("a release that there is not is not found") {
    for (const std::string query : {"id=none", "like=none", "id=none&format=json",
                                    "like=none&format=atom", "id=..%2F..%2Fetc%2Fpasswd"}) {
        CAPTURE(query);
        const HttpResponse response = answer(query);
        CHECK(response.status == 404);
        CHECK(header(response, "Content-Type") == "text/html; charset=utf-8");
        CHECK(header(response, "Cache-Control") == "no-store");
        CHECK(header(response, "ETag").empty());
        CHECK(first(response, "//main//p") ==
              "There is no release with this name. It may have been taken out.");
    }
}

TEST_CASE("each format has its media type and holds what was found") {
    const struct {
        std::string format;
        std::string media_type;
    } cases[]{
        {"json", "application/json"},
        {"jsonl", "application/jsonl"},
        {"csv", "text/csv; charset=utf-8"},
        {"atom", "application/atom+xml; charset=utf-8"},
    };
    for (const auto& [format, media_type] : cases) {
        CAPTURE(format);
        const HttpResponse response = answer("q=Chabahar&format=" + format);
        CHECK(response.status == 200);
        CHECK(header(response, "Content-Type").starts_with(media_type.substr(0, 8)));
        CHECK(response.body.find("en-port") != std::string::npos);
        CHECK(response.remark == "found=2");
    }
    const auto json = nlohmann::json::parse(answer("q=Chabahar&format=json").body);
    CHECK(json["total"] == 2);
    CHECK(json["query"] == "Chabahar");
}

TEST_CASE("a feed names itself, the search and its releases") {
    pugi::xml_document feed;
    REQUIRE(feed.load_string(answer("q=Samarkand&format=atom&ui=hi").body.c_str()));
    const pugi::xml_node root = feed.child("feed");
    CHECK(std::string_view(root.find_child_by_attribute("rel", "self").attribute("href").value()) ==
          "https://example.org/search?q=Samarkand&format=atom&ui=hi");
    CHECK(std::string_view(
              root.find_child_by_attribute("rel", "alternate").attribute("href").value()) ==
          "https://example.org/search?q=Samarkand&ui=hi");
    CHECK(std::string_view(root.child("entry").child("link").attribute("href").value())
              .starts_with("https://example.org/search?id="));
}

TEST_CASE("a set address takes the place of what the visitor says") {
    PageSettings settings = settings_for(test::index().path());
    settings.url = "https://press.example/find";
    const HttpResponse response = Site(settings).answer(get("q=Samarkand&format=atom"));
    CHECK(response.body.find("https://press.example/find?q=Samarkand") != std::string::npos);
    CHECK(response.body.find("https://example.org/search") == std::string::npos);
}

TEST_CASE("a feed whose address is not known has no link to itself") {
    HttpRequest request = get("q=Samarkand&format=atom");
    request.address.clear();
    pugi::xml_document feed;
    REQUIRE(feed.load_string(site().answer(request).body.c_str()));
    CHECK_FALSE(feed.child("feed").child("link"));
}

TEST_CASE("completions are a list for browsers") {
    const HttpResponse response = answer("complete=chab");
    CHECK(response.status == 200);
    CHECK(header(response, "Content-Type").starts_with("application/x-suggestions+json"));
    CHECK(nlohmann::json::parse(response.body) ==
          nlohmann::json::parse(R"(["chab",["Chabahar port contract signed"]])"));
}

TEST_CASE("the page's own files are given, and no others") {
    const struct {
        std::string name;
        std::string_view media_type;
    } cases[]{
        {"page.css", "text/css; charset=utf-8"},
        {"icon.svg", "image/svg+xml"},
        {"opensearch.xml", "application/opensearchdescription+xml"},
    };
    for (const auto& [name, media_type] : cases) {
        CAPTURE(name);
        const HttpResponse response = answer("file=" + name);
        CHECK(response.status == 200);
        CHECK(header(response, "Content-Type") == media_type);
        CHECK(header(response, "Cache-Control").find("max-age") != std::string::npos);
        CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    }
    for (const std::string name : {"page.html", "messages.tsv", "x", "../page.css", "PAGE.CSS"}) {
        CAPTURE(name);
        CHECK(answer("file=" + name).status == 404);
    }
}

TEST_CASE("the help page is in the language of the interface") {
    CHECK(first(answer("view=help"), "//h1") == "How to search");
    const HttpResponse hindi = answer("view=help&ui=hi");
    CHECK(first(hindi, "//h1") == "खोज कैसे करें");
    CHECK(header(hindi, "Content-Language") == "hi");
    CHECK(attribute(hindi, "/html/@lang") == "hi");
    // Its examples are asked in that language.
    CHECK(count(hindi, "//article//a[starts-with(@href, '?q=')]") ==
          count(hindi, "//article//a[contains(@href, '&ui=hi')]"));
}

TEST_CASE("pages speak the language of their visitor, errors too") {
    HttpRequest request = get("page=0");
    CHECK(first(site().answer(request), "//h1") == "This search could not be read");
    request.accept_language = "hi-IN,en;q=0.5";
    CHECK(first(site().answer(request), "//h1") == "यह खोज पढ़ी नहीं जा सकी");
    request = get("id=none");
    request.accept_language = "hi";
    CHECK(first(site().answer(request), "//main//p").starts_with("इस नाम की कोई विज्ञप्ति नहीं"));
    request.query_string = "id=none&ui=en";
    CHECK(first(site().answer(request), "//h1") == "Page not found");
}

TEST_CASE("what cannot be read is refused on a page") {
    for (const std::string query :
         {"q=%00", "q=%FF", "q=\xC0\x80", "page=0", "page=x", "n=101", "sort=best", "format=trec",
          "format=exe", "ui=fr", "cross=1", "all=2", "versions=2", "view=all", "facet=id"}) {
        CAPTURE(query);
        const HttpResponse response = answer(query);
        CHECK(response.status == 400);
        CHECK_FALSE(response.remark.empty());
        CHECK(first(response, "//h1") == "This search could not be read");
        CHECK(header(response, "Cache-Control") == "no-store");
    }
}

TEST_CASE("what the server's side refused keeps its status") {
    for (const int status : {400, 404, 405, 413, 414}) {
        CAPTURE(status);
        HttpRequest request = get("q=oil");
        request.refused = status;
        const HttpResponse response = site().answer(request);
        CHECK(response.status == status);
        CHECK_FALSE(first(response, "//h1").empty());
        CHECK(header(response, "Allow") == (status == 405 ? "GET, HEAD, POST" : ""));
    }
}

TEST_CASE("without an index a search is not available, and is asked for again later") {
    Site without_index(settings_for("/no/such/index"));
    for (const std::string query : {"q=oil", "id=r1", "complete=ru", "like=r1", "format=json"}) {
        CAPTURE(query);
        const HttpResponse response = without_index.answer(get(query));
        CHECK(response.status == 503);
        CHECK(header(response, "Retry-After") == "60");
        CHECK(header(response, "Cache-Control") == "no-store");
        CHECK(response.remark.find("/no/such/index") != std::string::npos);
        // For administrators, not for visitors.
        CHECK(response.body.find("/no/such/index") == std::string::npos);
    }
    CHECK(without_index.unavailable().status == 503);
    CHECK(header(without_index.unavailable(), "Content-Language") == "en");
    CHECK(first(without_index.unavailable(), "//h1") == "The search is not available just now");
    CHECK(without_index.answer(get("view=help")).status == 200);
}

TEST_CASE("an index that is there later is found later") {
    const test::TemporaryFolder folder;
    Site patient(settings_for(folder.path() / "index"));
    CHECK(patient.answer(get("q=oil")).status == 503);
    create_index(folder.path() / "index", 1);
    CHECK(patient.answer(get("q=oil")).status == 200);
}

TEST_CASE("the same question again has not been modified") {
    HttpRequest request = get("q=Chabahar");
    const std::string tag = header(site().answer(request), "ETag");
    REQUIRE(tag.size() > 2);
    for (const std::string& known : std::vector<std::string>{
             tag, "W/" + tag, "\"x\", " + tag, tag + ",\"x\"",
             tag.substr(0, tag.size() - 1) + "-gzip\"", tag.substr(0, tag.size() - 1) + "-br\""}) {
        CAPTURE(known);
        request.if_none_match = known;
        const HttpResponse response = site().answer(request);
        CHECK(response.status == 304);
        CHECK(response.body.empty());
        CHECK(header(response, "ETag") == tag);
        CHECK(header(response, "Cache-Control") == "no-cache");
        CHECK(header(response, "Vary") == "Accept-Language");
        CHECK(header(response, "Content-Type").empty());
    }
    for (const std::string& other :
         std::vector<std::string>{"", "\"x\"", "W/\"x\"", tag.substr(1)}) {
        CAPTURE(other);
        request.if_none_match = other;
        CHECK(site().answer(request).status == 200);
    }
}

TEST_CASE("only what is got, and is there, can be as it was") {
    HttpRequest request = get("q=Chabahar");
    request.if_none_match = header(site().answer(request), "ETag");
    request.method = "HEAD";
    CHECK(site().answer(request).status == 304);
    request.method = "POST";
    CHECK(site().answer(request).status == 200);
    request = get("id=none");
    request.if_none_match = "*";
    CHECK(site().answer(request).status == 404);
    request.query_string = "id=en-port";
    const HttpResponse response = site().answer(request);
    CHECK(response.status == 304);
    CHECK(response.body.empty());
    CHECK(header(response, "Content-Type").empty());
}

TEST_CASE("an answer that differs has another tag") {
    std::set<std::string> tags;
    for (const std::string query : {"",
                                    "ui=hi",
                                    "view=help",
                                    "q=a",
                                    "q=b",
                                    "q=a&ui=hi",
                                    "q=a&page=2",
                                    "q=a&n=20",
                                    "q=a&lang=hi",
                                    "q=a&country=RU",
                                    "q=a&source=x",
                                    "q=a&from=2020",
                                    "q=a&to=2020",
                                    "q=a&sort=date",
                                    "q=a&cross=off",
                                    "q=a&all=1",
                                    "q=a&versions=all",
                                    "q=a&format=json",
                                    "q=a&format=json&facet=year",
                                    "q=a&like=en-port",
                                    "id=en-port",
                                    "id=en-port&q=a",
                                    "complete=a"}) {
        CAPTURE(query);
        const std::string tag = header(answer(query), "ETag");
        CHECK_FALSE(tag.empty());
        CHECK(tags.insert(tag).second);
    }
    const auto tag_of = [&tags](const PageSettings& settings, const HttpRequest& request) {
        return tags.insert(header(Site(settings).answer(request), "ETag")).second;
    };
    PageSettings settings = settings_for(test::index().path());
    settings.title = "Press";
    CHECK(tag_of(settings, get("q=a")));
    settings.url = "https://press.example/";
    CHECK(tag_of(settings, get("q=a")));
    HttpRequest hindi = get("q=a");
    hindi.accept_language = "hi";
    hindi.address = "https://example.net/";
    CHECK(tag_of(settings_for(test::index().path()), hindi));
}

TEST_CASE("an index that has changed has other tags and answers") {
    const test::AskedIndex index;
    const auto ask = [&index] {
        return Site(settings_for(index.path())).answer(get("q=zeppelin"));
    };
    const HttpResponse before = ask();
    index.add("more.jsonl", R"({"id":"z","title":"Zeppelin","text":"A zeppelin rose."})");
    const HttpResponse after = ask();
    CHECK(header(before, "ETag") != header(after, "ETag"));
    CHECK(before.remark == "found=0");
    CHECK(after.remark == "found=1");
}

TEST_CASE("one site follows its index") {
    const test::AskedIndex index;
    Site site(settings_for(index.path()));
    CHECK(site.answer(get("q=zeppelin")).remark == "found=0");
    index.add("more.jsonl", R"({"id":"z","title":"Zeppelin","text":"A zeppelin rose."})");
    CHECK(site.answer(get("q=zeppelin")).remark == "found=1");
}

TEST_CASE("every answer has the headers that keep it safe, each once") {
    for (const std::string query :
         {"", "q=oil", "id=en-port", "id=none", "page=0", "view=help", "complete=a",
          "file=page.css", "file=none", "file=opensearch.xml", "format=csv"}) {
        CAPTURE(query);
        const HttpResponse response = answer(query);
        CHECK(header(response, "Content-Security-Policy") ==
              "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
              "base-uri 'none'; frame-ancestors 'self'");
        CHECK(header(response, "X-Content-Type-Options") == "nosniff");
        CHECK(header(response, "Referrer-Policy") == "no-referrer");
        CHECK(header(response, "Vary") == "Accept-Language");
        std::set<std::string> names;
        for (const auto& [name, value] : response.headers) {
            CHECK(names.insert(name).second);
            CHECK_FALSE(value.empty());
            CHECK(value.find_first_of("\r\n") == std::string::npos);
        }
    }
}

TEST_CASE("who may frame the page is set") {
    PageSettings settings = settings_for(test::index().path());
    settings.frame_ancestors = "'self' https://intranet.example";
    const HttpResponse response = Site(settings).answer(get("q=a"));
    CHECK(header(response, "Content-Security-Policy")
              .ends_with("; frame-ancestors 'self' https://intranet.example"));
}

TEST_CASE("a form that is posted is read behind the query string") {
    HttpRequest request = get("q=oil&ui=hi");
    request.method = "POST";
    request.body = "q=Chabahar";
    const HttpResponse response = site().answer(request);
    CHECK(response.status == 200);
    CHECK(attribute(response, "//input[@id='q']/@value") == "Chabahar");
    CHECK(attribute(response, "/html/@lang") == "hi");
    request.body = "q=%FF";
    CHECK(site().answer(request).status == 400);
}

TEST_CASE("the site has the name that is set") {
    PageSettings settings = settings_for(test::index().path());
    CHECK(first(Site(settings).answer(get("q=oil")), "//title") == "Results for “oil” – Vigyapti");
    CHECK(first(Site(settings).answer(get("ui=hi")), "//title") == "विज्ञप्ति");
    settings.title = "<Press> & {news}";
    CHECK(first(Site(settings).answer(get("q=oil")), "//title") ==
          "Results for “oil” – <Press> & {news}");
    CHECK(first(Site(settings).answer(get("")), "//title") == "<Press> & {news}");
}

}  // namespace vigyapti
