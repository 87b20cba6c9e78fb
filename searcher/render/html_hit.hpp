// A hit as HTML, on the page and in the fragment of --format html alike: fills the templates in
// searcher/web/results.html.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "searcher/render/messages.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

// The section of results.html, added to `parent`, with its parts still to be filled.
pugi::xml_node add_results_section(pugi::xml_node parent, const Messages& messages);

// The link to the page that shows the release with this id.
using ReleaseLink = std::function<std::string(const std::string& id)>;

// Fills a copy of the part "hit": title, facts, snippet, counterparts and the number of versions.
// What the hit does not have is removed. Releases without an address of their own lead to
// `release_link`, where there is one.
void fill_hit(pugi::xml_node item, const Hit& hit, const Messages& messages,
              const ReleaseLink& release_link = {});

// The key of the message that a facet is called by.
std::string_view facet_label(FacetKind kind);

// What a value of a facet is called.
std::string facet_text(FacetKind kind, const std::string& value, const Messages& messages);

// How many releases were found, in words.
std::string total_text(const Results& results, const Messages& messages);

// What is known of a release: date, source, language, countries.
struct HtmlFacts {
    std::string date;
    std::string source;
    std::string lang;
    std::vector<std::string> countries;
};

// Adds them to `parent`, with spaces between.
void add_facts(pugi::xml_node parent, const HtmlFacts& facts, const Messages& messages);

}  // namespace vigyapti
