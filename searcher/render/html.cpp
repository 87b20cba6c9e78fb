#include <fmt/core.h>

#include <pugixml.hpp>
#include <sstream>

#include "searcher/render/counterpart_lines.hpp"
#include "searcher/render/country_label.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/markup.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

pugi::xml_node add_element(pugi::xml_node parent, const char* name, const char* class_name) {
    pugi::xml_node element = parent.append_child(name);
    element.append_attribute("class") = class_name;
    return element;
}

void add_text(pugi::xml_node parent, std::string_view text) {
    if (text.empty()) return;
    parent.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
}

void add_lit(pugi::xml_node parent, const std::string& text,
             const std::vector<Highlight>& highlights) {
    const std::string_view view = text;
    std::size_t at = 0;
    for (const Highlight& each : highlights) {
        add_text(parent, view.substr(at, each.begin - at));
        add_text(parent.append_child("mark"), view.substr(each.begin, each.end - each.begin));
        at = each.end;
    }
    add_text(parent, view.substr(at));
}

void add_fact(pugi::xml_node facts, const char* name, const char* class_name,
              const std::string& text) {
    if (text.empty()) return;
    if (facts.first_child()) add_text(facts, " ");
    pugi::xml_node element = add_element(facts, name, class_name);
    add_text(element, text);
    if (std::string_view(name) == "time") {
        element.append_attribute("datetime") = xml_text(text).c_str();
    }
}

// A link within `parent`, or that itself where the address is none to link to.
pugi::xml_node add_link(pugi::xml_node parent, const std::string& url) {
    const std::string target = link_target(url);
    if (target.empty()) return parent;
    pugi::xml_node link = parent.append_child("a");
    link.append_attribute("href") = target.c_str();
    // A page that is opened learns neither where from nor can it drive this one.
    link.append_attribute("rel") = "noopener noreferrer";
    return link;
}

void add_title(pugi::xml_node item, const Hit& hit) {
    const pugi::xml_node parent = add_link(add_element(item, "h3", "vigyapti-title"), hit.url);
    if (hit.title.empty()) {
        add_text(parent, hit.id);
    } else {
        add_lit(parent, hit.title, hit.title_highlights);
    }
}

// What the same release is called in the other language.
void add_counterpart(pugi::xml_node item, const CounterpartLine& counterpart) {
    pugi::xml_node line = add_element(item, "p", "vigyapti-counterpart");
    line.append_attribute("lang") = language_tag(counterpart.lang).c_str();
    add_text(line, counterpart.label);
    add_text(add_link(line, counterpart.url), counterpart.title);
}

void add_hit(pugi::xml_node list, const Hit& hit) {
    pugi::xml_node item = add_element(list, "li", "vigyapti-hit");
    item.append_attribute("lang") = language_tag(hit.lang).c_str();
    add_title(item, hit);
    pugi::xml_node facts = add_element(item, "p", "vigyapti-facts");
    add_fact(facts, "time", "vigyapti-date", hit.date);
    add_fact(facts, "span", "vigyapti-source", hit.source);
    add_fact(facts, "span", "vigyapti-lang", hit.lang);
    for (const std::string& country : hit.countries)
        add_fact(facts, "span", "vigyapti-country", country_label(country, hit.lang));
    add_fact(facts, "span", "vigyapti-id", hit.id);
    if (!hit.snippet.text.empty()) {
        pugi::xml_node snippet = add_element(item, "p", "vigyapti-snippet");
        if (hit.snippet.cut_before) add_text(snippet, "… ");
        add_lit(snippet, hit.snippet.text, hit.snippet.highlights);
        if (hit.snippet.cut_after) add_text(snippet, " …");
    }
    for (const CounterpartLine& each : counterpart_lines(hit.counterparts))
        add_counterpart(item, each);
    if (hit.versions.empty()) return;
    pugi::xml_node versions = add_element(item, "p", "vigyapti-versions");
    versions.append_attribute("lang") = "en";
    add_text(versions, fmt::format("{} more version{}", hit.versions.size(),
                                   hit.versions.size() == 1 ? "" : "s"));
}

void add_facet(pugi::xml_node section, const Facet& facet) {
    pugi::xml_node box = add_element(section, "div", "vigyapti-facet");
    add_text(add_element(box, "h3", "vigyapti-facet-name"), facet_name(facet.kind));
    pugi::xml_node list = box.append_child("ul");
    for (const FacetValue& each : facet.values) {
        pugi::xml_node item = list.append_child("li");
        add_text(add_element(item, "span", "vigyapti-value"),
                 facet.kind == FacetKind::country ? country_label(each.value, "en") : each.value);
        add_text(item, " ");
        add_text(add_element(item, "span", "vigyapti-count"), fmt::format("{}", each.count));
    }
}

void add_suggestion(pugi::xml_node section, const Suggestion& suggestion) {
    pugi::xml_node line = add_element(section, "p", "vigyapti-suggestion");
    add_text(line, "Did you mean: ");
    add_lit(line, suggestion.query, suggestion.changed);
}

}  // namespace

void render_html(const Results& results, const RenderOptions&, std::string& out) {
    pugi::xml_document document;
    pugi::xml_node section = add_element(document, "section", "vigyapti-results");
    section.append_attribute("lang") = "en";
    for (const Suggestion& each : results.suggestions)
        add_suggestion(section, each);
    if (!results.hits.empty()) {
        pugi::xml_node list = add_element(section, "ol", "vigyapti-hits");
        list.append_attribute("start") = fmt::format("{}", results.hits.front().rank).c_str();
        for (const Hit& hit : results.hits)
            add_hit(list, hit);
    }
    const std::string found =
        fmt::format("Found: {}{}", results.total_is_exact ? "" : "about ", results.total);
    add_text(add_element(section, "p", "vigyapti-total"),
             results.total == 0 ? "Nothing found." : found);
    for (const Facet& facet : results.facets)
        add_facet(section, facet);
    std::ostringstream stream;
    // Raw: white space between elements would be shown. HTML knows no <p/>.
    document.save(
        stream, "",
        pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags,
        pugi::encoding_utf8);
    out += stream.str();
    out += '\n';
}

}  // namespace vigyapti
