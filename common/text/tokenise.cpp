#include "common/text/tokenise.hpp"

#include <algorithm>

#include "common/text/letter_names.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Char {
    CharClass kind = CharClass::separator;
    std::size_t end = 0;  // behind the character
};

// The character at `position`; a separator of no length at the end of the text.
inline Char char_at(std::string_view text, std::size_t position) {
    if (position >= text.size()) return {CharClass::separator, position};
    const char32_t c = next_code_point(text, position);
    return {char_class(c), position};
}

bool is_digit(CharClass kind) {
    return kind == CharClass::digit || kind == CharClass::devanagari_digit;
}

bool is_letter(CharClass kind) {
    return kind == CharClass::latin || kind == CharClass::other_letter ||
           kind == CharClass::devanagari;
}

std::size_t skip_extend(std::string_view text, std::size_t position) {
    for (Char c = char_at(text, position); c.kind == CharClass::extend && c.end > position;
         c = char_at(text, position)) {
        position = c.end;
    }
    return position;
}

// End of the run of digits at `position`, and how many there are.
std::pair<std::size_t, std::size_t> digit_run(std::string_view text, std::size_t position) {
    std::size_t count = 0;
    for (Char c = char_at(text, position); is_digit(c.kind); c = char_at(text, position)) {
        position = c.end;
        ++count;
    }
    return {position, count};
}

bool has(std::string_view text, std::size_t position, std::string_view what) {
    return text.substr(std::min(position, text.size())).starts_with(what);
}

bool follows_digit_and_point(std::string_view text, std::size_t position) {
    if (position < 2 || text[position - 1] != '.') return false;
    std::size_t before = position - 1;
    return is_digit(char_class(previous_code_point(text, before)));
}

// End of the number that begins at `position`: 100,000 and 1,00,000 with their commas when the
// groups are of three digits or, before the last, two; then at most one decimal point.
std::size_t number_end(std::string_view text, std::size_t position) {
    auto [end, first] = digit_run(text, position);
    std::size_t grouped = end;
    std::size_t last = 0;
    bool grouping = first >= 1 && first <= 3;
    while (grouping && has(text, grouped, ",")) {
        const auto [next, count] = digit_run(text, grouped + 1);
        if (count == 0) break;
        grouping = (last == 0 || last == 2 || last == 3) && (count == 2 || count == 3);
        last = count;
        grouped = next;
    }
    if (grouping && last == 3) end = grouped;
    // In a date such as 17.10.2023 no point is decimal.
    const bool in_date = follows_digit_and_point(text, position);
    if (!in_date && has(text, end, ".")) {
        const auto [fraction, count] = digit_run(text, end + 1);
        const bool another = has(text, fraction, ".") && digit_run(text, fraction + 1).second > 0;
        if (count > 0 && !another) end = fraction;
    }
    return end;
}

// Length of an apostrophe (' or U+2019) at `position`, else 0.
std::size_t apostrophe_length(std::string_view text, std::size_t position) {
    if (has(text, position, "'")) return 1;
    return has(text, position, "\u2019") ? 3 : 0;
}

// One written syllable: a single letter with its signs, as the parts of कि.मी. are.
bool is_akshara(std::string_view piece) {
    std::size_t position = 0;
    std::size_t letters = 0;
    while (position < piece.size())
        letters += char_class(next_code_point(piece, position)) == CharClass::devanagari ? 1 : 0;
    return letters == 1;
}

std::size_t devanagari_end(std::string_view text, std::size_t position) {
    for (;;) {
        const Char c = char_at(text, position);
        if (c.kind != CharClass::devanagari && c.kind != CharClass::extend) return position;
        position = c.end;
    }
}

std::size_t skip_spaces(std::string_view text, std::size_t position) {
    while (has(text, position, " "))
        ++position;
    return position;
}

}  // namespace

bool Tokeniser::next(Token& token) {
    for (;;) {
        const Char c = char_at(text_, position_);
        if (c.end == position_) return false;
        token.begin = static_cast<std::uint32_t>(position_);
        token.abbreviation = false;
        switch (c.kind) {
            case CharClass::separator:
            case CharClass::extend:
                position_ = c.end;
                continue;
            case CharClass::ideograph:
                position_ = skip_extend(text_, c.end);
                token.kind = TokenKind::other;
                break;
            case CharClass::devanagari:
                scan_devanagari(token);
                break;
            default:
                scan_alphanumeric(token);
                break;
        }
        token.end = static_cast<std::uint32_t>(position_);
        return true;
    }
}

void Tokeniser::scan_devanagari(Token& token) {
    token.kind = TokenKind::devanagari;
    const std::size_t end = devanagari_end(text_, position_);
    if (!scan_devanagari_abbreviation(token, end)) position_ = end;
}

bool Tokeniser::scan_devanagari_abbreviation(Token& token, std::size_t first_end) {
    if (!has(text_, first_end, ".")) return false;
    std::size_t position = position_;
    std::size_t pieces = 0;
    std::size_t end = position_;
    for (;;) {
        const std::size_t piece_end = devanagari_end(text_, position);
        const std::string_view piece = text_.substr(position, piece_end - position);
        const bool name = is_letter_name(piece);
        if (!name && !is_akshara(piece)) break;
        const bool point = has(text_, piece_end, ".");
        // Before a space only letter names with a point are taken: आई. ओ. ए. but not था. वह.
        const bool spaced = position > position_ && text_[position - 1] == ' ';
        if (!point && (pieces == 0 || spaced)) break;
        ++pieces;
        end = point ? piece_end + 1 : piece_end;
        if (!point) break;
        position = name ? skip_spaces(text_, end) : end;
        if (char_at(text_, position).kind != CharClass::devanagari) break;
        if (position > end) {
            const std::size_t next_end = devanagari_end(text_, position);
            if (!is_letter_name(text_.substr(position, next_end - position))) break;
        }
    }
    if (pieces < 2) return false;
    token.abbreviation = true;
    position_ = end;
    return true;
}

bool Tokeniser::scan_latin_abbreviation(Token& token) {
    if (!has(text_, char_at(text_, position_).end, ".")) return false;
    std::size_t position = position_;
    std::size_t pieces = 0;
    std::size_t end = position_;
    for (;;) {
        const Char letter = char_at(text_, position);
        if (letter.kind != CharClass::latin) break;
        const CharClass following = char_at(text_, letter.end).kind;
        if (following != CharClass::separator) break;
        const bool point = has(text_, letter.end, ".");
        if (!point && pieces == 0) break;
        ++pieces;
        end = point ? letter.end + 1 : letter.end;
        if (!point) break;
        position = end;
    }
    if (pieces < 2) return false;
    token.kind = TokenKind::latin;
    token.abbreviation = true;
    const std::size_t apostrophe = apostrophe_length(text_, end);
    const bool possessive = apostrophe > 0 && has(text_, end + apostrophe, "s") &&
                            !is_letter(char_at(text_, end + apostrophe + 1).kind);
    position_ = possessive ? end + apostrophe + 1 : end;
    return true;
}

void Tokeniser::scan_alphanumeric(Token& token) {
    if (scan_latin_abbreviation(token)) return;
    bool letters = false;
    bool only_latin = true;
    bool only_digits = true;
    for (;;) {
        const Char c = char_at(text_, position_);
        if (is_digit(c.kind)) {
            position_ = letters ? digit_run(text_, position_).first : number_end(text_, position_);
        } else if (c.kind == CharClass::latin || c.kind == CharClass::other_letter) {
            only_latin &= c.kind == CharClass::latin;
            only_digits = false;
            letters = true;
            position_ = c.end;
        } else if (c.kind == CharClass::extend && c.end > position_) {
            position_ = c.end;
        } else {
            const std::size_t apostrophe = letters ? apostrophe_length(text_, position_) : 0;
            if (apostrophe == 0) break;
            const CharClass after = char_at(text_, position_ + apostrophe).kind;
            if (after != CharClass::latin) break;
            position_ += apostrophe;
        }
    }
    token.kind = only_digits ? TokenKind::number : only_latin ? TokenKind::latin : TokenKind::other;
}

}  // namespace vigyapti
