// Markdown (CommonMark with tables and strikethrough): one release. Front matter (see
// front_matter.hpp) holds its fields, the first heading of the first level is its title, the texts
// that stand for images are captions. HTML in it is read as that of pages.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Throws Error(bad_input) when there is no text.
void read_markdown(const Input& input, DraftSink& sink);

}  // namespace vigyapti
