#include "searcher/web/machine.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace vigyapti {
namespace {

pugi::xml_document description(const std::string& title, const std::string& address,
                               const char* language = "en") {
    PageSettings settings;
    settings.title = title;
    const std::string text = open_search_description(settings, Messages(language), address);
    pugi::xml_document document;
    CHECK(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
    CHECK(text.find("data-") == std::string::npos);
    CHECK(document.load_buffer(text.data(), text.size()));
    return document;
}

std::string template_of(const pugi::xml_document& document, const char* type) {
    return document.child("OpenSearchDescription")
        .find_child_by_attribute("Url", "type", type)
        .attribute("template")
        .value();
}

}  // namespace

TEST_CASE("a long title is cut to sixteen characters, and not within one") {
    const auto short_name = [](const std::string& title) {
        return std::string(
            description(title, "").child("OpenSearchDescription").child_value("ShortName"));
    };
    CHECK(short_name("Press of sixteen") == "Press of sixteen");
    CHECK(short_name("Press releases of the ministry") == "Press releases o");
    CHECK(short_name("विदेश मंत्रालय की विज्ञप्तियाँ") == "विदेश मंत्रालय ");
}

TEST_CASE("a browser learns where to search, subscribe and ask for suggestions") {
    const pugi::xml_document document = description("Press", "https://example.org/search");
    const pugi::xml_node root = document.child("OpenSearchDescription");
    CHECK(std::string_view(root.attribute("xmlns").value()) ==
          "http://a9.com/-/spec/opensearch/1.1/");
    CHECK(std::string_view(root.child_value("ShortName")) == "Press");
    CHECK(std::string_view(root.child_value("Image")) ==
          "https://example.org/search?file=icon.svg");
    CHECK(template_of(document, "text/html") == "https://example.org/search?q={searchTerms}");
    CHECK(template_of(document, "application/atom+xml") ==
          "https://example.org/search?q={searchTerms}&sort=date&format=atom");
    CHECK(template_of(document, "application/x-suggestions+json") ==
          "https://example.org/search?complete={searchTerms}");
}

TEST_CASE("the description is in the language of the page") {
    const Messages hindi("hi");
    const pugi::xml_document document = description("", "https://example.org/", "hi");
    CHECK(document.child("OpenSearchDescription").child_value("Description") ==
          hindi("front.lead"));
    CHECK(std::string_view(document.child("OpenSearchDescription").child_value("ShortName")) ==
          "विज्ञप्ति");
}

TEST_CASE("a title is text in the description") {
    const std::string hostile = "<b>&\"'{x}]]>";
    const pugi::xml_document document = description(hostile, "");
    CHECK(document.child("OpenSearchDescription").child_value("ShortName") ==
          hostile.substr(0, 16));
    CHECK_FALSE(document.child("OpenSearchDescription").child("ShortName").child("b"));
}

TEST_CASE("completions are what was typed and a list") {
    CHECK(completions_json("ru", {"Russia", "Rupee trade"}) ==
          "[\"ru\",[\"Russia\",\"Rupee trade\"]]\n");
    CHECK(completions_json("", {}) == "[\"\",[]]\n");
    CHECK(completions_json("रू", {"रूस"}) == "[\"रू\",[\"रूस\"]]\n");
    const std::string hostile = "\"],alert(1)//\n\\u0022\x01</script>";
    const auto read = nlohmann::json::parse(completions_json(hostile, {hostile}));
    CHECK(read == nlohmann::json::array({hostile, nlohmann::json::array({hostile})}));
}

}  // namespace vigyapti
