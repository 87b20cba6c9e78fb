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
#include "indexer/readers/mail_paragraphs.hpp"
#include "indexer/readers/mail_quotes.hpp"

namespace vigyapti {
namespace {

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

// Takes the marks of quotation from a line: ">> " or "> > ". Returns how many there are.
std::uint32_t take_marks(std::string_view& line) {
    std::uint32_t depth = 0;
    while (line.starts_with('>')) {
        ++depth;
        line.remove_prefix(line.starts_with("> >") ? 2 : 1);
    }
    return depth;
}

std::vector<MailLine> mail_lines(const Lines& lines) {
    std::vector<MailLine> marked;
    std::uint32_t paragraph = 0;
    for (std::string_view line : lines) {
        const std::uint32_t depth = take_marks(line);
        line = trimmed(line);
        if (line.empty()) ++paragraph;
        marked.push_back({line, depth, paragraph});
    }
    return marked;
}

class ParagraphBuilder {
  public:
    explicit ParagraphBuilder(const MailReading& reading) : reading_(reading) {}

    std::vector<MailParagraph> build(const Lines& lines) {
        bool is_in_signature = false;
        bool is_sought = true;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string_view line = trimmed(lines[i]);
            // What is forwarded stands below the signature of who forwards it.
            if (i == reading_.begin) is_in_signature = has_body_ = false;
            if (line == "--" && is_sought && !is_in_signature && has_body_) {
                is_in_signature = is_signature(lines, i);
                is_sought = ++marks_ < most_marks;
                end();
            }
            const bool is_body = !is_in_signature && reading_.is_text[i];
            // Of what is forwarded with marks before its lines these are no text.
            if (is_body) line = without_marks(line);
            if (line.empty()) {
                end();
            } else if (is_rule(line)) {
                end();
                add(PartKind::boilerplate, line);
                end();
            } else {
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

    static std::string_view without_marks(std::string_view line) {
        take_marks(line);
        return trimmed(line);
    }

    const MailReading& reading_;
    std::vector<MailParagraph> paragraphs_;
    bool is_open_ = false;
    bool has_body_ = false;
    int marks_ = 0;
};

bool contains_any(const MailParagraph& paragraph, const auto& words) {
    return std::any_of(
        paragraph.lines.begin(), paragraph.lines.end(), [&](std::string_view as_it_is) {
            const std::string line = lowered(as_it_is);
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return line.find(word) != line.npos; });
        });
}

bool is_list_footer(const MailParagraph& paragraph) {
    constexpr std::size_t longest = 8;
    constexpr std::array<std::string_view, 6> words{"unsubscribe", "mailing list", "/listinfo/",
                                                    "mailman",     "list-manage",  "सदस्यता समाप्त"};
    return paragraph.lines.size() <= longest && contains_any(paragraph, words);
}

void mark_list_footer(std::vector<MailParagraph>& paragraphs) {
    for (auto last = paragraphs.rbegin(); last != paragraphs.rend(); ++last) {
        if (last->kind == PartKind::boilerplate) continue;
        if (!is_list_footer(*last)) return;
        last->kind = PartKind::boilerplate;
    }
}

}  // namespace

void add_plain_text(std::string_view text, PlainTextForm form, MailKind kind, Draft& draft) {
    // Some programs call flowed what they break without saying so.
    const bool is_flowed = form.is_flowed && has_soft_breaks(text);
    std::string clean = without_controls(text);
    if (is_flowed) clean = unflowed(clean, form.deletes_space);
    const Lines lines = lines_of(clean);
    const MailReading reading = read_quotes(mail_lines(lines), kind);
    add_forwarded_fields(reading, draft);
    std::vector<MailParagraph> paragraphs = ParagraphBuilder(reading).build(lines);
    mark_list_footer(paragraphs);
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
