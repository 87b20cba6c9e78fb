// How wide Devanagari letters are in the fonts of a PDF. poppler takes a word to end where its last
// glyph does; where that is a sign above or below the letter, of no width of its own, the rest of
// the letter looks like a space (अक्टू बर, कें द्र). What the letter measures elsewhere tells.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// The consonants or the vowel letter that a word ends in.
struct LastLetter {
    std::string base;        // without signs and without a र् that is drawn above it
    std::size_t begin = 0;   // number of the code point in the word
    bool has_signs = false;  // that may hide its width
};

// Of a word in UTF-8; an empty base when it ends in something else.
LastLetter last_letter(std::string_view word);

class LetterWidths {
  public:
    // `edges`: the left edges of the code points of `word`, and the right edge of the last one.
    // Letters with signs tell nothing: poppler may divide a syllable's width evenly.
    void look_at(std::string_view font, std::string_view word, const std::vector<double>& edges,
                 double size);

    // The commonest width, in sizes of the font; 0 when unknown.
    double width(std::string_view font, std::string_view base) const;

  private:
    // How often a letter is how wide, in hundredths of the size.
    using Counts = std::map<int, int>;
    using Widths = std::map<std::string, Counts, std::less<>>;

    std::map<std::string, Widths, std::less<>> fonts_;
};

}  // namespace vigyapti
