// What in a PDF may be its title.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/readers/pdf_paragraphs.hpp"

namespace vigyapti {

// Whether the title in a document's properties is one: not "Microsoft Word - x.doc", "untitled",
// a name of a file or empty.
bool is_stated_title(std::string_view property);

// The number of the paragraph that is the heading: one of the first page with the letters of
// `stated`, which may be empty; else the one with the largest letters, when they are larger than
// those of the text; else the first that is bold where the text is not. Letterheads ("Government of
// India", "Press Release") are passed over.
std::optional<std::size_t> find_title(const std::vector<PdfParagraph>& paragraphs,
                                      std::string_view stated);

}  // namespace vigyapti
