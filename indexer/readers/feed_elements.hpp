// What the elements of feeds mean: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, and of their
// modules Dublin Core, content, Media RSS and FeedBurner.
#pragma once

#include <cstdint>

#include "indexer/readers/xml_events.hpp"

namespace vigyapti {

enum class FeedElement : std::uint8_t {
    other,
    channel,
    item,
    title,
    dublin_title,
    link,
    permanent_link,  // where a link counts clicks, the address that it leads to
    id,
    published,
    modified,
    content,
    summary,
    source,
    publisher,
    language,
    media,  // what holds captions and credits
    caption,
    credit,
};

// Names are known in any case; a namespace by its address or, where none is declared, by the
// customary prefix.
FeedElement feed_element(const XmlName& name);

// Whether an element of this name is the root of a feed.
bool is_feed_root(const XmlName& name);

}  // namespace vigyapti
