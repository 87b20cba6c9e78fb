#include "searcher/query/field_names.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace vigyapti {

TEST_CASE("fields are called by their names in both languages") {
    struct Row {
        std::string_view name;
        FieldId id;
        DateLimit limit = DateLimit::within;
    };
    const std::vector<Row> rows{
        {"title", FieldId::title},
        {"शीर्षक", FieldId::title},
        {"caption", FieldId::caption},
        {"कैप्शन", FieldId::caption},
        {"credit", FieldId::credit},
        {"श्रेय", FieldId::credit},
        {"source", FieldId::source},
        {"स्रोत", FieldId::source},
        {"lang", FieldId::lang},
        {"भाषा", FieldId::lang},
        {"country", FieldId::country},
        {"देश", FieldId::country},
        {"date", FieldId::date},
        {"तारीख", FieldId::date},
        {"तारीख़", FieldId::date},
        {"दिनांक", FieldId::date},
        {"before", FieldId::date, DateLimit::before},
        {"पहले", FieldId::date, DateLimit::before},
        {"after", FieldId::date, DateLimit::after},
        {"बाद", FieldId::date, DateLimit::after},
        {"id", FieldId::id},
        {"url", FieldId::url},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto found = find_field_name(row.name);
        REQUIRE(found);
        CHECK(found->id == row.id);
        CHECK(found->limit == row.limit);
    }
    for (const std::string_view name :
         {"", "body", "Title", "Before", "रूस", "title ", "अक्टूबर", "\xFF", "\xE0\xA4", "https"}) {
        CAPTURE(name);
        CHECK_FALSE(find_field_name(name));
    }
}

TEST_CASE("languages are called by their codes and by their names in both languages") {
    struct Row {
        std::string_view value;
        std::string_view code;
    };
    const std::vector<Row> rows{
        {"hi", "hi"},    {"HI", "hi"},      {"Hindi", "hi"},   {"हिंदी", "hi"},  {"हिन्दी", "hi"},
        {"en", "en"},    {"english", "en"}, {"ENGLISH", "en"}, {"अंग्रेज़ी", "en"}, {"अंग्रेजी", "en"},
        {"अँग्रेज़ी", "en"}, {"und", "und"},    {"Urdu", "urdu"},  {"उर्दू", "उर्दू"},  {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        CHECK(language_code(row.value) == row.code);
    }
}

}  // namespace vigyapti
