// Where the columns of a document begin and end, by which the last line of a paragraph is told from
// one that goes on.
#pragma once

#include <map>
#include <vector>

#include "indexer/readers/pdf_lines.hpp"

namespace vigyapti {

struct PdfColumn {
    double left = 0;
    double right = 0;
};

class PdfColumns {
  public:
    // `lines`: of a whole document. Time n log n.
    explicit PdfColumns(const std::vector<PdfLine>& lines);

    // The column that `line`, one of them, stands in: on its page where that shows one, else as
    // the document has it, else as wide as the widest line of the page.
    PdfColumn of(const PdfLine& line) const;

    // The usual distance between the bottoms of two lines of a paragraph, in sizes of their font.
    double pitch() const { return pitch_; }

  private:
    using ByLeft = std::map<int, PdfColumn>;

    std::map<int, ByLeft> pages_;
    std::map<int, double> widest_;  // right edges, a page
    ByLeft document_;
    double pitch_ = 1.2;
};

}  // namespace vigyapti
