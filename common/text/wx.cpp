#include "common/text/wx.hpp"

#include <array>

#include "common/text/devanagari.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using namespace devanagari;

constexpr char16_t block = 0x0900;

// Indexed by the distance from the beginning of the block; '\0' where WX has no letter.
constexpr std::array<char, 0x60> build_table() {
    std::array<char, 0x60> table{};
    constexpr std::u16string_view letters = u"अआइईउऊऋऌएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौँंः़्";
    constexpr std::string_view ascii =
        "aAiIuUqLeEoOkKgGfcCjJFtTdDNwWxXnpPbBmyrlvSRshAiIuUqeEoOzMH_Z";
    static_assert(letters.size() == ascii.size());
    for (std::size_t i = 0; i < letters.size(); ++i)
        table[static_cast<std::size_t>(letters[i] - block)] = ascii[i];
    return table;
}

constexpr auto table = build_table();

char wx_letter(char16_t c) {
    if (c < block || c >= block + table.size()) return '\0';
    return table[static_cast<std::size_t>(c - block)];
}

// The inverse for vowels as signs, or as letters; the same for all other letters.
constexpr std::array<char16_t, 0x80> build_inverse(bool as_sign) {
    std::array<char16_t, 0x80> inverse{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i] == '\0') continue;
        const auto letter = static_cast<char16_t>(block + i);
        char16_t& found = inverse[static_cast<unsigned char>(table[i])];
        if (found == u'\0' || is_vowel_sign(letter) == as_sign) found = letter;
    }
    return inverse;
}

constexpr auto signs = build_inverse(true);
constexpr auto letters = build_inverse(false);

// The Devanagari letter that WX writes `c`: a vowel is a sign behind a consonant, else a letter.
char16_t letter_of(char c, bool as_sign) {
    return (as_sign ? signs : letters)[static_cast<unsigned char>(c)];
}

}  // namespace

void append_wx(std::u16string_view word, std::string& out) {
    std::string rest;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char letter = wx_letter(word[i]);
        if (letter == '\0') {
            const bool pair = word[i] >= 0xD800 && word[i] <= 0xDBFF;
            to_utf8(word.substr(i, pair ? 2 : 1), rest);
            out += rest;
            i += pair ? 1 : 0;
            continue;
        }
        if (i > 0 && is_vowel_letter(word[i]) && is_consonant(word[i - 1])) out += 'a';
        out += letter;
    }
}

void from_wx(std::string_view wx, std::u16string& word) {
    word.clear();
    std::u16string rest;
    bool inherent = false;  // an 'a' was read: a vowel behind it is a letter
    for (std::size_t i = 0; i < wx.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(wx, i);
        const bool after_consonant = !word.empty() && is_consonant(word.back());
        if (c == 'a' && after_consonant && !inherent) {
            inherent = true;
            continue;
        }
        const bool as_sign = after_consonant && !inherent;
        const char16_t letter = c < 0x80 ? letter_of(static_cast<char>(c), as_sign) : u'\0';
        if (letter != u'\0') {
            word += letter;
        } else {
            to_utf16(wx.substr(begin, i - begin), rest);
            word += rest;
        }
        inherent = false;
    }
}

}  // namespace vigyapti
