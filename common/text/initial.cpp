#include "common/text/initial.hpp"

#include <algorithm>
#include <string>

#include "common/text/analyser.hpp"
#include "common/text/utf8.hpp"
#include "common/text/wx.hpp"

namespace vigyapti {
namespace {

// Letters that folds and stems may exchange are of one class: a consonant and its aspirate (अच्छा →
// अछा), sibilants (भाषा → भाशा), all vowels, nasals (गणेश → गनेश), ऋ and रि (कृषि → करिषि). The
// vowels, nasals and य stand first: they are passed over behind the first letter, since signs are
// written for them or nothing (सम्बन्ध → संबंध, गये → गए).
constexpr auto devanagari_classes = std::to_array<std::u16string_view>(
    {u"अआइईउऊएऐओऔऑऍऎऒऄॲ", u"ङञणनऩम", u"य\u095F", u"कख\u0958\u0959", u"गघ\u095A", u"चछ", u"जझ\u095B",
     u"टठ", u"डढ\u095C\u095D", u"तथ", u"दध", u"पफ\u095E", u"बभ", u"रऱऋॠृॄ", u"लळऴ", u"व", u"शष", u"स",
     u"ह"});
constexpr std::size_t passed_over = 3;

constexpr std::size_t latin_letters = 26;
constexpr std::uint8_t first_consonant = latin_letters + passed_over;
constexpr char16_t block_begin = 0x0900;
constexpr std::size_t block_size = 0x80;
constexpr std::uint8_t no_class = Initial::any;

constexpr auto devanagari_table = [] {
    std::array<std::uint8_t, block_size> table{};
    table.fill(no_class);
    for (std::size_t i = 0; i < devanagari_classes.size(); ++i) {
        for (const char16_t letter : devanagari_classes.at(i))
            table.at(letter - block_begin) = static_cast<std::uint8_t>(latin_letters + i);
    }
    return table;
}();

std::uint8_t class_of(char32_t letter) {
    if (letter >= U'a' && letter <= U'z') return static_cast<std::uint8_t>(letter - U'a');
    if (letter >= U'A' && letter <= U'Z') return static_cast<std::uint8_t>(letter - U'A');
    if (letter >= block_begin && letter < block_begin + block_size) {
        return devanagari_table[letter - block_begin];
    }
    return no_class;
}

bool is_latin_vowel(std::uint8_t letter) {
    constexpr std::uint32_t vowels = 1U << ('a' - 'a') | 1U << ('e' - 'a') | 1U << ('i' - 'a') |
                                     1U << ('o' - 'a') | 1U << ('u' - 'a') | 1U << ('y' - 'a');
    return (vowels >> letter & 1U) != 0;
}

// Of the letters behind the first, which is of class `first`.
std::uint8_t second_of_latin(std::string_view rest, std::uint8_t first) {
    for (const char letter : rest) {
        const std::uint8_t found = class_of(static_cast<unsigned char>(letter));
        if (found != no_class) {
            if (found != first && !is_latin_vowel(found)) return found;
        } else if (letter != '.' && letter != '\'') {
            return Initial::any;  // a digit, an accented letter
        }
    }
    return Initial::none;
}

template <typename Letter>
std::uint8_t second_of_devanagari(Letter&& next_letter, std::uint8_t first) {
    while (const char32_t letter = next_letter()) {
        if (letter < block_begin || letter >= block_begin + block_size) {
            const bool joins = letter == U'\u200C' || letter == U'\u200D';
            if (!joins) return Initial::any;
            continue;
        }
        const std::uint8_t found = devanagari_table[letter - block_begin];
        if (found != no_class && found >= first_consonant && found != first) return found;
    }
    return Initial::none;
}

}  // namespace

Initial initial_of_word(std::string_view word) {
    if (word.empty()) return {};
    std::size_t at = 0;
    const std::uint8_t first = class_of(next_code_point(word, at));
    if (first == no_class) return {};
    if (first < latin_letters) return {first, second_of_latin(word.substr(at), first)};
    const auto next_letter = [&] { return at < word.size() ? next_code_point(word, at) : U'\0'; };
    return {first, second_of_devanagari(next_letter, first)};
}

Initial initial_of_term(std::string_view term) {
    Initial initial;
    if (is_hindi(term)) {
        std::u16string word;
        from_wx(term.substr(1), word);
        std::size_t at = 1;
        const auto next_letter = [&] { return at < word.size() ? word[at++] : U'\0'; };
        if (!word.empty()) initial.first = class_of(word.front());
        if (initial.first != no_class)
            initial.second = second_of_devanagari(next_letter, initial.first);
    } else {
        initial = initial_of_word(term);
    }
    if (initial.second == Initial::none) initial.second = Initial::any;
    return initial;
}

void Initials::add(const Initial& term) {
    constexpr std::uint64_t every = ~std::uint64_t{0};
    if (term.first == Initial::any) {
        rows_.fill(every);
    } else {
        rows_.at(term.first) |=
            term.second == Initial::any ? every : std::uint64_t{1} << term.second;
    }
}

Initials& Initials::operator|=(const Initials& other) {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        rows_[i] |= other.rows_[i];
    return *this;
}

}  // namespace vigyapti
