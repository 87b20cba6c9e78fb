// Plain text: optional header lines (Title:, Date:, Source:, URL:, Id:) and a blank line, then the
// release.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release. Throws Error(bad_input) for empty files, for NUL bytes and for malformed
// UTF-8, with the place.
void read_text(const Input& input, DraftSink& sink);

}  // namespace vigyapti
