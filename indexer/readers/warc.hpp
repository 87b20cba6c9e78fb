// Web archives, WARC and ARC: each page, PDF, feed or text that a crawler stored is read by the
// reader of its format.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/reader.hpp"
#include "indexer/readers/warc_bytes.hpp"

namespace vigyapti {

// Yields the releases of all responses with status 200, and of resources and conversions. The
// Content-Type says what they are, failing that the extension in the address; what no reader is for
// is passed over, and so are requests, metadata and revisits, which repeat what was stored before.
// A release's address is that of its record, unless a better one stands in the document. When a
// page was fetched is not when it was released, so WARC-Date tells nothing. A broken record is a
// problem with its offset. So is one that is read and does not agree with its digest, that of the
// block or, if there is none, of the payload. Throws Error(bad_input) when the file holds no
// record, or none that any reader is for.
void read_warc(const Input& input, DraftSink& sink);

// As that, of an archive that is called `name`. A record of more than `largest` bytes is a problem.
void read_warc_bytes(WarcBytes& bytes, std::size_t largest, std::string_view name, DraftSink& sink);

}  // namespace vigyapti
