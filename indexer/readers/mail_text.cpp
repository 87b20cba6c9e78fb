#include "indexer/readers/mail_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/header_fields.hpp"

namespace vigyapti {
namespace {

// Code points. Programs break lines at 65 to 80 columns.
constexpr std::size_t longest_broken_line = 100;
constexpr std::size_t shortest_width = 50;

using Lines = std::vector<std::string_view>;

struct Paragraph {
    PartKind kind;
    Lines lines;
};

bool is_quoted(std::string_view line) {
    return line.starts_with('>');
}

// `text` without control characters but for line ends.
std::string without_controls(std::string_view text) {
    std::string clean(text);
    for (char& c : clean) {
        const auto code = static_cast<unsigned char>(c);
        if ((code < 0x20 && c != '\n' && c != '\r') || code == 0x7F) c = ' ';
    }
    return clean;
}

// Blank lines behind each other count as one. Other white space stays: a signature mark has it.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (!line.empty() || (!lines.empty() && !lines.back().empty())) lines.push_back(line);
    }
    return lines;
}

// A text of format=flowed with each paragraph on one line.
std::string unflowed(std::string_view text, bool deletes_space) {
    std::string joined;
    bool goes_on = false;
    std::size_t last_depth = 0;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
        line.remove_prefix(depth);
        if (line.starts_with(' ')) line.remove_prefix(1);  // stuffed
        const bool is_mark = line == "-- ";
        if (!goes_on || depth != last_depth || is_mark) {
            joined += '\n';
            joined.append(depth, '>');
        }
        goes_on = !is_mark && line.ends_with(' ');
        last_depth = depth;
        if (goes_on && deletes_space) line.remove_suffix(1);
        joined += line;
    }
    return joined;
}

bool has_soft_breaks(std::string_view text) {
    for (std::size_t at = 0; (at = text.find(" \n", at)) != text.npos; at += 2) {
        if (!text.substr(0, at).ends_with("--")) return true;
    }
    return text.find(" \r\n") != text.npos;
}

bool is_rule(std::string_view line) {
    constexpr std::size_t shortest = 5;
    line = trimmed(line);
    return line.size() >= shortest && std::string_view("_-=*~#+").find(line[0]) != line.npos &&
           line.find_first_not_of(line[0]) == line.npos;
}

// Many programs and editors take the space from "-- "; a line of two hyphens may also part a text,
// so that only little may follow one.
bool is_signature(const Lines& lines, std::size_t at) {
    if (lines[at] == "-- ") return true;
    if (lines[at] != "--") return false;
    constexpr std::ptrdiff_t longest = 10;
    return std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end(),
                         [](std::string_view line) { return !trimmed(line).empty(); }) <= longest;
}

class ParagraphBuilder {
  public:
    std::vector<Paragraph> build(const Lines& lines) {
        bool is_in_signature = false;
        bool is_sought = true;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string_view line = trimmed(lines[i]);
            if (line == "--" && is_sought && !is_in_signature && has_body_) {
                is_in_signature = is_signature(lines, i);
                is_sought = ++marks_ < most_marks;
                end();
            }
            if (line.empty()) {
                end();
            } else if (is_rule(line)) {
                end();
                add(PartKind::boilerplate, line);
                end();
            } else {
                const bool is_body = !is_in_signature && !is_quoted(lines[i]);
                has_body_ |= is_body;
                add(is_body ? PartKind::body : PartKind::boilerplate, line);
            }
        }
        return std::move(paragraphs_);
    }

  private:
    // Looking whether little follows is looking at all that follows.
    static constexpr int most_marks = 20;

    void end() { is_open_ = false; }

    void add(PartKind kind, std::string_view line) {
        if (!is_open_ || paragraphs_.back().kind != kind) paragraphs_.push_back({kind, {}});
        is_open_ = true;
        paragraphs_.back().lines.emplace_back(line);
    }

    std::vector<Paragraph> paragraphs_;
    bool is_open_ = false;
    bool has_body_ = false;
    int marks_ = 0;
};

bool contains_any(const Paragraph& paragraph, const auto& words) {
    return std::any_of(
        paragraph.lines.begin(), paragraph.lines.end(), [&](std::string_view as_it_is) {
            std::string line(as_it_is);
            lower_ascii(line);
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return line.find(word) != line.npos; });
        });
}

// "On 17 October 2023, X wrote:" above a quotation.
bool is_attribution(const Paragraph& paragraph) {
    constexpr std::array<std::string_view, 2> words{"wrote", "लिखा"};
    return paragraph.lines.size() <= 3 && paragraph.lines.back().ends_with(':') &&
           contains_any(paragraph, words);
}

bool is_list_footer(const Paragraph& paragraph) {
    constexpr std::size_t longest = 8;
    constexpr std::array<std::string_view, 6> words{"unsubscribe", "mailing list", "/listinfo/",
                                                    "mailman",     "list-manage",  "सदस्यता समाप्त"};
    return paragraph.lines.size() <= longest && contains_any(paragraph, words);
}

void mark_boilerplate(std::vector<Paragraph>& paragraphs) {
    for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
        const Paragraph& next = paragraphs[i + 1];
        const bool is_above_quotation =
            next.kind == PartKind::boilerplate && is_quoted(next.lines.front());
        if (is_above_quotation && is_attribution(paragraphs[i]))
            paragraphs[i].kind = PartKind::boilerplate;
    }
    for (auto last = paragraphs.rbegin(); last != paragraphs.rend(); ++last) {
        if (last->kind == PartKind::boilerplate) continue;
        if (!is_list_footer(*last)) return;
        last->kind = PartKind::boilerplate;
    }
}

bool is_longer_than_broken(std::string_view line) {
    return line.find(' ') != line.npos && count_code_points(line) > longest_broken_line;
}

bool has_own_breaks(const Paragraph& paragraph) {
    return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), is_longer_than_broken);
}

// The longest line of those that a program may have broken.
std::size_t width_of(const std::vector<Paragraph>& paragraphs) {
    std::size_t width = 0;
    for (const Paragraph& paragraph : paragraphs) {
        if (paragraph.kind != PartKind::body || has_own_breaks(paragraph)) continue;
        for (const std::string_view line : paragraph.lines) {
            const std::size_t length = count_code_points(line);
            if (length <= longest_broken_line) width = std::max(width, length);
        }
    }
    return width;
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

std::string join_broken(const Paragraph& paragraph, std::size_t width) {
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

}  // namespace

void add_plain_text(std::string_view text, PlainTextForm form, Draft& draft) {
    // Some programs call flowed what they break without saying so.
    const bool is_flowed = form.is_flowed && has_soft_breaks(text);
    std::string clean = without_controls(text);
    if (is_flowed) clean = unflowed(clean, form.deletes_space);
    std::vector<Paragraph> paragraphs = ParagraphBuilder().build(lines_of(clean));
    mark_boilerplate(paragraphs);
    const std::size_t width = is_flowed ? 0 : width_of(paragraphs);
    std::string part;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (!part.empty()) part += '\n';
        part += join_broken(paragraphs[i], width);
        if (i + 1 == paragraphs.size() || paragraphs[i + 1].kind != paragraphs[i].kind) {
            draft.add(paragraphs[i].kind, std::move(part));
            part.clear();
        }
    }
}

}  // namespace vigyapti
