#include "searcher/web/machine.hpp"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "common/text/grapheme.hpp"
#include "common/text/utf8.hpp"
#include "searcher/render/json_hit.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/template.hpp"
#include "searcher/web/frame.hpp"

namespace vigyapti {
namespace {

// OpenSearch allows 16 characters; what is a character to a reader stays whole.
std::string short_name(const std::string& title) {
    constexpr std::size_t most = 16;
    std::string name = title;
    for (std::size_t count = most; count_code_points(name) > most; --count)
        name = title.substr(0, grapheme_prefix(title, count));
    return name;
}

}  // namespace

std::string open_search_description(const PageSettings& settings, const Messages& messages,
                                    const std::string& address) {
    pugi::xml_document document;
    add_template(document, page_file("opensearch.xml"));
    set_text(part(document, "short-name"), short_name(site_title(settings, messages)));
    set_text(part(document, "image"), address + "?file=icon.svg");
    set_attribute(part(document, "results-url"), "template", address + "?q={searchTerms}");
    set_attribute(part(document, "atom-url"), "template",
                  address + "?q={searchTerms}&sort=date&format=atom");
    set_attribute(part(document, "suggestions-url"), "template",
                  address + "?complete={searchTerms}");
    say(document, messages);
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    write_html(document, out);
    return out;
}

std::string completions_json(const std::string& text, const std::vector<std::string>& completions) {
    return json_line(nlohmann::ordered_json::array({text, completions}));
}

}  // namespace vigyapti
