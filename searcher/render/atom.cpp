#include <fmt/core.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "common/text/date.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/markup.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

// RFC 4287 asks for a time of each entry. One that is always the same is better than the time of
// the search, by which readers would take everything for new each time.
constexpr const char* unknown_time = "1970-01-01T00:00:00Z";

// RFC 4151. ".invalid" belongs to nobody (RFC 2606), so that no other's tags can be the same.
std::string tag_uri(std::string_view kind, std::string_view name) {
    return fmt::format("tag:vigyapti.invalid,2026:{}:{}", kind, percent_encoded(name));
}

// The beginning of the day, month or year.
std::string time_of(const std::string& date) {
    const auto parsed = parse_date(date);
    if (!parsed) return unknown_time;
    const std::string day = first_day(*parsed);
    return fmt::format("{}-{}-{}T00:00:00Z", day.substr(0, 4), day.substr(4, 2), day.substr(6, 2));
}

void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(xml_text(text).c_str());
}

void add_link(pugi::xml_node parent, const char* relation, const std::string& target,
              const char* type = nullptr) {
    pugi::xml_node link = parent.append_child("link");
    link.append_attribute("rel") = relation;
    if (type != nullptr) link.append_attribute("type") = type;
    link.append_attribute("href") = xml_text(target).c_str();
}

// Where the release itself is, else where the page shows it.
std::string address_of(const Hit& hit, const RenderOptions& options) {
    std::string target = link_target(hit.url);
    if (!target.empty() || options.release_address.empty()) return target;
    return options.release_address + percent_encoded(hit.id);
}

void add_entry(pugi::xml_node feed, const Hit& hit, const RenderOptions& options) {
    pugi::xml_node entry = feed.append_child("entry");
    entry.append_attribute("xml:lang") = language_tag(hit.lang).c_str();
    add_text(entry, "title", hit.title.empty() ? hit.id : hit.title);
    add_text(entry, "id", tag_uri("release", hit.id));
    add_text(entry, "updated", time_of(hit.date));
    if (parse_date(hit.date)) add_text(entry, "published", time_of(hit.date));
    if (!hit.source.empty()) add_text(entry.append_child("author"), "name", hit.source);
    if (const std::string target = address_of(hit, options); !target.empty())
        add_link(entry, "alternate", target);
    for (const std::string& country : hit.countries) {
        entry.append_child("category").append_attribute("term") = xml_text(country).c_str();
    }
    // Not a summary: without content an entry must have a link, and not every release has a URL.
    add_text(entry, "content", hit.snippet.text);
}

// Times of one form are in the order of their letters.
std::string newest_of(const std::vector<Hit>& hits) {
    std::string newest = unknown_time;
    for (const Hit& hit : hits)
        newest = std::max(newest, time_of(hit.date));
    return newest;
}

}  // namespace

void render_atom(const Results& results, const RenderOptions& options, std::string& out) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "utf-8";
    pugi::xml_node feed = document.append_child("feed");
    feed.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
    add_text(feed, "title", results.query.empty() ? "Vigyapti" : "Vigyapti: " + results.query);
    add_text(feed, "id",
             tag_uri("search", options.feed_name.empty() ? results.query : options.feed_name));
    add_text(feed, "updated", newest_of(results.hits));
    add_text(feed.append_child("author"), "name", "Vigyapti");
    if (!options.feed_address.empty())
        add_link(feed, "self", options.feed_address, "application/atom+xml");
    if (!options.search_address.empty())
        add_link(feed, "alternate", options.search_address, "text/html");
    add_text(feed, "generator", "Vigyapti");
    for (const Hit& hit : results.hits)
        add_entry(feed, hit, options);
    std::ostringstream stream;
    document.save(stream, " ", pugi::format_indent, pugi::encoding_utf8);
    out += stream.str();
}

}  // namespace vigyapti
