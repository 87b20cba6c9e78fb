// XML: feeds (see feed.hpp), pages in XHTML, and any other document (see xml_document.hpp). The
// root element tells which it is.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// A feed: yields a release an item. Throws Error(bad_input) for what is no XML, no feed or a feed
// without items; ill-formed feeds are read as far as that can be done.
void read_feed(const Input& input, DraftSink& sink);

// The same for feeds; other documents are one release. Throws Error(bad_input) for what is no XML
// or has no text.
void read_xml(const Input& input, DraftSink& sink);

}  // namespace vigyapti
