// ODT, the text documents of LibreOffice and others (OpenDocument, ISO/IEC 26300), their templates
// and the flat form in one XML file (.fodt).
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release, as read_docx does (docx.hpp); notes stand at the end, comments are left out.
// Throws Error(bad_input) for what is none, for encrypted files, and beyond the limits of
// zip_parts.hpp and office_xml.hpp. Opens no files.
void read_odt(const Input& input, DraftSink& sink);

}  // namespace vigyapti
