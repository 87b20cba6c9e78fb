#include "common/text/initial.hpp"

#include <array>
#include <string>

#include "common/text/analyser.hpp"
#include "common/text/utf8.hpp"
#include "common/text/wx.hpp"

namespace vigyapti {
namespace {

// Letters that folds and stems may exchange are of one class: a consonant and its aspirate (अच्छा →
// अछा), nasals (गणेश → गनेश), sibilants (भाषा → भाशा), all vowels, ऋ and रि.
constexpr auto devanagari_classes = std::to_array<std::u16string_view>(
    {u"कख", u"गघ", u"चछ", u"जझ", u"टठ", u"डढ", u"तथ", u"दध", u"पफ", u"बभ", u"ङञणनऩम", u"य", u"रऱऋॠ",
     u"लळऴ", u"व", u"शष", u"स", u"ह", u"अआइईउऊएऐओऔऑऍऎऒऄॲ"});

constexpr std::size_t latin_letters = 26;
constexpr char16_t block_begin = 0x0900;
constexpr std::size_t block_size = 0x80;

constexpr std::array<Initials, block_size> make_devanagari_table() {
    std::array<Initials, block_size> table{};
    table.fill(any_initial);
    for (std::size_t i = 0; i < devanagari_classes.size(); ++i) {
        for (const char16_t letter : devanagari_classes.at(i))
            table.at(letter - block_begin) = Initials{1} << (latin_letters + i);
    }
    return table;
}

constexpr std::array<Initials, block_size> devanagari_table = make_devanagari_table();

Initials initial_of(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return Initials{1} << (letter - U'a');
    if (letter >= U'A' && letter <= U'Z') return Initials{1} << (letter - U'A');
    if (letter >= block_begin && letter < block_begin + block_size) {
        return devanagari_table.at(letter - block_begin);
    }
    return any_initial;
}

}  // namespace

Initials initial_of_word(std::string_view word) {
    std::size_t at = 0;
    return word.empty() ? any_initial : initial_of(next_code_point(word, at));
}

Initials initial_of_term(std::string_view term) {
    if (!is_hindi(term)) return initial_of_word(term);
    std::u16string word;
    from_wx(term.substr(1), word);
    return word.empty() ? any_initial : initial_of(word.front());
}

}  // namespace vigyapti
