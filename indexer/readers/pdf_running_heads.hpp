// The headers, footers and numbers of pages, which are no part of the text.
#pragma once

#include <vector>

#include "indexer/readers/pdf_lines.hpp"

namespace vigyapti {

// For each of `lines` (of a whole document, page after page) whether it is a header, a footer or
// the number of its page: a line among the three uppermost or lowest of its page which stands
// there, but for its digits, on half of the pages and on two at least; and an outermost line that
// only numbers the page ("- 2 -", "Page 2 of 5", "पृष्ठ २").
std::vector<bool> find_running_heads(const std::vector<PdfLine>& lines);

}  // namespace vigyapti
