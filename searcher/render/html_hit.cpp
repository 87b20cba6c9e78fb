#include "searcher/render/html_hit.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "common/base/trim.hpp"
#include "common/text/date.hpp"
#include "searcher/render/counterpart_lines.hpp"
#include "searcher/render/country_label.hpp"
#include "searcher/render/markup.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/template.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_countries = 6;  // that are named

pugi::xml_node add_fact(pugi::xml_node facts, const char* element, const char* class_name,
                        std::string_view text) {
    if (facts.first_child()) add_text(facts, " ");
    pugi::xml_node fact = facts.append_child(element);
    set_attribute(fact, "class", class_name);
    add_text(fact, text);
    return fact;
}

std::string language_name(const std::string& lang, const Messages& messages) {
    if (lang == "hi" || lang == "en" || lang == "und")
        return std::string(messages("language." + lang));
    return lang;
}

// What has no address of its own leads to the page that shows it, or nowhere where there is none.
void lead_to_release(pugi::xml_node link, const std::string& id, const ReleaseLink& release_link) {
    if (link.attribute("href")) return;
    if (release_link) {
        set_attribute(link, "href", release_link(id));
    } else {
        link.set_name("span");
    }
}

void fill_title(pugi::xml_node title, const Hit& hit, const ReleaseLink& release_link) {
    if (hit.title.empty()) {
        add_text(title, hit.id);
    } else {
        add_lit(title, hit.title, hit.title_highlights);
    }
    set_foreign_link(title, hit.url);
    lead_to_release(title, hit.id, release_link);
}

// What the same release is called in the other language.
void fill_counterpart(pugi::xml_node line, const CounterpartLine& counterpart,
                      const ReleaseLink& release_link) {
    set_attribute(line, "lang", language_tag(counterpart.lang));
    set_text(part(line, "counterpart-label"), trimmed(counterpart.label));
    pugi::xml_node title = part(line, "counterpart-title");
    add_text(title, counterpart.title);
    set_foreign_link(title, counterpart.url);
    lead_to_release(title, counterpart.id, release_link);
}

}  // namespace

std::string_view facet_label(FacetKind kind) {
    return kind == FacetKind::lang ? "language" : facet_name(kind);
}

std::string facet_text(FacetKind kind, const std::string& value, const Messages& messages) {
    if (kind == FacetKind::country) return country_label(value, messages.language());
    if (kind == FacetKind::lang) return language_name(value, messages);
    return kind == FacetKind::month ? messages.date(value) : value;
}

std::string total_text(const Results& results, const Messages& messages) {
    if (results.total == 0) return std::string(messages("results.none"));
    if (results.total_is_exact) return messages.counted("results.count", results.total);
    return messages.filled("results.about", {{"count", fmt::format("{}", results.total)}});
}

pugi::xml_node add_results_section(pugi::xml_node parent, const Messages& messages) {
    const pugi::xml_node section = add_template(parent, page_file("results.html"));
    set_attribute(section, "lang", messages.language());
    return section;
}

void add_facts(pugi::xml_node parent, const HtmlFacts& facts, const Messages& messages) {
    set_attribute(parent, "lang", messages.language());
    if (!facts.date.empty()) {
        pugi::xml_node time = add_fact(parent, "time", "vigyapti-date", messages.date(facts.date));
        // What is no date of HTML's would be an error there.
        if (const auto date = parse_date(facts.date)) {
            set_attribute(time, "datetime", to_iso(*date));
        } else {
            time.set_name("span");
        }
    }
    if (!facts.source.empty()) {
        set_attribute(add_fact(parent, "span", "vigyapti-source", facts.source), "lang",
                      language_tag(facts.lang));
    }
    if (!facts.lang.empty()) {
        add_fact(parent, "span", "vigyapti-lang", language_name(facts.lang, messages));
    }
    const std::size_t shown = std::min(facts.countries.size(), most_countries);
    for (std::size_t i = 0; i < shown; ++i) {
        add_fact(parent, "span", "vigyapti-country",
                 country_label(facts.countries[i], messages.language()));
    }
    if (facts.countries.size() > shown) {
        add_fact(parent, "span", "vigyapti-country-rest",
                 fmt::format("+{}", facts.countries.size() - shown));
    }
}

void fill_hit(pugi::xml_node item, const Hit& hit, const Messages& messages,
              const ReleaseLink& release_link) {
    set_attribute(item, "lang", language_tag(hit.lang));
    fill_title(part(item, "hit-title"), hit, release_link);
    add_facts(part(item, "hit-facts"), {hit.date, hit.source, hit.lang, hit.countries}, messages);
    pugi::xml_node snippet = part(item, "hit-snippet");
    if (hit.snippet.text.empty()) {
        remove(snippet);
    } else {
        if (hit.snippet.cut_before) add_text(snippet, "… ");
        add_lit(snippet, hit.snippet.text, hit.snippet.highlights);
        if (hit.snippet.cut_after) add_text(snippet, " …");
    }
    const pugi::xml_node counterpart = part(item, "counterpart");
    for (const CounterpartLine& each : counterpart_lines(hit.counterparts))
        fill_counterpart(add_copy(counterpart), each, release_link);
    remove(counterpart);
    pugi::xml_node versions = part(item, "hit-versions");
    if (hit.versions.empty()) {
        remove(versions);
    } else {
        set_attribute(versions, "lang", messages.language());
        add_text(versions, messages.counted("versions", hit.versions.size()));
    }
}

}  // namespace vigyapti
