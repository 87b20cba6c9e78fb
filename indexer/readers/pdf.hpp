// PDF files, through poppler: the text in the order of reading, in paragraphs, without the headers
// and footers of the pages.
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields one release. The title is the paragraph with the largest letters of the first page and
// what the document's properties say; its date is the day it was made. A page without text between
// others is a problem when the file has pictures of the size of a page. Throws Error(bad_input) for
// what poppler cannot read, files that want a password, scans without text and files of more than
// 5,000 pages or 64 MB of text.
//
// Opens no files after prepare_pdf(). What poppler would look up in files then, the character sets
// of fonts for Chinese, Japanese and Korean that are not in the document, is missing from the text.
void read_pdf(const Input& input, DraftSink& sink);

// Lets poppler and the C library read the files that they need: poppler's list of its data and the
// C library's converters. To be called once, before other threads read PDF files and before a
// process may open files no more.
void prepare_pdf();

}  // namespace vigyapti
