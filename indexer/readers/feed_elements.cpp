#include "indexer/readers/feed_elements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.hpp"

namespace vigyapti {
namespace {

enum class Space : std::uint8_t { feed, dublin_core, terms, content, media, xhtml, burner, other };

struct KnownSpace {
    std::string_view address;  // without a '/' or '#' at its end
    std::string_view prefix;
    Space space;
};

constexpr std::array known_spaces{
    KnownSpace{"http://www.w3.org/2005/Atom", "atom", Space::feed},
    KnownSpace{"http://purl.org/atom/ns", "atom03", Space::feed},
    KnownSpace{"http://purl.org/rss/1.0", "rss", Space::feed},
    KnownSpace{"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf", Space::feed},
    KnownSpace{"http://my.netscape.com/rdf/simple/0.9", "", Space::feed},
    KnownSpace{"http://channel.netscape.com/rdf/simple/0.9", "", Space::feed},
    KnownSpace{"http://backend.userland.com/rss2", "", Space::feed},
    KnownSpace{"http://purl.org/dc/elements/1.1", "dc", Space::dublin_core},
    KnownSpace{"http://purl.org/dc/elements/1.0", "", Space::dublin_core},
    KnownSpace{"http://purl.org/dc/terms", "dcterms", Space::terms},
    KnownSpace{"http://purl.org/rss/1.0/modules/content", "content", Space::content},
    KnownSpace{"http://search.yahoo.com/mrss", "media", Space::media},
    KnownSpace{"http://www.w3.org/1999/xhtml", "xhtml", Space::xhtml},
    KnownSpace{"http://rssnamespace.org/feedburner/ext/1.0", "feedburner", Space::burner},
};

Space space_of(const XmlName& name) {
    std::string_view address = name.space;
    while (address.ends_with('/') || address.ends_with('#'))
        address.remove_suffix(1);
    if (address.empty() && name.prefix.empty()) return Space::feed;
    for (const KnownSpace& each : known_spaces) {
        if (address.empty() ? each.prefix == name.prefix : each.address == address) {
            return each.space;
        }
    }
    // An unknown default namespace is some version of RSS.
    return name.prefix.empty() ? Space::feed : Space::other;
}

struct Row {
    Space space;
    std::string_view local;
    FeedElement element;
};

constexpr std::array rows{
    Row{Space::feed, "channel", FeedElement::channel},
    Row{Space::feed, "feed", FeedElement::channel},
    Row{Space::feed, "item", FeedElement::item},
    Row{Space::feed, "entry", FeedElement::item},
    Row{Space::feed, "title", FeedElement::title},
    Row{Space::feed, "link", FeedElement::link},
    Row{Space::feed, "guid", FeedElement::id},
    Row{Space::feed, "id", FeedElement::id},
    Row{Space::feed, "pubdate", FeedElement::published},
    Row{Space::feed, "published", FeedElement::published},
    Row{Space::feed, "issued", FeedElement::published},
    Row{Space::feed, "created", FeedElement::published},
    Row{Space::feed, "updated", FeedElement::modified},
    Row{Space::feed, "modified", FeedElement::modified},
    Row{Space::feed, "content", FeedElement::content},
    Row{Space::feed, "description", FeedElement::summary},
    Row{Space::feed, "summary", FeedElement::summary},
    Row{Space::feed, "source", FeedElement::source},
    Row{Space::feed, "language", FeedElement::language},
    Row{Space::dublin_core, "title", FeedElement::dublin_title},
    Row{Space::dublin_core, "date", FeedElement::published},
    Row{Space::dublin_core, "description", FeedElement::summary},
    Row{Space::dublin_core, "publisher", FeedElement::publisher},
    Row{Space::dublin_core, "language", FeedElement::language},
    Row{Space::terms, "title", FeedElement::dublin_title},
    Row{Space::terms, "issued", FeedElement::published},
    Row{Space::terms, "created", FeedElement::published},
    Row{Space::terms, "date", FeedElement::published},
    Row{Space::terms, "modified", FeedElement::modified},
    Row{Space::content, "encoded", FeedElement::content},
    Row{Space::xhtml, "body", FeedElement::content},
    Row{Space::xhtml, "div", FeedElement::content},
    Row{Space::media, "group", FeedElement::media},
    Row{Space::media, "content", FeedElement::media},
    Row{Space::media, "description", FeedElement::caption},
    Row{Space::media, "credit", FeedElement::credit},
    Row{Space::burner, "origlink", FeedElement::permanent_link},
};

}  // namespace

FeedElement feed_element(const XmlName& name) {
    const std::string local = lowered(name.local);
    const Space space = space_of(name);
    const auto* const found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.space == space && row.local == local;
    });
    return found == rows.end() ? FeedElement::other : found->element;
}

bool is_feed_root(const XmlName& name) {
    const std::string local = lowered(name.local);
    return space_of(name) == Space::feed &&
           (local == "rss" || local == "rdf" || local == "feed" || local == "channel");
}

}  // namespace vigyapti
