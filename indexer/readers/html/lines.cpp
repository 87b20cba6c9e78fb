#include "indexer/readers/html/lines.hpp"

#include <algorithm>
#include <utility>

#include "indexer/readers/html/characters.hpp"
#include "indexer/readers/html/class_words.hpp"
#include "indexer/readers/html/styles.hpp"
#include "indexer/readers/html/tables.hpp"
#include "indexer/readers/html/text_counts.hpp"

namespace vigyapti::html {
namespace {

class LineReader {
  public:
    explicit LineReader(const Tree& tree) : tree_(tree) {}

    std::vector<Line> read() {
        for (NodeId node = 1; node < tree_.size();) {
            close_before(node);
            node = visit(node);
        }
        close_before(tree_.size());
        end_line();
        return std::move(lines_);
    }

  private:
    struct Open {
        NodeId node;
        NodeId end;
        Tag tag;
        bool line;  // begins and ends a line
        LineKind kind;
        bool link;
        bool bold;
        bool lines_kept;  // <pre>
        std::string_view font;
    };

    Open& inner() { return open_.back(); }

    void close_before(NodeId node) {
        while (open_.size() > 1 && inner().end <= node) {
            const Open closed = inner();
            if (closed.tag == Tag::rt) write(")");
            if (closed.line && row_ == 0) end_line();
            if (closed.node == row_) {
                end_line();
                row_ = 0;
            }
            open_.pop_back();
        }
    }

    // The node to go on with.
    NodeId visit(NodeId node) {
        const HtmlNode& element = tree_[node];
        if (element.tag == Tag::text) {
            add_text(tree_.text(node));
            return node + 1;
        }
        if (is_invisible(element.tag) || is_hidden(tree_, node)) return element.end;
        if (element.tag == Tag::noscript) return element.end;
        if (element.tag == Tag::br || element.tag == Tag::hr) {
            break_line();
            return node + 1;
        }
        if (element.tag == Tag::sup && is_footnote_mark(node)) return element.end;
        open(node, element);
        return node + 1;
    }

    void open(NodeId node, const HtmlNode& element) {
        Open next = inner();
        next.node = node;
        next.end = element.end;
        next.tag = element.tag;
        next.line = begins_line(element.tag);
        if (element.tag == Tag::table) table_is_data_ = is_data_table(tree_, node);
        if (row_ != 0) {
            if (is_cell(element.tag)) begin_cell();
            next.line = false;
        }
        next.link = next.link || element.tag == Tag::a;
        next.bold = next.bold || element.tag == Tag::b || element.tag == Tag::strong;
        next.lines_kept = next.lines_kept || element.tag == Tag::pre;
        next.kind = kind_of(node, element.tag, next.kind);
        // The credit of a picture stands apart from its caption.
        next.line = next.line || (next.kind == LineKind::credit && inner().kind != next.kind);
        if (next.line) end_line();
        if (element.tag == Tag::tr && row_ == 0 && table_is_data_) {
            row_ = node;
            next.kind = LineKind::row;
        }
        if (const std::string_view font = font_of(node, element.tag); !font.empty()) {
            next.font = is_legacy_font(font) ? font : std::string_view();
        }
        if (element.tag == Tag::rt) write(" (");
        open_.push_back(next);
    }

    LineKind kind_of(NodeId node, Tag tag, LineKind outer) const {
        if (outer == LineKind::credit || outer == LineKind::control) return outer;
        if (is_control(tag)) return LineKind::control;
        const bool in_caption = outer == LineKind::caption;
        if (tag == Tag::figcaption ||
            (!in_caption && (has_caption_class(node, tag) || is_picture(node, tag)))) {
            return LineKind::caption;
        }
        if (in_caption) return has_credit_class(node, tag) ? LineKind::credit : outer;
        if (is_heading(tag)) return LineKind::heading;
        if (tag == Tag::li || tag == Tag::dt || tag == Tag::dd) return LineKind::item;
        if (row_ != 0) return LineKind::row;
        return outer;
    }

    bool has_caption_class(NodeId node, Tag tag) const {
        if (tag == Tag::table || tag == Tag::body || tag == Tag::img) return false;
        const std::string_view names = tree_.attribute(node, AttributeName::class_);
        if (names.find("aption") == names.npos && names.find("cutline") == names.npos) return false;
        // "wp-caption" and "image-caption-box" are around the image as well.
        bool around = false;
        for (NodeId each = node; each < tree_[node].end && !around; ++each)
            around = tree_[each].tag == Tag::img;
        return !around && any_class_word(names, [](std::string_view word) {
            return word == "caption" || word == "figcaption" || word == "imagecaption" ||
                   word == "cutline";
        });
    }

    // Whether an element is called a picture, holds one, and not more text than a caption.
    bool is_picture(NodeId node, Tag tag) const {
        constexpr NodeId most_nodes = 40;
        constexpr std::size_t longest = 400;  // bytes
        if (tag != Tag::div && tag != Tag::other && tag != Tag::table) return false;
        if (tree_[node].end - node > most_nodes) return false;
        const bool called =
            any_class_word(tree_.attribute(node, AttributeName::class_), [](std::string_view word) {
                return word == "image" || word == "photo" || word == "picture" || word == "img" ||
                       word == "pic";
            });
        if (!called) return false;
        std::size_t size = 0;
        bool image = false;
        for (NodeId each = node; each < tree_[node].end; ++each) {
            image = image || tree_[each].tag == Tag::img;
            if (tree_[each].tag == Tag::text) size += tree_.text(each).size();
            if (is_heading(tree_[each].tag)) return false;
        }
        return image && size <= longest;
    }

    bool has_credit_class(NodeId node, Tag tag) const {
        if (tag == Tag::cite) return true;
        return any_class_word(tree_.attribute(node, AttributeName::class_),
                              [](std::string_view word) {
                                  return word == "credit" || word == "credits" ||
                                         word == "copyright" || word == "photographer";
                              });
    }

    std::string_view font_of(NodeId node, Tag tag) const {
        if (tag == Tag::font) return tree_.attribute(node, AttributeName::face);
        return style_value(tree_.attribute(node, AttributeName::style), "font-family");
    }

    // A number that leads to a note: not part of the word that it stands behind.
    bool is_footnote_mark(NodeId node) const {
        for (NodeId each = node + 1; each < tree_[node].end; ++each) {
            if (tree_[each].tag != Tag::a) continue;
            const std::string_view to = tree_.attribute(each, AttributeName::href);
            return to.find('#') != to.npos;
        }
        return false;
    }

    void add_text(std::string_view text) {
        if (!inner().lines_kept) return write(text);
        for (;;) {
            const auto end = text.find('\n');
            write(text.substr(0, end));
            if (end == text.npos) return;
            break_line();
            text.remove_prefix(end + 1);
        }
    }

    void write(std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != text.npos) {
            if (buffer_.empty() || line_.node == 0) begin_line();
            set_font(text);
        }
        const std::size_t before = buffer_.size();
        buffer_.add(text);
        if (buffer_.size() == before || (!inner().link && !inner().bold)) return;
        const std::uint32_t letters =
            count_text(std::string_view(buffer_.text()).substr(before)).letters;
        if (inner().link) line_.link_letters += letters;
        if (inner().bold) line_.bold_letters += letters;
    }

    void begin_line() {
        line_.node = inner().node;
        for (std::size_t i = open_.size(); i-- > 1;) {
            if (!begins_line(open_[i].tag)) continue;
            line_.node = open_[i].node;
            break;
        }
        line_.kind = inner().kind;
        font_ = {};
    }

    // Signs and digits between two stretches of one font were typed in it as well.
    void set_font(std::string_view text) {
        const std::string_view font = inner().font;
        if (font == font_ || (!has_letter(text) && !font_.empty())) return;
        line_.fonts.push_back({static_cast<std::uint32_t>(buffer_.size()), std::string(font)});
        font_ = font;
    }

    void begin_cell() {
        if (!buffer_.empty()) {
            buffer_.add(" | ");
        }
    }

    void break_line() {
        if (row_ != 0) {
            buffer_.add(" ");
        } else {
            end_line();
        }
    }

    void end_line() {
        std::string text = buffer_.take();
        while (text.ends_with(" |"))
            text.resize(text.size() - 2);
        while (!line_.fonts.empty() && line_.fonts.back().begin >= text.size())
            line_.fonts.pop_back();
        if (!text.empty()) {
            const TextCounts counts = count_text(text);
            line_.text = std::move(text);
            line_.letters = counts.letters;
            line_.sentences = counts.sentences;
            line_.link_letters = std::min(line_.link_letters, counts.letters);
            lines_.push_back(std::move(line_));
        }
        line_ = {};
        font_ = {};
    }

    const Tree& tree_;
    std::vector<Line> lines_;
    std::vector<Open> open_{
        Open{0, 0, Tag::other, true, LineKind::text, false, false, false, std::string_view()}};
    CollapsedText buffer_;
    Line line_;
    std::string_view font_;
    NodeId row_ = 0;  // of a table of data, or 0
    bool table_is_data_ = false;
};

}  // namespace

std::vector<Line> read_lines(const Tree& tree) {
    return LineReader(tree).read();
}

}  // namespace vigyapti::html
