#include "searcher/web/parameters.hpp"

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "searcher/query/parse.hpp"

namespace vigyapti {
namespace {

constexpr Date today{2023, 10, 17};

PageQuery read(std::string_view encoded) {
    return read_parameters(parse_form(encoded), today);
}

std::string written(std::string_view encoded) {
    return encode_form(to_form(read(encoded)));
}

}  // namespace

TEST_CASE("nothing asked is a search for nothing, on the first page") {
    const PageQuery query = read("");
    CHECK(query.view == PageView::search);
    CHECK(query.request.query.empty());
    CHECK(query.request.filters.empty());
    CHECK(query.request.offset == 0);
    CHECK(query.request.limit == 10);
    CHECK(query.format == "html");
    CHECK(query.ui.empty());
    CHECK(to_form(query).empty());
}

TEST_CASE("each parameter reaches its place") {
    const PageQuery query = read(
        "q=%E0%A4%A4%E0%A5%87%E0%A4%B2&page=3&n=20&lang=Hindi&country=Russia&country=%E0%A4%AD"
        "%E0%A4%BE%E0%A4%B0%E0%A4%A4&source=A&source=B&sort=date&cross=only&all=1&versions=all"
        "&facet=year&facet=lang&format=json&ui=hi&like=r1");
    const Request& request = query.request;
    CHECK(request.query == "तेल");
    CHECK(request.offset == 40);
    CHECK(request.limit == 20);
    CHECK(request.filters.langs == std::vector<std::string>{"hi"});
    CHECK(request.filters.countries == std::vector<std::string>{"RU", "IN"});
    CHECK(request.filters.sources == std::vector<std::string>{"A", "B"});
    CHECK(request.sort == Sort::date);
    CHECK(request.cross == Cross::only);
    CHECK(request.all);
    CHECK(request.all_versions);
    CHECK(request.facets == std::vector<FacetKind>{FacetKind::year, FacetKind::lang});
    CHECK(request.like == "r1");
    CHECK(query.format == "json");
    CHECK(query.ui == "hi");
    CHECK(query.notices.empty());
}

TEST_CASE("a date is the whole stretch that it names") {
    const struct {
        std::string_view encoded;
        DateRange dates;
        std::size_t notices;
    } cases[]{
        {"from=2023-10&to=2023-10", {Date{2023, 10, 0}, Date{2023, 10, 0}}, 0},
        {"from=2021", {Date{2021, 0, 0}, std::nullopt}, 0},
        {"to=17+October+2023", {std::nullopt, Date{2023, 10, 17}}, 0},
        {"from=2021..2022&to=2021..2022", {Date{2021, 0, 0}, Date{2022, 0, 0}}, 0},
        {"from=yesterday", {Date{2023, 10, 16}, std::nullopt}, 0},
        {"from=..2022", {}, 1},
        {"from=never&to=2023-13", {}, 2},
        {"from=&to=", {}, 0},
    };
    for (const auto& each : cases) {
        CAPTURE(each.encoded);
        const PageQuery query = read(each.encoded);
        CHECK(query.request.filters.dates == each.dates);
        CHECK(query.notices.size() == each.notices);
    }
}

TEST_CASE("views are told by what names them") {
    CHECK(read("id=r1&q=a").view == PageView::release);
    CHECK(read("id=r1&q=a").name == "r1");
    CHECK(read("complete=ru").view == PageView::complete);
    CHECK(read("view=help").view == PageView::help);
    CHECK(read("file=page.css").view == PageView::file);
    CHECK(read("id=&complete=&file=&view=").view == PageView::search);
}

TEST_CASE("only a search has a format") {
    for (const std::string_view encoded :
         {"format=json&id=r1", "id=r1&format=atom", "view=help&format=csv",
          "complete=a&format=json", "file=page.css&format=jsonl"}) {
        CAPTURE(encoded);
        CHECK(read(encoded).format == "html");
        CHECK(written(encoded).find("format") == std::string::npos);
    }
    CHECK(read("format=json&view=search").format == "json");
}

TEST_CASE("the last of what can be said once holds, and a value said twice counts once") {
    const PageQuery query = read("q=a&q=b&page=2&page=4&lang=hi&lang=hi&facet=year&facet=year");
    CHECK(query.request.query == "b");
    CHECK(query.page == 4);
    CHECK(query.request.filters.langs.size() == 1);
    CHECK(query.request.facets.size() == 1);
}

TEST_CASE("a value that does not exist is refused with the name of the parameter") {
    for (const std::string name_value :
         {"page=0", "page=-1", "page=1001", "page=1e3", "page=two", "page=99999999999999999999",
          "n=0", "n=101", "sort=best", "cross=yes", "all=yes", "versions=1", "facet=day",
          "format=pdf", "format=terminal", "format=trec", "ui=fr", "view=admin"}) {
        CAPTURE(name_value);
        try {
            read(name_value);
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::bad_input);
            CHECK(
                std::string(error.what()).starts_with(name_value.substr(0, name_value.find('='))));
        }
    }
}

TEST_CASE("of what can be said several times there may be so much") {
    for (const std::string name : {"lang", "source"}) {
        CAPTURE(name);
        std::string encoded;
        for (std::size_t i = 0; i < most_values; ++i)
            encoded +=
                name + "=x" + std::to_string(i) + "&" + name + "=x" + std::to_string(i) + "&";
        CHECK_NOTHROW(read(encoded));
        CHECK_THROWS_AS(read(encoded + name + "=one+more"), Error);
    }
}

TEST_CASE("a query is as long as what of it is read, so that links to it are no longer") {
    const std::string longest(longest_query, 'a');
    CHECK(read("q=" + longest).request.query == longest);
    CHECK(read("q=" + longest).notices.empty());
    const PageQuery longer = read("q=" + longest + "b");
    CHECK(longer.request.query == longest);
    REQUIRE(longer.notices.size() == 1);
    CHECK(longer.notices.front() == "only the first 1024 bytes of the query were used");
    // Between letters.
    CHECK(read("q=a" + std::string(longest_query - 2, 'a') + "तेल").request.query.size() ==
          longest_query - 1);
    CHECK(encode_form(to_form(read("q=" + std::string(8000, '+')))).size() < 4000);
}

TEST_CASE("a country that is none is noticed and does not filter") {
    const PageQuery query = read("country=Atlantis&country=ru");
    CHECK(query.notices.size() == 1);
    CHECK(query.request.filters.countries == std::vector<std::string>{"RU"});
}

TEST_CASE("links say what does not hold anyway, and no more") {
    const struct {
        std::string_view encoded;
        std::string_view written;
    } cases[]{
        {"page=1&n=10&sort=relevance&cross=auto&all=0&versions=one&format=html&view=search", ""},
        {"q=a+b&unknown=1&page=2", "q=a%20b&page=2"},
        {"country=Russia", "country=RU"},
        {"ui=hi&id=r%2F1&q=a", "id=r%2F1&q=a&ui=hi"},
        {"from=2023-10&to=last+week", "from=2023-10&to=last%20week"},
        {"view=help&ui=en", "view=help&ui=en"},
        {"complete=a", "complete=a"},
        {"file=page.css", "file=page.css"},
        {"like=r1&versions=all&cross=off&all=1&n=50&format=atom&facet=month&sort=date-asc",
         "like=r1&sort=date-asc&cross=off&all=1&versions=all&facet=month&n=50&format=atom"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.encoded);
        CHECK(written(each.encoded) == each.written);
        CHECK(written(each.written) == each.written);
    }
    CHECK(page_link(read("q=a&page=2")) == "?q=a&page=2");
}

}  // namespace vigyapti
