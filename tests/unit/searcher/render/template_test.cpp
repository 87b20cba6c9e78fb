#include "searcher/render/template.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace vigyapti {
namespace {

std::string html(const pugi::xml_document& document) {
    pugi::xml_document copy;
    copy.reset(document);
    std::string out;
    write_html(copy, out);
    return out;
}

// The template with its first element filled by `fill`.
template <typename Fill>
std::string filled(std::string_view source, Fill&& fill) {
    pugi::xml_document document;
    fill(add_template(document, source));
    return html(document);
}

std::string unfilled(std::string_view source) {
    return filled(source, [](pugi::xml_node) {});
}

}  // namespace

TEST_CASE("white space with a line end between elements is layout, other is text") {
    CHECK(unfilled("<p>\n  <b>a</b>\n</p>\n") == "<p><b>a</b></p>");
    CHECK(unfilled("<p><b>a</b> <i>b</i></p>") == "<p><b>a</b> <i>b</i></p>");
    CHECK(unfilled("<p>a\nb</p>") == "<p>a\nb</p>");
    CHECK(unfilled("<!-- a note -->\n<p>a</p>") == "<p>a</p>");
}

TEST_CASE("only void elements have no end tag") {
    CHECK(unfilled("<p><b/><br/><i class=\"x\"/></p>") == "<p><b></b><br/><i class=\"x\"></i></p>");
    CHECK(unfilled("<link rel=\"prev\"/><meta name=\"a\"/><input name=\"q\"/><hr/>") ==
          "<link rel=\"prev\"/><meta name=\"a\"/><input name=\"q\"/><hr/>");
}

TEST_CASE("templates that are no XML are a mistake in the program") {
    for (const std::string_view source : {"<p>", "<p></b>", "<p a=b></p>", "<p", "</p>"}) {
        CAPTURE(source);
        pugi::xml_document document;
        CHECK_THROWS_AS(add_template(document, source), std::logic_error);
    }
}

TEST_CASE("a template is added behind what is there, and its first element is given") {
    pugi::xml_document document;
    CHECK(std::string_view(add_template(document, "<p/><b/>").name()) == "p");
    CHECK(std::string_view(add_template(document, "<i/>").name()) == "i");
    CHECK(html(document) == "<p></p><b></b><i></i>");
}

TEST_CASE("a part is found at any depth, and the node itself is one") {
    pugi::xml_document document;
    const pugi::xml_node root =
        add_template(document, "<p data-part=\"a\"><b><i data-part=\"b\">x</i></b></p>");
    CHECK(part(root, "a") == root);
    CHECK(std::string_view(part(root, "b").child_value()) == "x");
    CHECK_THROWS_AS(part(root, "c"), std::logic_error);
    CHECK_THROWS_AS(remove_part(root, "c"), std::logic_error);
    remove_part(root, "b");
    CHECK_THROWS_AS(part(root, "b"), std::logic_error);
}

TEST_CASE("copies stand before their pattern, in the order in which they are made") {
    CHECK(filled("<ul><li data-part=\"a\"><b/></li></ul>", [](pugi::xml_node list) {
              const pugi::xml_node pattern = part(list, "a");
              for (const char* text : {"one", "two"})
                  add_text(add_copy(pattern).child("b"), text);
              remove(pattern);
              say(list, Messages("en"));
          }) == "<ul><li><b>one</b></li><li><b>two</b></li></ul>");
}

TEST_CASE("what is put in is text, whatever it holds") {
    const struct {
        std::string text;
        std::string as_text;
        std::string as_attribute;
    } cases[]{
        {"a", "a", "a"},
        {"", "", ""},
        {"<b>&amp;", "&lt;b&gt;&amp;amp;", "&lt;b>&amp;amp;"},
        {"\"'", "\"'", "&quot;'"},
        {"]]><!--", "]]&gt;&lt;!--", "]]>&lt;!--"},
        {"{count}%s", "{count}%s", "{count}%s"},
        {"a\x01\x1b\x7F"
         "b",
         "ab", "ab"},
        {"a\xFFz", "a\xEF\xBF\xBDz", "a\xEF\xBF\xBDz"},
        {"\xEF\xBF\xBE", "", ""},
        {"data-part=\"a\"", "data-part=\"a\"", "data-part=&quot;a&quot;"},
    };
    for (const auto& [text, as_text, as_attribute] : cases) {
        CAPTURE(text);
        const auto put_text = [&text = text](pugi::xml_node node) { add_text(node, text); };
        CHECK(filled("<p/>", put_text) == "<p>" + as_text + "</p>");
        const auto put_attribute = [&text = text](pugi::xml_node node) {
            set_attribute(node, "title", text);
        };
        CHECK(filled("<p/>", put_attribute) == "<p title=\"" + as_attribute + "\"></p>");
        CHECK(filled("<p title=\"before\"/>", put_attribute) ==
              "<p title=\"" + as_attribute + "\"></p>");
    }
}

TEST_CASE("a line end in an attribute is still there when the page is read") {
    const std::string page =
        filled("<input/>", [](pugi::xml_node node) { set_attribute(node, "value", "a\r\n\tb"); });
    pugi::xml_document document;
    REQUIRE(document.load_string(page.c_str()));
    CHECK(std::string_view(document.first_child().attribute("value").value()) == "a\r\n\tb");
}

TEST_CASE("the text of a node takes the place of all that it held") {
    CHECK(filled("<p>a<b>c</b></p>", [](pugi::xml_node node) { set_text(node, "x<"); }) ==
          "<p>x&lt;</p>");
    CHECK(filled("<p>a<b>c</b></p>", [](pugi::xml_node node) { set_text(node, ""); }) == "<p></p>");
    CHECK(filled("<p>a</p>", [](pugi::xml_node node) { add_text(node, "x"); }) == "<p>ax</p>");
}

TEST_CASE("stretches are lit, with their text escaped") {
    const struct {
        std::string text;
        std::vector<Highlight> highlights;
        std::string html;
    } cases[]{
        {"abc", {}, "abc"},
        {"abc", {{0, 3}}, "<mark>abc</mark>"},
        {"abc", {{0, 1}, {1, 2}}, "<mark>a</mark><mark>b</mark>c"},
        {"a<mark>", {{1, 7}}, "a<mark>&lt;mark&gt;</mark>"},
        {"तेल &", {{0, 9}}, "<mark>तेल</mark> &amp;"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(filled("<p/>", [&each](pugi::xml_node node) {
                  add_lit(node, each.text, each.highlights);
              }) == "<p>" + each.html + "</p>");
    }
}

TEST_CASE("only the web is linked to") {
    const auto link = [](const std::string& url) {
        return filled("<a>x</a>", [&url](pugi::xml_node node) { set_foreign_link(node, url); });
    };
    CHECK(link("https://example.org/?a&b") ==
          "<a href=\"https://example.org/?a&amp;b\" rel=\"noopener noreferrer\">x</a>");
    for (const std::string url : {"", "javascript:alert(1)", "//example.org", "data:,x",
                                  "https://example.org/\"x", " https://example.org/"}) {
        CAPTURE(url);
        CHECK(link(url) == "<a>x</a>");
    }
}

TEST_CASE("messages are filled in, and the attributes of templates are gone") {
    const std::string_view source =
        "<p data-part=\"x\" data-say=\"help\">Aid</p>"
        "<nav class=\"a\" data-say-aria-label=\"tools\" data-say-title=\"help\"><b/></nav>";
    const auto said = [source](const char* language) {
        pugi::xml_document document;
        add_template(document, source);
        say(document, Messages(language));
        return html(document);
    };
    CHECK(said("en") ==
          "<p>Help</p><nav class=\"a\" aria-label=\"Help and language\" title=\"Help\">"
          "<b></b></nav>");
    CHECK(said("hi") ==
          "<p>सहायता</p><nav class=\"a\" aria-label=\"सहायता और भाषा\" title=\"सहायता\">"
          "<b></b></nav>");
}

TEST_CASE("a message that there is not is a mistake in the program") {
    pugi::xml_document document;
    add_template(document, "<p data-say=\"no such message\"/>");
    CHECK_THROWS_AS(say(document, Messages("en")), std::logic_error);
}

TEST_CASE("texts that look like directions to templates are none") {
    CHECK(filled("<p data-part=\"a\"/>",
                 [](pugi::xml_node node) {
                     add_text(node, "<i data-say=\"help\" data-part=\"b\"></i>");
                     set_attribute(node, "title", "data-say=\"help\"");
                     CHECK_THROWS_AS(part(node, "b"), std::logic_error);
                     say(node, Messages("en"));
                 }) ==
          "<p title=\"data-say=&quot;help&quot;\">"
          "&lt;i data-say=\"help\" data-part=\"b\"&gt;&lt;/i&gt;</p>");
}

}  // namespace vigyapti
