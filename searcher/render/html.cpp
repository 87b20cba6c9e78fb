#include <fmt/core.h>

#include "searcher/render/country_label.hpp"
#include "searcher/render/html_hit.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/template.hpp"

namespace vigyapti {
namespace {

void fill_suggestions(pugi::xml_node section, const Results& results) {
    const pugi::xml_node line = part(section, "suggestion");
    for (const Suggestion& each : results.suggestions) {
        add_lit(part(add_copy(line), "suggestion-query"), each.query, each.changed);
    }
    remove(line);
}

void fill_hits(pugi::xml_node section, const Results& results, const Messages& messages) {
    pugi::xml_node list = part(section, "hits");
    const pugi::xml_node item = part(list, "hit");
    for (const Hit& hit : results.hits) {
        pugi::xml_node copy = add_copy(item);
        fill_hit(copy, hit, messages);
        // Other pages have no other way to name the release.
        pugi::xml_node facts = part(copy, "hit-facts");
        if (facts.first_child()) add_text(facts, " ");
        pugi::xml_node id = facts.append_child("span");
        set_attribute(id, "class", "vigyapti-id");
        add_text(id, hit.id);
    }
    remove(item);
    if (results.hits.empty()) {
        remove(list);
    } else {
        set_attribute(list, "start", fmt::format("{}", results.hits.front().rank));
    }
}

void fill_facets(pugi::xml_node section, const Results& results, const Messages& messages) {
    const pugi::xml_node pattern = part(section, "facet");
    for (const Facet& facet : results.facets) {
        pugi::xml_node box = add_copy(pattern);
        set_text(part(box, "facet-name"), messages(facet_label(facet.kind)));
        const pugi::xml_node item = part(box, "facet-value");
        for (const FacetValue& each : facet.values) {
            pugi::xml_node copy = add_copy(item);
            add_text(part(copy, "facet-text"), facet_text(facet.kind, each.value, messages));
            add_text(part(copy, "facet-count"), fmt::format("{}", each.count));
        }
        remove(item);
    }
    remove(pattern);
}

}  // namespace

void render_html(const Results& results, const RenderOptions&, std::string& out) {
    const Messages messages("en");
    pugi::xml_document document;
    const pugi::xml_node section = add_results_section(document, messages);
    fill_suggestions(section, results);
    fill_hits(section, results, messages);
    set_text(part(section, "total"), total_text(results, messages));
    fill_facets(section, results, messages);
    say(section, messages);
    write_html(document, out);
    out += '\n';
}

}  // namespace vigyapti
