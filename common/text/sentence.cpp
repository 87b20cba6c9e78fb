#include "common/text/sentence.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.hpp"
#include "common/text/letter_names.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

// Words that end in a point without ending a sentence, in lower case.
constexpr std::array<std::string_view, 34> abbreviations{
    "mr",   "mrs", "ms",  "dr",  "prof", "gen", "lt",  "col", "maj", "capt", "adm", "gov",
    "sen",  "rep", "st",  "no",  "vs",   "rs",  "inc", "ltd", "co",  "jan",  "feb", "aug",
    "sept", "oct", "nov", "dec", "डॉ",   "प्रो", "श्री", "रु",   "कु",   "सं"};

constexpr std::u32string_view closing = U"\"'\u2019\u201D)]\u00BB";

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\n') || c == 0x00A0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

// The word that ends at `end`, in lower case where it is ASCII.
std::string word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    for (std::size_t at = end; at > 0; begin = at) {
        const CharClass kind = char_class(previous_code_point(text, at));
        if (kind == CharClass::separator) break;
    }
    return lowered(text.substr(begin, end - begin));
}

bool begins_with_digit(std::string_view word) {
    std::size_t i = 0;
    const CharClass kind = char_class(next_code_point(word, i));
    return kind == CharClass::digit || kind == CharClass::devanagari_digit;
}

// Whether a point behind `word`, which ends at `end`, marks an initial or a piece of an
// abbreviation: a single Latin letter, the Hindi name of one (एस. जयशंकर), or a short piece behind
// another point (कि.मी., e.g.).
bool is_initial(std::string_view text, std::string_view word, std::size_t end) {
    if (is_letter_name(word)) return true;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size();)
        letters += char_class(next_code_point(word, i)) == CharClass::extend ? 0 : 1;
    if (letters != 1) return false;
    std::size_t first = 0;
    if (char_class(next_code_point(word, first)) != CharClass::devanagari) return true;
    return end > word.size() && text[end - word.size() - 1] == '.';
}

// Whether the full stop at `position` is followed by a space and does not belong to an
// abbreviation, an initial or a number.
bool ends_sentence(std::string_view text, std::size_t position) {
    std::size_t after = position + 1;
    while (after < text.size()) {
        std::size_t next = after;
        const char32_t c = next_code_point(text, next);
        if (is_space(c) || c == '\n') break;
        if (closing.find(c) == closing.npos) return false;
        after = next;
    }
    const std::string word = word_before(text, position);
    if (word.empty()) return true;
    if (std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end()) {
        return false;
    }
    return begins_with_digit(word) || !is_initial(text, word, position);
}

TextSpan trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        std::size_t next = begin;
        const char32_t c = next_code_point(text, next);
        if (!is_space(c) && c != '\n') break;
        begin = next;
    }
    while (end > begin) {
        std::size_t previous = end;
        const char32_t c = previous_code_point(text, previous);
        if (!is_space(c) && c != '\n') break;
        end = previous;
    }
    return {begin, end};
}

}  // namespace

std::vector<TextSpan> split_sentences(std::string_view text) {
    std::vector<TextSpan> sentences;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        const TextSpan span = trimmed(text, begin, end);
        if (span.begin < span.end) sentences.push_back(span);
        begin = end;
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t at = i;
        const char32_t c = next_code_point(text, i);
        const bool mark = c == 0x0964 || c == 0x0965 || c == '?' || c == '!';
        if (c == '\n') {
            close(at);
        } else if (mark || (c == '.' && ends_sentence(text, at))) {
            // Closing quotes and repeated marks belong to the sentence that they end.
            for (std::size_t next = i; next < text.size(); i = next) {
                const char32_t d = next_code_point(text, next);
                if (closing.find(d) == closing.npos && d != '?' && d != '!' && d != '.' &&
                    d != 0x0964 && d != 0x0965) {
                    break;
                }
            }
            close(i);
        }
    }
    close(text.size());
    return sentences;
}

}  // namespace vigyapti
