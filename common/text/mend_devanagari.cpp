#include "common/text/mend_devanagari.hpp"

#include <algorithm>
#include <array>

#include "common/text/devanagari.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using namespace devanagari;

constexpr char16_t i_sign = u'ि';
constexpr char16_t ra = u'र';

bool is_letter(char16_t c) {
    return is_consonant(c) || is_vowel_letter(c) || (c >= u'\u0958' && c <= u'\u095F');
}

bool is_base(char16_t c) {
    return is_consonant(c) || (c >= u'\u0958' && c <= u'\u095F');
}

bool is_bindu(char16_t c) {
    return c == chandrabindu || c == anusvara;
}

bool is_sign(char16_t c) {
    return is_vowel_sign(c) || is_bindu(c) || c == visarga || c == nukta || c == virama;
}

bool is_word_char(char16_t c) {
    return is_letter(c) || is_sign(c) || c == zwj || c == zwnj;
}

// The end of the consonants that begin at `begin`: क, क़, क्ष, र्त्स्य; `begin` when there is none.
std::size_t cluster_end(std::u16string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t i = begin; i < text.size() && is_base(text[i]);) {
        ++i;
        if (i < text.size() && text[i] == nukta) ++i;
        end = i;
        if (i >= text.size() || text[i] != virama) break;
        ++i;
        if (i < text.size() && (text[i] == zwj || text[i] == zwnj)) ++i;
    }
    return end;
}

// The beginning of the syllable that ends at `end`: its consonants, vowel and bindu.
std::size_t syllable_begin(std::u16string_view text, std::size_t end) {
    std::size_t i = end;
    while (i > 0 && (is_vowel_sign(text[i - 1]) || is_bindu(text[i - 1])))
        --i;
    while (i > 0) {
        std::size_t base = i - 1;
        if (text[base] == nukta && base > 0) --base;
        if (!is_base(text[base])) break;
        i = base;
        if (i == 0 || text[i - 1] != virama) break;
        --i;
    }
    return i;
}

void put_i_behind(std::u16string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != i_sign) continue;
        const std::size_t end = cluster_end(text, i + 1);
        if (end == i + 1) continue;
        std::rotate(text.begin() + static_cast<std::ptrdiff_t>(i),
                    text.begin() + static_cast<std::ptrdiff_t>(i + 1),
                    text.begin() + static_cast<std::ptrdiff_t>(end));
        i = end - 1;
    }
}

void put_reph_first(std::u16string& text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] != ra || text[i + 1] != virama) continue;
        const std::size_t begin = syllable_begin(text, i);
        if (begin == i || !is_base(text[begin])) continue;
        std::rotate(text.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.begin() + static_cast<std::ptrdiff_t>(i),
                    text.begin() + static_cast<std::ptrdiff_t>(i + 2));
        ++i;
    }
}

// राष्ट्र ीय: one space between a letter or sign and a sign. A visarga may be typed for a colon.
void close_gaps(std::u16string& text) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool gap = text[i] == u' ' && to > 0 && i + 1 < text.size() &&
                         is_word_char(text[to - 1]) && is_sign(text[i + 1]) &&
                         text[i + 1] != visarga;
        if (!gap) text[to++] = text[i];
    }
    text.resize(to);
}

struct Pieces {
    char16_t first;
    char16_t second;
    char16_t whole;
};

constexpr std::array<Pieces, 12> pieces{{{u'ा', u'े', u'ो'},
                                         {u'े', u'ा', u'ो'},
                                         {u'ा', u'ै', u'ौ'},
                                         {u'ै', u'ा', u'ौ'},
                                         {u'अ', u'ा', u'आ'},
                                         {u'अ', u'ो', u'ओ'},
                                         {u'अ', u'ौ', u'औ'},
                                         {u'आ', u'े', u'ओ'},
                                         {u'आ', u'ै', u'औ'},
                                         {u'अ', u'ॉ', u'ऑ'},
                                         {u'ए', u'े', u'ऐ'},
                                         {u'ा', u'ॅ', u'ॉ'}}};

// What `last` and `next` are together; 0 when they are no pieces of one letter.
char16_t whole_of(char16_t last, char16_t next) {
    const auto found = std::find_if(pieces.begin(), pieces.end(), [=](const Pieces& each) {
        return each.first == last && each.second == next;
    });
    return found == pieces.end() ? u'\0' : found->whole;
}

// Puts `c` behind what has been mended, at its place in the syllable.
void append_sign(std::u16string& out, char16_t c) {
    std::size_t at = out.size();
    if (c == nukta) {
        while (at > 0 && (is_vowel_sign(out[at - 1]) || is_bindu(out[at - 1])))
            --at;
    } else if (is_vowel_sign(c)) {
        while (at > 0 && (is_bindu(out[at - 1]) || out[at - 1] == visarga))
            --at;
    }
    if (at > 0 && out[at - 1] == c) return;
    if (const char16_t whole = at > 0 ? whole_of(out[at - 1], c) : u'\0'; whole != 0) {
        out[at - 1] = whole;
        return;
    }
    out.insert(at, 1, c);
}

std::u16string in_order(const std::u16string& text) {
    std::u16string out;
    out.reserve(text.size());
    for (const char16_t c : text) {
        if (is_sign(c)) {
            append_sign(out, c);
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

bool is_devanagari_sign(char32_t c) {
    return c >= devanagari_first && c <= devanagari_last && is_sign(static_cast<char16_t>(c));
}

void SignOrder::look_at(std::string_view text) {
    std::u16string word;
    to_utf16(text, word);
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool first = i == 0 || !is_word_char(word[i - 1]);
        if (word[i] == i_sign) {
            const bool last = i + 1 == word.size() || !is_word_char(word[i + 1]);
            if (first && cluster_end(word, i + 1) > i + 1) ++begins_with_i_;
            if (last && !first) ++ends_with_i_;
        }
        if (word[i] == ra && i + 1 < word.size() && word[i + 1] == virama) {
            ++rephs_;
            const bool last = i + 2 == word.size() || !is_word_char(word[i + 2]);
            if (last && !first) ++ends_with_reph_;
        }
    }
}

bool SignOrder::i_stands_first() const {
    return begins_with_i_ > 2 * ends_with_i_;
}

bool SignOrder::reph_stands_last() const {
    return ends_with_reph_ > 0 && ends_with_reph_ * 8 >= rephs_;
}

std::string mend_devanagari(std::string_view text, const SignOrder& order) {
    // E0 A4 begins a sign or letter of Devanagari.
    if (text.find("\xE0\xA4") == text.npos && text.find("\xE0\xA5") == text.npos) {
        return std::string(text);
    }
    std::u16string wide;
    to_utf16(text, wide);
    if (order.i_stands_first()) put_i_behind(wide);
    if (order.reph_stands_last()) put_reph_first(wide);
    close_gaps(wide);
    std::string out;
    to_utf8(in_order(wide), out);
    return out;
}

}  // namespace vigyapti
