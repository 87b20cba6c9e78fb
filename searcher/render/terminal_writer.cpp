#include "searcher/render/terminal_writer.hpp"

#include <algorithm>

#include "common/base/error.hpp"
#include "common/text/grapheme.hpp"
#include "searcher/render/frame.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view plain_style = "\x1b[0m";
constexpr std::size_t widest = 100;
constexpr std::size_t narrowest = 28;

}  // namespace

TerminalWriter::TerminalWriter(const RenderOptions& options, std::string& out)
    : options_(options), out_(out) {}

std::size_t TerminalWriter::measure() const {
    return std::clamp(options_.width, narrowest, widest);
}

void TerminalWriter::write(std::string_view style, std::string_view text) {
    if (text.empty()) return;
    set_style(style);
    out_ += printable(text);
}

// A change of style is written only where there is one.
void TerminalWriter::set_style(std::string_view style) {
    if (!options_.color || style == style_) return;
    if (!style_.empty()) out_ += plain_style;
    out_ += style;
    style_ = style;
}

void TerminalWriter::begin_indented() {
    out_.append(indent, ' ');
}

void TerminalWriter::end_line() {
    set_style("");
    out_ += '\n';
}

// A style ends with its line and is set again by what follows; so does a link.
void TerminalWriter::break_line() {
    if (!link_.empty()) put_link("");
    end_line();
    begin_indented();
    if (!link_.empty()) put_link(link_);
}

void TerminalWriter::put_link(std::string_view target) {
    set_style("");
    out_ += "\x1b]8;;";
    out_ += target;
    out_ += "\x1b\\";
}

void TerminalWriter::begin_link(const std::string& target) {
    if (!options_.links || !options_.color || target.empty()) return;
    link_ = target;
    put_link(link_);
}

void TerminalWriter::end_link() {
    if (link_.empty()) return;
    put_link("");
    link_.clear();
}

void TerminalWriter::flow(std::string_view text, const std::vector<Highlight>& highlights,
                          std::string_view style, std::size_t column) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::size_t length = count_columns(text.substr(begin, end - begin));
        if (column + length > measure() && column > indent) {
            break_line();
            column = indent;
        } else if (begin > 0 && column > indent) {
            out_ += ' ';
        }
        write_word(text, begin, end, highlights, style);
        column += length + 1;
        begin = end + 1;
    }
}

// A word between two spaces may be lit in part: its punctuation is not.
void TerminalWriter::write_word(std::string_view text, std::size_t begin, std::size_t end,
                                const std::vector<Highlight>& highlights, std::string_view style) {
    for (const Highlight& each : highlights) {
        const std::size_t from = std::max(each.begin, begin);
        const std::size_t to = std::min(each.end, end);
        if (from >= to) continue;
        if (begin < from) write(style, text.substr(begin, from - begin));
        write(match_style, text.substr(from, to - from));
        begin = to;
    }
    if (begin < end) write(style, text.substr(begin, end - begin));
}

void TerminalWriter::flow_list(const std::vector<std::string>& pieces, std::string_view style) {
    const std::string_view dot = frame(options_.unicode).dot;
    begin_indented();
    std::size_t column = indent;
    for (const std::string& piece : pieces) {
        const std::size_t length = count_columns(piece);
        const bool first = column == indent;
        const std::size_t gap = first ? 0 : count_columns(dot);
        if (!first && column + gap + length > measure()) {
            break_line();
            column = indent;
        } else if (!first) {
            write(style, dot);
            column += gap;
        }
        flow(piece, {}, style, column);
        column += length;
    }
    end_line();
}

}  // namespace vigyapti
