// Tables of values with separators (RFC 4180): commas, semicolons, tabs or bars, whichever the
// header line has most of. The header names the columns, by the names of field_names; each other
// row is a release. Values in quotes may hold separators and line ends. A text that is, as a whole,
// a list of strings as Python or JSON writes it is one paragraph a string.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields a release a row; a row that is none is reported with its line. Throws Error(bad_input)
// when no column is a title or a text, with the columns that there are.
void read_csv(const Input& input, DraftSink& sink);

}  // namespace vigyapti
