// XML: feeds (see feed.hpp), pages in XHTML, and any other document (see xml_document.hpp). The
// root element tells which it is.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// A feed: yields a release an item; one without items is a feed on which nothing has been
// published. Throws Error(bad_input) for what is no XML or no feed; ill-formed feeds are read as
// far as that can be done; one that is cut off is a problem whatever it holds, any other where no
// items are found in it.
void read_feed(const Input& input, DraftSink& sink);

// The same for feeds; other documents are one release. Throws Error(bad_input) for what is no XML
// or has no text.
void read_xml(const Input& input, DraftSink& sink);

}  // namespace vigyapti
