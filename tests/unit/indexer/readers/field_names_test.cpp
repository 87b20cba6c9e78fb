#include "indexer/readers/field_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

ReleaseFieldName name(std::string_view text) {
    const auto found = find_release_field(text);
    CAPTURE(text);
    REQUIRE(found.has_value());
    return *found;
}

}  // namespace

TEST_CASE("names in English and Hindi stand for what a release consists of") {
    struct Case {
        ReleaseField field;
        std::vector<std::string_view> names;
    };
    const std::vector<Case> cases{
        {ReleaseField::id, {"id", "ID", "guid", "आईडी"}},
        {ReleaseField::title, {"title", "Headline", "शीर्षक", "विषय"}},
        {ReleaseField::date,
         {"date", "pubDate", "date_published", "Publish Date", "published-at", "दिनांक", "दिनाँक",
          "तिथि", "तारीख", "तारी\u0959", "तारीख\u093C", "प्रकाशन तिथि"}},
        {ReleaseField::lang, {"lang", "Language", "भाषा"}},
        {ReleaseField::source, {"source", "publisher", "स्रोत", "मंत्रालय"}},
        {ReleaseField::url, {"url", "URL", "link", "लिंक", "क\u095Cी", "कड\u093Cी"}},
        {ReleaseField::country, {"country", "Country Code", "देश"}},
    };
    for (const Case& each : cases) {
        for (const std::string_view text : each.names)
            CHECK((name(text).field == each.field));
    }
    for (const std::string_view text : {"text", "Body", "content_html", "पाठ", "सामग्री", "summary"})
        CHECK_FALSE(name(text).field.has_value());
}

TEST_CASE("other names stand for nothing") {
    for (const std::string_view text :
         {"", "titles", "titl", "-", "author", "शीर्ष", "date!", "category"}) {
        CAPTURE(text);
        CHECK_FALSE(find_release_field(text).has_value());
    }
    CHECK_FALSE(find_release_field(std::string(100'000, 't')).has_value());
}

TEST_CASE("messages name what the manual does") {
    CHECK(known_field_names() == "id, title, text, date, lang, source, url, country");
}

TEST_CASE("of several names for the same the one with the lowest rank comes first") {
    NamedValues values;
    values.add(name("summary"), "संक्षेप।");
    values.add(name("updated"), "2024");
    values.add(name("pubDate"), "2023-10-17");
    values.add(name("body"), "पूरा पाठ।");
    values.add(name("title"), " \n");
    values.add(name("headline"), "शीर्षक");
    const Draft draft = values.take();
    CHECK(draft.parts == std::vector<Part>{{PartKind::body, "पूरा पाठ।"}});
    CHECK(draft.fields ==
          std::vector<FoundValue>{{ReleaseField::title, Origin::record, "शीर्षक"},
                                  {ReleaseField::date, Origin::record, "2023-10-17"},
                                  {ReleaseField::date, Origin::record, "2024"}});
    CHECK(values.take().empty());
}

TEST_CASE("values of names that others use are HTML when they look like it") {
    NamedValues values;
    values.add(name("content"), "<p>पहला अनुच्छेद।</p><p>दूसरा &amp; अंतिम।</p>");
    values.add(name("headline"), "भारत &#8211; रूस");
    Draft draft = values.take();
    CHECK(draft.parts == std::vector<Part>{{PartKind::body, "पहला अनुच्छेद।\nदूसरा & अंतिम।"}});
    CHECK(draft.fields.at(0).value == "भारत – रूस");
    // Whoever calls it text means it.
    values.add(name("text"), "<b> is written as &lt;b&gt;");
    draft = values.take();
    CHECK(draft.parts == std::vector<Part>{{PartKind::body, "<b> is written as &lt;b&gt;"}});
}

TEST_CASE("countries may be a list, and codes may be in lower case") {
    NamedValues values;
    values.add(name("country"), "in, ru,,Nepal");
    const Draft draft = values.take();
    CHECK(draft.fields ==
          std::vector<FoundValue>{{ReleaseField::country, Origin::record, "IN"},
                                  {ReleaseField::country, Origin::record, "RU"},
                                  {ReleaseField::country, Origin::record, "Nepal"}});
}

}  // namespace vigyapti
