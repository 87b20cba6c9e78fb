#include "searcher/web/site.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "tests/support/asked_site.hpp"

namespace vigyapti {

using test::answer;
using test::attribute;
using test::count;
using test::first;
using test::get;
using test::header;
using test::page_of;
using test::settings_for;
using test::site;

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

}  // namespace vigyapti
