// What each character draws in a legacy font: a table a font, and the search in it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/legacy_font.hpp"

namespace vigyapti::legacy {

// Characters as they are typed (the UTF-8 of what windows-1252 has for the font's bytes) and what
// they draw, in the order of the page: ि before its consonants, र् (the hook above; the letter only
// behind a virama, as in श्र्) behind its syllable. Half letters end in a virama. Nothing for a mere
// stroke.
struct Glyph {
    std::string_view typed;
    std::u16string_view drawn;
};

// The table of `font`; empty for none. Each `typed` stands once in it.
std::span<const Glyph> glyphs_of(LegacyFont font);

// Stands for the hook र् in what find_glyph gives, so that it is not taken for the letter.
inline constexpr char16_t reph = u'\uE000';

// Characters of a text are numbered as in the fonts, by their byte; what no byte stands for is the
// code point and this bit.
inline constexpr char32_t foreign = 0x8000'0000;

// The same for text that was decoded as windows-1252, as Latin-1 and, as happens with symbol fonts,
// into the private use area.
char32_t font_code(char32_t code_point);
void append_typed(std::string_view text, std::u32string& typed);

class GlyphMap {
  public:
    // For any font but none. The map lives as long as the program.
    static const GlyphMap& of(LegacyFont font);

    // What the longest glyph at `position` of `typed` draws; `position` is moved behind it.
    // nullptr, and `position` stays, when the font draws nothing of its own for the character.
    const std::u16string* find(std::u32string_view typed, std::size_t& position) const;

    // Whether a word that is Hindi does not begin, or end, with what `typed` draws: a vowel sign or
    // a dot of the line above, or a half letter or ि. What is drawn for punctuation too is no such.
    bool never_begins(char32_t typed) const { return typed < 0x100 && never_begins_[typed]; }
    bool never_ends(char32_t typed) const { return typed < 0x100 && never_ends_[typed]; }

  private:
    struct Entry {
        std::u32string typed;
        std::u16string drawn;
    };
    explicit GlyphMap(std::span<const Glyph> glyphs);
    void note_borders(const Entry& entry);

    std::array<std::vector<Entry>, 0x100> by_first_;  // the longest first
    std::array<bool, 0x100> never_begins_{};
    std::array<bool, 0x100> never_ends_{};
};

}  // namespace vigyapti::legacy
