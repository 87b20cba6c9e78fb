// Plain text: optional header lines (Title:, Date:, Source:, URL:, Id:) and a blank line, then the
// release. Without a title among them, the title is the first line that is neither caption nor
// credit.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release. Throws Error(bad_input) for empty files, for NUL bytes and for malformed
// UTF-8, with the place.
void read_text(const Input& input, ReleaseSink& sink);

}  // namespace vigyapti
