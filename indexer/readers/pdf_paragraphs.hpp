// Paragraphs out of the lines of a PDF, which itself knows of none.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/pdf_lines.hpp"

namespace vigyapti {

struct PdfParagraph {
    std::string text;  // on one line
    double size = 0;
    std::string font;
    bool bold = false;
    bool running_head = false;  // a header or footer, see pdf_running_heads.hpp
    int page = 0;               // that it begins on
};

// The paragraphs of a document, each different running head once. A line goes on in the next one
// unless
//   - it leaves room for the first word of the next;
//   - the next one stands lower than lines of a paragraph do, is indented, begins a list's item or
//   is
//     set larger, smaller or bolder;
//   - the next one is elsewhere (in the next column or page) and the line ends a sentence.
// A hyphen at the end of a line goes, together with the line end, where an English word was divided
// there. It stays where the next line begins with a capital or another script (Indo-|Pacific),
// where the document has the two joined by one within a line, and where it has each of them as a
// word but not both in one.
std::vector<PdfParagraph> join_paragraphs(const std::vector<PdfLine>& lines);

}  // namespace vigyapti
