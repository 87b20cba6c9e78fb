#include "indexer/readers/pdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

// The least part of an ordinary space that is one, behind a letter of known width.
constexpr double least_space = 0.45;

// Of an ordinary space, behind a letter of unknown width with a sign below it.
constexpr double least_space_below = 0.9;

// A space of a line that has no other one, in sizes of its font.
constexpr double usual_space = 0.25;

// A gap that is a space though poppler, which found it too wide for one, says otherwise.
constexpr double wide_gap = 0.15;

bool goes_on(const PdfWord& last, const PdfWord& next) {
    if (last.rotation != next.rotation) return false;
    const double common = std::min(last.bottom, next.bottom) - std::max(last.top, next.top);
    const double height = std::min(last.bottom - last.top, next.bottom - next.top);
    return common > height / 2 && next.left > last.right - height / 2;
}

bool ends_in_sign_below(std::string_view text) {
    for (const std::string_view sign : {"ु", "ू", "ृ"}) {
        if (text.ends_with(sign)) return true;
    }
    return false;
}

bool begins_with_devanagari(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) return false;
    const char32_t first = next_code_point(text, at);
    return first >= 0x0900 && first <= 0x097F && first != U'।' && first != U'॥';
}

// The width of a space in a line of words.
double ordinary_space(std::span<const PdfWord> words) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words[i - 1].space_after || last_letter(words[i - 1].text).has_signs) continue;
        gaps.push_back(words[i].left - words[i - 1].right);
    }
    if (gaps.size() < 2) return words.front().size * usual_space;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

class LineText {
  public:
    LineText(std::span<const PdfWord> words, const LetterWidths& widths)
        : words_(words), widths_(widths), space_(ordinary_space(words)) {}

    std::string run() const {
        std::string text;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            text += words_[i].text;
            if (i + 1 < words_.size() && has_space(words_[i], words_[i + 1])) text += ' ';
        }
        return text;
    }

  private:
    bool has_space(const PdfWord& a, const PdfWord& b) const {
        const double gap = b.left - a.right;
        if (!a.space_after) return gap > a.size * wide_gap;
        const LastLetter letter = last_letter(a.text);
        if (!letter.has_signs) return true;
        const double width = widths_.width(a.font, letter.base) * a.size;
        if (width > 0 && a.last_letter < a.right) {
            const double end = std::max(a.right, a.last_letter + width);
            return b.left - end > space_ * least_space;
        }
        return !ends_in_sign_below(a.text) || !begins_with_devanagari(b.text) ||
               gap > space_ * least_space_below;
    }

    std::span<const PdfWord> words_;
    const LetterWidths& widths_;
    double space_;
};

// The word whose font most of the letters have.
const PdfWord& typical(std::span<const PdfWord> words) {
    std::map<std::pair<std::string_view, double>, std::size_t> bytes;
    const PdfWord* best = &words.front();
    std::size_t most = 0;
    for (const PdfWord& word : words) {
        std::size_t& sum = bytes[{word.font, word.size}];
        sum += word.text.size();
        if (sum > most) {
            most = sum;
            best = &word;
        }
    }
    return *best;
}

bool is_bold(const PdfWord& word) {
    const std::string name = lowered(word.font);
    for (const std::string_view part : {"bold", "black", "heavy"}) {
        if (name.find(part) != name.npos) return true;
    }
    return false;
}

void append_line(std::span<const PdfWord> words, int page, const PdfFonts& fonts,
                 std::vector<PdfLine>& lines) {
    const PdfWord& common = typical(words);
    PdfLine line;
    const auto order = fonts.orders.find(common.font);
    line.text = mend_devanagari(LineText(words, fonts.widths).run(),
                                order == fonts.orders.end() ? SignOrder() : order->second);
    line.text = trimmed(line.text);
    if (line.text.empty()) return;
    line.left = words.front().left;
    line.right = words.back().right;
    line.top = common.top;
    line.bottom = common.bottom;
    line.size = common.size > 0 ? common.size : common.bottom - common.top;
    line.first_word = words.front().right - words.front().left;
    line.font = plain_font_name(common.font);
    line.bold = std::all_of(words.begin(), words.end(), is_bold);
    line.page = page;
    lines.push_back(std::move(line));
}

bool is_finite(const PdfWord& word) {
    return std::isfinite(word.left) && std::isfinite(word.right) && std::isfinite(word.top) &&
           std::isfinite(word.bottom) && std::isfinite(word.size);
}

}  // namespace

void append_lines(const std::vector<PdfWord>& words, int page, const PdfFonts& fonts,
                  std::vector<PdfLine>& lines) {
    std::vector<PdfWord> line;
    for (const PdfWord& word : words) {
        if (word.text.empty() || !is_finite(word)) continue;
        if (!line.empty() && !goes_on(line.back(), word)) {
            append_line(line, page, fonts, lines);
            line.clear();
        }
        line.push_back(word);
    }
    if (!line.empty()) append_line(line, page, fonts, lines);
}

PdfWord levelled(PdfWord word) {
    for (int turns = word.rotation & 3; turns > 0; --turns) {
        const double left = word.left;
        const double right = word.right;
        word.left = word.top;
        word.right = word.bottom;
        word.top = -right;
        word.bottom = -left;
    }
    return word;
}

std::string_view plain_font_name(std::string_view name) {
    constexpr std::size_t tag = 6;
    if (name.size() <= tag || name[tag] != '+') return name;
    if (!std::all_of(name.begin(), name.begin() + tag, is_upper)) return name;
    return name.substr(tag + 1);
}

}  // namespace vigyapti
