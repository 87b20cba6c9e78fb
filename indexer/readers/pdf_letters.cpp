#include "indexer/readers/pdf_letters.hpp"

#include <algorithm>
#include <utility>

#include "common/text/mend_devanagari.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_fonts = 1000;
constexpr std::size_t most_letters = 2000;
constexpr std::size_t longest_word = 200;  // code points

// Wider than any letter; a file may say anything.
constexpr double widest = 3;

constexpr char32_t virama = U'्';
constexpr char32_t nukta = U'़';
constexpr char32_t ra = U'र';

bool is_base(char32_t c) {
    return (c >= U'\u0904' && c <= U'ह') || (c >= U'\u0958' && c <= U'\u095F');
}

// Signs above and below; those beside a letter have a width of their own.
bool hides_width(char32_t c) {
    return c == U'ु' || c == U'ू' || c == U'ृ' || c == U'े' || c == U'ै' || c == U'ं' || c == U'ँ' ||
           c == virama;
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size() && out.size() <= longest_word;)
        out += next_code_point(text, at);
    return out;
}

// Where the base that ends at `end` begins.
std::size_t base_begin(const std::u32string& word, std::size_t end) {
    std::size_t i = end;
    while (i > 0) {
        std::size_t base = i - 1;
        if (word[base] == nukta && base > 0) --base;
        if (!is_base(word[base])) break;
        i = base;
        if (i == 0 || word[i - 1] != virama) break;
        --i;
    }
    while (i < end && (word[i] == virama || word[i] == nukta))
        ++i;
    return i;
}

// The letter that ends at `end`, signs included.
LastLetter letter_before(const std::u32string& word, std::size_t end) {
    LastLetter letter;
    std::size_t last = end;
    while (last > 0 && hides_width(word[last - 1]))
        --last;
    std::size_t begin = base_begin(word, last);
    if (begin == last) return letter;
    letter.has_signs = last < end;
    letter.begin = begin;
    if (last - begin > 2 && word[begin] == ra && word[begin + 1] == virama) {
        letter.has_signs = true;
        begin += 2;
    }
    for (std::size_t i = begin; i < last; ++i)
        append_utf8(letter.base, word[i]);
    return letter;
}

}  // namespace

LastLetter last_letter(std::string_view word) {
    const std::u32string points = code_points(word);
    if (points.size() > longest_word) return {};
    return letter_before(points, points.size());
}

void LetterWidths::look_at(std::string_view font, std::string_view word,
                           const std::vector<double>& edges, double size) {
    const std::u32string points = code_points(word);
    if (points.size() > longest_word || edges.size() != points.size() + 1 || size <= 0) return;
    auto widths = fonts_.find(font);
    if (widths == fonts_.end()) {
        if (fonts_.size() >= most_fonts) return;
        widths = fonts_.emplace(font, Widths()).first;
    }
    for (std::size_t end = 1; end <= points.size(); ++end) {
        if (!is_base(points[end - 1]) && points[end - 1] != nukta) continue;
        const bool goes_on = end < points.size() && is_devanagari_sign(points[end]);
        if (goes_on) continue;
        LastLetter letter = letter_before(points, end);
        if (letter.base.empty() || letter.has_signs) continue;
        const double width = (edges[end] - edges[letter.begin]) / size;
        if (!(width > 0 && width < widest)) continue;
        if (widths->second.size() >= most_letters) return;
        ++widths->second[std::move(letter.base)][static_cast<int>(width * 100)];
    }
}

double LetterWidths::width(std::string_view font, std::string_view base) const {
    const auto widths = fonts_.find(font);
    if (widths == fonts_.end()) return 0;
    const auto found = widths->second.find(base);
    if (found == widths->second.end()) return 0;
    const auto commonest =
        std::max_element(found->second.begin(), found->second.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return (commonest->first + 0.5) / 100;
}

}  // namespace vigyapti
