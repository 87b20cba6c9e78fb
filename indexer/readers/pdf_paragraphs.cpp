#include "indexer/readers/pdf_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>
#include <string_view>

#include "common/base/ascii.hpp"
#include "common/text/legacy_font.hpp"
#include "indexer/readers/pdf_columns.hpp"
#include "indexer/readers/pdf_hyphens.hpp"
#include "indexer/readers/pdf_running_heads.hpp"

namespace vigyapti {
namespace {

// How much further apart than usual two lines must be to be of two paragraphs.
constexpr double wider = 1.25;

// In sizes of the font.
constexpr double indent = 0.8;
constexpr double space = 0.25;
constexpr double other_size = 0.08;

bool ends_sentence(std::string_view text) {
    for (const std::string_view closing : {"\"", "'", ")", "”", "’", "]"}) {
        if (text.ends_with(closing)) {
            text.remove_suffix(closing.size());
            break;
        }
    }
    const std::array<std::string_view, 8> ends{".", "!", "?", ":", ";", "।", "॥", "…"};
    return std::any_of(ends.begin(), ends.end(),
                       [text](std::string_view end) { return text.ends_with(end); });
}

bool begins_item(std::string_view text) {
    const std::array<std::string_view, 9> marks{"• ", "▪ ", "● ", "■ ", "◦ ",
                                                "– ", "— ", "* ", "➢ "};
    return text == "•" || std::any_of(marks.begin(), marks.end(), [text](std::string_view mark) {
               return text.starts_with(mark);
           });
}

// "1. ", "(2) " or "३. ".
bool begins_number(std::string_view text) {
    if (text.starts_with('(')) text.remove_prefix(1);
    std::size_t digits = 0;
    while (!text.empty() && digits < 3) {
        if (is_digit(text.front())) {
            text.remove_prefix(1);
        } else if (text.starts_with("\xE0\xA5") && text.size() > 2 && text[2] >= '\xA6' &&
                   text[2] <= '\xAF') {
            text.remove_prefix(3);
        } else {
            break;
        }
        ++digits;
    }
    return digits > 0 && (text.starts_with(". ") || text.starts_with(") "));
}

class Joining {
  public:
    explicit Joining(const std::vector<PdfLine>& lines)
        : lines_(lines), columns_(lines), hyphens_(lines), heads_(find_running_heads(lines)) {}

    std::vector<PdfParagraph> run() {
        const PdfLine* last = nullptr;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const PdfLine& line = lines_[i];
            if (heads_[i]) {
                if (seen_.insert(line.text).second) later_.push_back(begun_with(line, true));
                continue;
            }
            if (last != nullptr && goes_on(*last, line)) {
                join(line);
                open_.bold = open_.bold && line.bold;
            } else {
                close();
                open_ = begun_with(line, false);
            }
            last = &line;
        }
        close();
        return std::move(paragraphs_);
    }

  private:
    static PdfParagraph begun_with(const PdfLine& line, bool running_head) {
        return {line.text, line.size, line.font, line.bold, running_head, line.page};
    }

    // In a font whose letters are not Unicode's '-' is any letter.
    void join(const PdfLine& line) {
        if (legacy_font_named(open_.font) == LegacyFont::none) {
            hyphens_.join(open_.text, line.text);
        } else {
            open_.text += ' ' + line.text;
        }
    }

    // Running heads that stood within the open paragraph come behind it.
    void close() {
        if (!open_.text.empty()) paragraphs_.push_back(std::move(open_));
        open_ = {};
        std::move(later_.begin(), later_.end(), std::back_inserter(paragraphs_));
        later_.clear();
    }

    bool goes_on(const PdfLine& a, const PdfLine& b) const {
        const double size = std::max(a.size, b.size);
        if (std::abs(a.size - b.size) > size * other_size || a.bold != b.bold) return false;
        if (begins_item(b.text) || (begins_number(b.text) && ends_sentence(a.text))) return false;
        const PdfColumn of_a = columns_.of(a);
        const PdfColumn of_b = columns_.of(b);
        const bool below = a.page == b.page && b.bottom > a.bottom && b.left < a.right;
        if (below && b.bottom - a.bottom > size * columns_.pitch() * wider) return false;
        if (!below && ends_sentence(a.text)) return false;
        if (of_a.right - a.right > b.first_word + size * space) return false;
        return !is_indented(a, of_a, b, of_b, size);
    }

    static bool is_indented(const PdfLine& a, const PdfColumn& of_a, const PdfLine& b,
                            const PdfColumn& of_b, double size) {
        const double in_a = a.left - of_a.left;
        const double in_b = b.left - of_b.left;
        if (in_b < size * indent || in_b - in_a < size * indent) return false;
        // Lines about one axis are centred, as headings are; behind an item's mark and number its
        // other lines stand in.
        const bool centred = std::abs(a.left + a.right - b.left - b.right) < size && in_a > size;
        return !centred && !begins_item(a.text) && !begins_number(a.text);
    }

    const std::vector<PdfLine>& lines_;
    PdfColumns columns_;
    PdfHyphens hyphens_;
    std::vector<bool> heads_;
    std::set<std::string_view> seen_;
    PdfParagraph open_;
    std::vector<PdfParagraph> later_;
    std::vector<PdfParagraph> paragraphs_;
};

}  // namespace

std::vector<PdfParagraph> join_paragraphs(const std::vector<PdfLine>& lines) {
    return Joining(lines).run();
}

}  // namespace vigyapti
