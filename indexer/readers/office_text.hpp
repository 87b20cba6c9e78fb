// The text of a word processor's document as its reader comes upon it: paragraphs, which may hold
// others (text boxes, notes), and tables, a row of which becomes one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/draft.hpp"

namespace vigyapti {

class OfficeText {
  public:
    void begin_paragraph(PartKind kind);
    void end_paragraph();
    bool in_paragraph() const { return !open_.empty(); }

    // Of the innermost paragraph, when a style says so after its beginning.
    void set_kind(PartKind kind);
    // Text without soft hyphens; `font` as the file names it.
    void append(std::string_view text, std::string_view font = {});

    void begin_row();
    void end_cell();
    void end_row();

    // Adds all paragraphs to `draft`. The first title is its title, others are lines of the body.
    void add_to(Draft& draft) const;

  private:
    // From `begin` of a paragraph on its text is set in `font`; empty: one of Unicode's.
    struct FontRun {
        std::size_t begin;
        std::string font;
    };
    struct Paragraph {
        PartKind kind = PartKind::body;
        std::string text;
        std::vector<FontRun> fonts;
    };

    // A table within a cell is part of it.
    bool in_table() const { return rows_ > 0; }
    void put(const Paragraph& paragraph);

    std::vector<Paragraph> open_;
    std::vector<Part> done_;
    Paragraph row_;
    bool cell_ended_ = false;
    bool titled_ = false;
    std::size_t rows_ = 0;
};

}  // namespace vigyapti
