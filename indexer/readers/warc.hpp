// Web archives, WARC and ARC: each page, PDF, feed or text that a crawler stored is read by the
// reader of its format.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields the releases of all responses with status 200, and of resources and conversions. The
// Content-Type says what they are, failing that the extension in the address; what no reader is for
// is passed over, and so are requests, metadata and revisits, which repeat what was stored before.
// A release's address is that of its record, unless a better one stands in the document. When a
// page was fetched is not when it was released, so WARC-Date tells nothing; digests are not
// verified. A broken record is a problem with its offset. Throws Error(bad_input) when the
// file holds no record, or none that any reader is for.
void read_warc(const Input& input, DraftSink& sink);

}  // namespace vigyapti
