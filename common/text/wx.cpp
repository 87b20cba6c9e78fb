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

}  // namespace

void append_wx(std::u16string_view word, std::string& out) {
    std::string rest;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char letter = wx_letter(word[i]);
        if (letter == '\0') {
            to_utf8(word.substr(i, 1), rest);
            out += rest;
            continue;
        }
        if (i > 0 && is_vowel_letter(word[i]) && is_consonant(word[i - 1])) out += 'a';
        out += letter;
    }
}

}  // namespace vigyapti
