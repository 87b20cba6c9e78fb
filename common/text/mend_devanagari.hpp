// Devanagari as PDF files yield it: letters in the order and with the gaps in which a program drew
// them, not as Unicode stores them. What can be mended for certain is; a letter that the file does
// not name stays lost.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vigyapti {

// In what order a font's text has its signs. Drawn from left to right, ि stands before its
// consonants (िवदेश for विदेश) and the mark for र above a syllable behind it (वषर् for वर्ष). One
// word does not tell, since िप and पि may both follow a letter; many words do: in Unicode's order
// ि never begins a word and often ends one, drawn it is the other way round, and no Hindi word
// ends in र् (The Unicode Standard 15.0, 12.1, rules R2 to R9 and R15).
class SignOrder {
  public:
    // `text`: words in UTF-8 with white space between them.
    void look_at(std::string_view text);

    bool i_stands_first() const;
    bool reph_stands_last() const;

  private:
    std::uint64_t begins_with_i_ = 0;
    std::uint64_t ends_with_i_ = 0;
    std::uint64_t rephs_ = 0;
    std::uint64_t ends_with_reph_ = 0;
};

// `text` (UTF-8) with what is out of order put right:
//   - ि and the mark for र, where `order` says so;
//   - a space within a word, before a sign that cannot begin one (राष्ट्र ीय);
//   - a sign twice, which no syllable has (कोो);
//   - a vowel in two pieces (ा + े for ो, अ + ा for आ), and a nukta or vowel behind the anusvara
//     (Unicode's order is consonant, nukta, vowel, anusvara: The Unicode Standard 15.0, table 12-1
//     and R10);
// White space stays as it is otherwise. Text of other scripts is not changed.
std::string mend_devanagari(std::string_view text, const SignOrder& order);

// Whether `c` is a Devanagari sign that stands on a letter and so begins no word.
bool is_devanagari_sign(char32_t c);

}  // namespace vigyapti
