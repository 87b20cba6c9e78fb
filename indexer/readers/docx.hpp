// DOCX, the documents of Microsoft Word since 2007 (ECMA-376), and their templates.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release. The title is the first paragraph in the style Title or Heading, else what the
// properties say, else the first line; rows of tables are lines, footnotes and endnotes stand at
// the end, captions by their style, headers and footers are boilerplate. Text that is deleted under
// tracked changes, hidden or the code of a field is left out. Throws Error(bad_input) for what is
// none, for the older .doc and encrypted files, and beyond the limits of zip_parts.hpp and
// office_xml.hpp. Opens no files.
void read_docx(const Input& input, DraftSink& sink);

}  // namespace vigyapti
