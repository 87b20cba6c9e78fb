#include "indexer/readers/front_matter.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/metadata_rules.hpp"

namespace vigyapti {
namespace {

// The fields as "title=x;date=y" and, behind a '/', what is left of `text`.
std::string read(std::string_view text) {
    NamedValues values;
    take_front_matter(text, values);
    std::string out;
    for (const FoundValue& found : values.take().fields) {
        if (!out.empty()) out += ';';
        out += std::string(field_name(found.field)) + '=' + found.value;
    }
    return out + '/' + std::string(text);
}

}  // namespace

TEST_CASE("front matter holds fields under English and Hindi names") {
    CHECK(read("---\ntitle: वार्ता\ndate: 2023-10-17\nlayout: post\n---\nपाठ") ==
          "title=वार्ता;date=2023-10-17/पाठ");
    CHECK(read("---\r\nशीर्षक: वार्ता\r\nदिनांक: १७ अक्टूबर २०२३\r\n---\r\nपाठ") ==
          "title=वार्ता;date=१७ अक्टूबर २०२३/पाठ");
    CHECK(read("+++\ntitle = \"a = b\"\ndate = 2023-10-17\n+++\nx") ==
          "title=a = b;date=2023-10-17/x");
    CHECK(read("---\ntitle: a\n...\nx") == "title=a/x");
}

TEST_CASE("values are read in the forms that front matter has") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"title: India: a statement", "title=India: a statement"},
        {"title: \"a \\\"b\\\" # c\" # d", "title=a \"b\" # c"},
        {"title: 'it''s'", "title=it's"},
        {"title: 'open", "title='open"},
        {"\"title\": a # comment", "title=a"},
        {"title: >\n  one\n  two\ndate: 2023", "title=one two;date=2023"},
        {"country: [in, \"RU\"]", "country=IN;country=RU"},
        {"country:\n- in\n  - ru\ntitle: a", "country=IN;country=RU;title=a"},
        {"country:\n  - in\n  - ru", "country=IN;country=RU"},
        {"tags:\n  - title: x\nmeta:\n  title: y", ""},
        {"text: x\nbody: y", ""},
        {"no pair\n: x\n# title: y\ntitle:", ""},
        {"title: &a x\nsource: *a", "title=&a x;source=*a"},
    };
    for (const auto& [lines, fields] : cases) {
        CAPTURE(lines);
        const std::string found = read("---\n" + std::string(lines) + "\n---\n");
        CHECK(found == std::string(fields) + '/');
    }
}

TEST_CASE("what is no front matter stays") {
    for (const std::string_view text : {"", "---", "---\ntitle: a\n", "text\n---\ntitle: a\n---\n",
                                        "----\ntitle: a\n---\n", "+++\ntitle = 1\n---\n"}) {
        CAPTURE(text);
        CHECK(read(text) == '/' + std::string(text));
    }
}

}  // namespace vigyapti
