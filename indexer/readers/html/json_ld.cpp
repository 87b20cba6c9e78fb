#include "indexer/readers/html/json_ld.hpp"

#include <simdjson.h>

#include <array>
#include <string>
#include <vector>

#include "common/base/trim.hpp"
#include "indexer/readers/html/characters.hpp"
#include "indexer/readers/html/date_text.hpp"

namespace vigyapti::html {
namespace {

using simdjson::dom::element;

constexpr std::size_t most_objects = 1000;

bool is_article_type(std::string_view type) {
    const auto slash = type.rfind('/');
    if (slash != type.npos) type.remove_prefix(slash + 1);
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
           type == "PressRelease" || type == "GovernmentAnnouncement" ||
           type == "SpecialAnnouncement" || type == "CreativeWork";
}

bool is_page_type(std::string_view type) {
    return type == "WebPage" || type == "ItemPage";
}

bool has_type(element object, bool (*is_wanted)(std::string_view)) {
    element type;
    if (object["@type"].get(type) != simdjson::SUCCESS) return false;
    if (type.is_string()) return is_wanted(type.get_string().value_unsafe());
    if (!type.is_array()) return false;
    for (const element each : type.get_array()) {
        if (each.is_string() && is_wanted(each.get_string().value_unsafe())) return true;
    }
    return false;
}

// A string, the first of several, or the `inner` member of an object.
std::string string_in(element value, std::string_view inner) {
    if (value.is_array()) {
        const auto array = value.get_array().value_unsafe();
        if (array.begin() == array.end()) return {};
        value = *array.begin();
    }
    if (value.is_object() && value[inner].get(value) != simdjson::SUCCESS) return {};
    if (!value.is_string()) return {};
    CollapsedText text;
    text.add(value.get_string().value_unsafe());
    return text.take();
}

std::string member(element object, std::string_view name, std::string_view inner) {
    element value;
    return object[name].get(value) == simdjson::SUCCESS ? string_in(value, inner) : std::string();
}

void note(element article, Draft& draft) {
    const auto add = [&](ReleaseField field, std::string value) {
        draft.add(field, Origin::json_ld, std::move(value));
    };
    std::string headline = member(article, "headline", "@value");
    if (headline.empty()) headline = member(article, "name", "@value");
    add(ReleaseField::title, std::move(headline));
    add(ReleaseField::date, machine_date(member(article, "datePublished", "@value")));
    add(ReleaseField::source, member(article, "publisher", "name"));
    add(ReleaseField::lang, member(article, "inLanguage", "alternateName"));
    std::string url = member(article, "url", "@id");
    if (url.empty()) url = member(article, "mainEntityOfPage", "@id");
    // A relative one says nothing that <link rel=canonical> does not.
    if (url.starts_with("http")) add(ReleaseField::url, std::move(url));
}

// Looks for an article in `root`, through arrays and @graph. Of a page that holds none, when it was
// published is worth knowing; what else is said of it <meta> says too.
void read_elements(element root, Draft& draft) {
    std::vector<element> rest{root};
    std::string page_date;
    for (std::size_t looked_at = 0; looked_at < rest.size() && looked_at < most_objects;
         ++looked_at) {
        const element each = rest[looked_at];
        if (each.is_array()) {
            for (const element inner : each.get_array()) {
                if (rest.size() < most_objects) rest.push_back(inner);
            }
        }
        if (!each.is_object()) continue;
        if (has_type(each, is_article_type)) return note(each, draft);
        if (page_date.empty() && has_type(each, is_page_type)) {
            page_date = member(each, "datePublished", "@value");
        }
        for (const std::string_view name : {"@graph", "mainEntity"}) {
            element inner;
            if (each[name].get(inner) == simdjson::SUCCESS) rest.push_back(inner);
        }
    }
    draft.add(ReleaseField::date, Origin::json_ld, std::move(page_date));
}

}  // namespace

void read_json_ld(std::string_view json, Draft& draft) {
    json = trimmed(json);
    // As old XHTML pages wrap scripts.
    if (json.starts_with("//<![CDATA[")) json.remove_prefix(11);
    if (json.ends_with("//]]>")) json.remove_suffix(5);
    // Editors leave line breaks within strings, which JSON forbids.
    std::string text(json);
    for (char& c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(text).get(root) == simdjson::SUCCESS) read_elements(root, draft);
}

}  // namespace vigyapti::html
