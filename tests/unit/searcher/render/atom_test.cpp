#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <string>

#include "common/text/utf8.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

std::string render(const Results& results) {
    std::string out;
    render_atom(results, {}, out);
    return out;
}

}  // namespace

TEST_CASE("a feed has what RFC 4287 asks for, also without releases") {
    Results results;
    results.query = "रूस & ऊर्जा";
    CHECK(render(results) ==
          "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
          " <title>Vigyapti: रूस &amp; ऊर्जा</title>\n"
          " <id>tag:vigyapti.invalid,2026:search:%E0%A4%B0%E0%A5%82%E0%A4%B8%20%26%20"
          "%E0%A4%8A%E0%A4%B0%E0%A5%8D%E0%A4%9C%E0%A4%BE</id>\n"
          " <updated>1970-01-01T00:00:00Z</updated>\n"
          " <author>\n"
          "  <name>Vigyapti</name>\n"
          " </author>\n"
          " <generator>Vigyapti</generator>\n"
          "</feed>\n");
}

TEST_CASE("an entry has an id, a time and its text, whatever is known of the release") {
    const struct {
        std::string date;
        std::string time;
    } table[] = {
        {"2023-10-17", "2023-10-17T00:00:00Z"}, {"2023-10", "2023-10-01T00:00:00Z"},
        {"2023", "2023-01-01T00:00:00Z"},       {"", "1970-01-01T00:00:00Z"},
        {"<&\x1b", "1970-01-01T00:00:00Z"},
    };
    for (const auto& [date, time] : table) {
        CAPTURE(date);
        Results results;
        Hit hit;
        hit.id = "a b";
        hit.date = date;
        hit.lang = "hi";
        results.hits = {hit};
        pugi::xml_document document;
        REQUIRE(document.load_string(render(results).c_str()));
        const auto feed = document.child("feed");
        const auto entry = feed.child("entry");
        CHECK(entry.child("id").text().get() ==
              std::string("tag:vigyapti.invalid,2026:release:a%20b"));
        CHECK(entry.child("title").text().get() == std::string("a b"));
        CHECK(entry.child("updated").text().get() == time);
        CHECK(feed.child("updated").text().get() == time);
        CHECK(bool(entry.child("published")) == (time != "1970-01-01T00:00:00Z"));
        CHECK(entry.child("content"));
        CHECK_FALSE(entry.child("link"));
        CHECK(entry.attribute("xml:lang").value() == std::string("hi"));
    }
}

TEST_CASE("hostile texts stay texts") {
    const std::string hostile = "<entry>&amp;]]>\x1b[2J\x01\xFF\"'";
    Results results;
    results.query = hostile;
    Hit hit;
    for (const auto member :
         {&Hit::id, &Hit::title, &Hit::date, &Hit::lang, &Hit::source, &Hit::url})
        hit.*member = hostile;
    hit.countries = {hostile};
    hit.snippet.text = hostile;
    results.hits = {hit};
    const std::string out = render(results);
    CHECK_FALSE(find_malformed_utf8(out));
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find("&#27;") == std::string::npos);
    pugi::xml_document document;
    REQUIRE(document.load_string(out.c_str()));
    const std::string wanted = "<entry>&amp;]]>[2J\uFFFD\"'";
    const auto entry = document.child("feed").child("entry");
    CHECK(entry.child("title").text().get() == wanted);
    CHECK(entry.child("content").text().get() == wanted);
    CHECK(entry.child("author").child("name").text().get() == wanted);
    CHECK(entry.child("category").attribute("term").value() == wanted);
    CHECK_FALSE(entry.next_sibling("entry"));
    CHECK_FALSE(entry.child("link"));
}

}  // namespace vigyapti
