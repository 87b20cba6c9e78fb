// Hyphens at the ends of lines: those that divide a word go, those of compounds stay.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/readers/pdf_lines.hpp"

namespace vigyapti {

class PdfHyphens {
  public:
    // `lines`: of a whole document, whose words within lines tell compounds from divided words.
    explicit PdfHyphens(const std::vector<PdfLine>& lines);

    // Appends the next line to `text`, by the rules in pdf_paragraphs.hpp.
    void join(std::string& text, std::string_view line) const;

  private:
    bool keeps_hyphen(std::string_view first, std::string_view second) const;

    std::unordered_set<std::string> words_;  // in lower case, compounds with their hyphens
};

}  // namespace vigyapti
