#include <fmt/core.h>

#include <algorithm>

#include "common/base/error.hpp"
#include "common/text/grapheme.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view title_style = "\x1b[1m";
constexpr std::string_view match_style = "\x1b[1;31m";
constexpr std::string_view quiet_style = "\x1b[2m";
constexpr std::string_view plain_style = "\x1b[0m";
constexpr std::size_t indent = 4;

class TerminalPage {
  public:
    TerminalPage(const RenderOptions& options, std::string& out) : options_(options), out_(out) {}

    void add(const Hit& hit) {
        const std::string number = fmt::format("{:2}. ", hit.rank);
        out_ += number;
        const std::string title = hit.title.empty() ? hit.id : hit.title;
        flow(title, hit.title.empty() ? std::vector<Highlight>{} : hit.title_highlights,
             title_style, indent);
        end_line();
        add_facts(hit);
        add_snippet(hit.snippet);
        end_line();
    }

  private:
    // Writes `text` in `style`; "" is plain. A change of style is written only where there is one.
    void styled(std::string_view style, std::string_view text) {
        if (text.empty()) return;
        set_style(style);
        out_ += printable(text);
    }

    void set_style(std::string_view style) {
        if (!options_.color || style == style_) return;
        if (!style_.empty()) out_ += plain_style;
        out_ += style;
        style_ = style;
    }

    void end_line() {
        set_style("");
        out_ += '\n';
    }

    void add_facts(const Hit& hit) {
        std::string facts = hit.date;
        for (const std::string& each : {hit.source, hit.lang, joined(hit.countries), hit.id}) {
            if (each.empty()) continue;
            if (!facts.empty()) facts += " · ";
            facts += each;
        }
        out_.append(indent, ' ');
        flow(facts, {}, quiet_style, indent);
        end_line();
    }

    void add_snippet(const Snippet& snippet) {
        if (snippet.text.empty()) return;
        std::size_t column = indent;
        out_.append(indent, ' ');
        const std::string_view label = snippet.field == BlockKind::caption  ? "[photo caption] "
                                       : snippet.field == BlockKind::credit ? "[photo credit] "
                                                                            : "";
        styled(quiet_style, label);
        column += label.size();
        if (snippet.cut_before) styled("", "… ");
        flow(snippet.text + (snippet.cut_after ? " …" : ""), snippet.highlights, "",
             column + (snippet.cut_before ? 2 : 0));
        end_line();
    }

    static std::string joined(const std::vector<std::string>& values) {
        std::string out;
        for (const std::string& value : values) {
            if (!out.empty()) out += ' ';
            out += value;
        }
        return out;
    }

    // Writes `text` from `column` on, broken between words; lines begin below the indentation.
    void flow(std::string_view text, const std::vector<Highlight>& highlights,
              std::string_view style, std::size_t column) {
        const std::size_t width = std::max<std::size_t>(options_.width, 2 * indent + 20);
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = std::min(text.find(' ', begin), text.size());
            const std::size_t length = count_columns(text.substr(begin, end - begin));
            if (column + length > width && column > indent) {
                out_ += '\n';
                out_.append(indent, ' ');
                column = indent;
            }
            if (begin > 0 && column > indent) out_ += ' ';
            write_word(text, begin, end, highlights, style);
            column += length + 1;
            begin = end + 1;
        }
    }

    // A word between two spaces may be lit in part: its punctuation is not.
    void write_word(std::string_view text, std::size_t begin, std::size_t end,
                    const std::vector<Highlight>& highlights, std::string_view style) {
        for (const Highlight& each : highlights) {
            const std::size_t from = std::max(each.begin, begin);
            const std::size_t to = std::min(each.end, end);
            if (from >= to) continue;
            if (begin < from) styled(style, text.substr(begin, from - begin));
            styled(match_style, text.substr(from, to - from));
            begin = to;
        }
        if (begin < end) styled(style, text.substr(begin, end - begin));
    }

    const RenderOptions& options_;
    std::string& out_;
    std::string_view style_;
};

std::string summary(const Results& results) {
    if (results.total == 0) return "Nothing found.\n";
    if (results.hits.empty()) return "No more results.\n";
    return fmt::format("Results {}–{} of {}{}\n", results.hits.front().rank,
                       results.hits.back().rank, results.total_is_exact ? "" : "about ",
                       results.total);
}

}  // namespace

void render_terminal(const Results& results, const RenderOptions& options, std::string& out) {
    if (!results.query_id.empty()) {
        out += printable(fmt::format("== {}: {}", results.query_id, results.query)) + "\n\n";
    }
    TerminalPage page(options, out);
    for (const Hit& hit : results.hits)
        page.add(hit);
    out += summary(results);
}

}  // namespace vigyapti
