// JSON Lines: one object a line with id, title, text and optionally date, lang, source, url and
// country (a code or an array of codes). Other members are passed over, blank lines too.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields a release a line; a line that cannot be read is reported with its number.
void read_jsonl(const Input& input, DraftSink& sink);

}  // namespace vigyapti
