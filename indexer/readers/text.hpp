// Plain text: optional header lines (Title:, Date:, स्रोत:, by all names of field_names but those of
// the text) and a blank line, then the release.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release of a text in any encoding that decode_text knows. Throws Error(bad_input) for
// empty files and for what is no text: with NUL characters, whose line is named, or with a tenth of
// controls and malformed sequences.
void read_text(const Input& input, DraftSink& sink);

}  // namespace vigyapti
