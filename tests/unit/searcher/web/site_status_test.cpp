#include "searcher/web/site.hpp"

#include <doctest/doctest.h>

#include <set>

#include "tests/support/asked_site.hpp"

namespace vigyapti {

using test::answer;
using test::attribute;
using test::first;
using test::get;
using test::header;
using test::settings_for;
using test::site;

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
