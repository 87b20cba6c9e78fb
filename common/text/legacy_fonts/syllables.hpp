// From the order of the page to that of Unicode: what a legacy font draws becomes syllables, each
// with its hook र्, its consonants, its vowel and its signs in their places.
#pragma once

#include <string>

namespace vigyapti::legacy {

// What speaks against a text's having been typed for the font.
struct Faults {
    unsigned impossible = 0;  // a sign on no letter, two vowels on one
    unsigned unlikely = 0;  // अ, इ or उ behind a bare consonant, a half letter that ends a word
};

// Takes what is drawn character by character; text() has all of it after finish().
//
// Rules of the Devanagari typewriter and of fonts that took its place: ि is struck before the
// consonants, which end with the first whole letter; the hook र् behind the signs of its syllable;
// ा makes a half letter whole, and with े, ै and ॅ it is ो, ौ and ॉ; a sign struck twice is struck
// once. ZWJ and ZWNJ are not typed.
class Syllables {
  public:
    void add(char16_t drawn);
    // The same for a character that no glyph stands for: it ends a syllable and is itself.
    void add_itself(char16_t c);
    // Ends the last syllable. Afterwards another text may be begun with clear().
    void finish();
    void clear();

    const std::u16string& text() const { return text_; }
    const Faults& faults() const { return faults_; }
    unsigned count() const { return count_; }
    // Syllables with a vowel sign.
    unsigned with_vowel() const { return with_vowel_; }

  private:
    bool open() const { return !letters_.empty(); }
    bool half() const;
    bool waiting() const { return early_i_ || early_reph_ || !early_signs_.empty(); }
    void add_early_i();
    void add_consonant(char16_t c);
    void add_vowel_letter(char16_t c);
    void add_vowel_sign(char16_t c);
    void add_sign(char16_t c);
    void add_reph();
    void add_virama();
    void add_nukta();
    void begin(char16_t letter);
    void end_syllable();
    void join_vowel_to_letter();

    std::u16string text_;
    std::u16string letters_;  // consonants with viramas between them, or one vowel
    char16_t vowel_ = 0;
    std::u16string signs_;
    bool reph_ = false;
    // Typed before the letters that they belong to.
    bool early_i_ = false;
    bool early_reph_ = false;
    std::u16string early_signs_;

    bool after_bare_letter_ = false;  // the syllable before has neither vowel nor sign
    Faults faults_;
    unsigned count_ = 0;
    unsigned with_vowel_ = 0;
};

}  // namespace vigyapti::legacy
