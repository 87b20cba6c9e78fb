#include "indexer/readers/mail_paragraphs.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

// Code points. Programs break lines at 65 to 80 columns.
constexpr std::size_t longest_broken_line = 100;
constexpr std::size_t shortest_width = 50;

bool is_longer_than_broken(std::string_view line) {
    return line.find(' ') != line.npos && count_code_points(line) > longest_broken_line;
}

bool has_own_breaks(const MailParagraph& paragraph) {
    return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), is_longer_than_broken);
}

// "- ", "* ", "• ", "1. ", "1) ", "(a) ", "क) "
bool begins_item(std::string_view line) {
    const std::string_view word = line.substr(0, line.find(' '));
    if (word == "-" || word == "*" || word == "•" || word == "–" || word == "o") return true;
    if (word.size() == line.size() || count_code_points(word) > 4) return false;
    return word.ends_with(')') || (word.ends_with('.') && is_digit(word[0]));
}

// Programs count columns, code points or bytes: signs above and below letters make these differ,
// so that lines of other scripts are full when they are three quarters full.
bool was_broken(std::string_view line, std::string_view next, std::size_t width) {
    if (begins_item(next)) return false;
    const std::string_view word = next.substr(0, next.find(' '));
    const std::size_t needed = count_code_points(line) + 1 + count_code_points(word);
    const bool is_ascii = std::all_of(line.begin(), line.end(),
                                      [](char c) { return static_cast<signed char>(c) > 0; });
    return needed > (is_ascii ? width : width * 3 / 4);
}

bool breaks_compound(std::string_view line, std::string_view next) {
    return line.size() > 1 && line.back() == '-' && is_letter(line[line.size() - 2]) &&
           is_lower(next.front());
}

}  // namespace

std::size_t width_of(const std::vector<MailParagraph>& paragraphs) {
    std::size_t width = 0;
    for (const MailParagraph& paragraph : paragraphs) {
        if (paragraph.kind != PartKind::body || has_own_breaks(paragraph)) continue;
        for (const std::string_view line : paragraph.lines) {
            const std::size_t length = count_code_points(line);
            if (length <= longest_broken_line) width = std::max(width, length);
        }
    }
    return width;
}

std::string join_broken(const MailParagraph& paragraph, std::size_t width) {
    const bool is_broken =
        paragraph.kind == PartKind::body && width >= shortest_width && !has_own_breaks(paragraph);
    std::string text;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const std::string_view line = paragraph.lines[i];
        if (i > 0) {
            const std::string_view before = paragraph.lines[i - 1];
            if (!is_broken || !was_broken(before, line, width)) {
                text += '\n';
            } else if (!breaks_compound(before, line)) {
                text += ' ';
            }
        }
        text += line;
    }
    return text;
}

}  // namespace vigyapti
