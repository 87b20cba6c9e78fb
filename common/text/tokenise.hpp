// Splits text into words. The rules are those of Unicode's UAX #29 with these differences, each of
// them wanted for Hindi and English releases:
//   - Devanagari and any other script part: 19महामारी is "19" and "महामारी", Sputnikने likewise;
//   - points join single letters and letter names (U.S., यू.एन., आई. ओ. ए.) and nothing else:
//     mea.gov.in is three words;
//   - the apostrophe joins Latin letters only;
//   - a comma joins digits only as a grouping sign (1,00,000 and 100,000, not 2019,2020), a point
//     only as a decimal point;
//   - the underscore, the colon and other marks part, and each ideograph or kana is a word.
// Hyphens part, as in UAX #29.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/token.hpp"

namespace vigyapti {

class Tokeniser {
  public:
    // `text` must outlive the tokeniser and be shorter than 4 GiB. Malformed UTF-8 separates words.
    explicit Tokeniser(std::string_view text) : text_(text) {}

    // Moves to the next token. Returns false at the end of the text.
    bool next(Token& token);

  private:
    void scan_devanagari(Token& token);
    void scan_alphanumeric(Token& token);
    bool scan_latin_abbreviation(Token& token);
    bool scan_devanagari_abbreviation(Token& token, std::size_t first_end);

    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace vigyapti
