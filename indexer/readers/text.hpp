// Plain text: optional header lines (Title:, Date:, स्रोत:, by all names of field_names but those of
// the text) and a blank line, then the release.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release. Throws Error(bad_input) for empty files, for NUL bytes and for malformed
// UTF-8, with the place.
void read_text(const Input& input, DraftSink& sink);

}  // namespace vigyapti
