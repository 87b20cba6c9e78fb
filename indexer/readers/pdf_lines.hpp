// Lines of text out of the words of a PDF page, which are known by their places only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/mend_devanagari.hpp"
#include "indexer/readers/pdf_letters.hpp"

namespace vigyapti {

// Lengths are in points, from the upper left corner of the page.
struct PdfWord {
    std::string text;  // UTF-8
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0;  // of the font; 0 when unknown
    std::string font;
    bool space_after = false;
    int rotation = 0;  // in quarter turns
    // Where its last letter begins; as `right` when that is not known or does not matter.
    double last_letter = 0;
};

struct PdfLine {
    std::string text;  // mended, trimmed, never empty
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0;
    double first_word = 0;  // its width
    std::string font;       // of most of its letters
    bool bold = false;      // all of it
    int page = 0;           // from 0
};

// The order of the signs in each font of a document, by its name.
using SignOrders = std::map<std::string, SignOrder, std::less<>>;

// What is known of a document's fonts.
struct PdfFonts {
    SignOrders orders;
    LetterWidths widths;
};

// Appends the lines of a page to `lines`. `words` are in the order of reading and level. A gap
// behind a letter whose sign has no width of its own (अक्टू बर), which poppler takes for a space, is
// closed when the letter fills it.
void append_lines(const std::vector<PdfWord>& words, int page, const PdfFonts& fonts,
                  std::vector<PdfLine>& lines);

// `word` as if the page were turned so that it is level.
PdfWord levelled(PdfWord word);

// The name of a font without the letters before it that make it unique to its file.
std::string_view plain_font_name(std::string_view name);

}  // namespace vigyapti
