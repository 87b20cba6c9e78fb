// Paragraphs of plain text whose lines a program broke at a column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/draft.hpp"

namespace vigyapti {

using Lines = std::vector<std::string_view>;

struct MailParagraph {
    PartKind kind;
    Lines lines;
};

// The longest line of those that a program may have broken, in code points; 0 when there is none.
std::size_t width_of(const std::vector<MailParagraph>& paragraphs);

// The text of `paragraph`, in which lines that were full at `width` go on with the next. 0: none
// were.
std::string join_broken(const MailParagraph& paragraph, std::size_t width);

}  // namespace vigyapti
