#include "indexer/readers/html/main_text.hpp"

#include <algorithm>

#include "indexer/readers/html/class_words.hpp"
#include "indexer/readers/html/furniture.hpp"
#include "indexer/readers/html/page_phrases.hpp"
#include "indexer/readers/html/page_title.hpp"
#include "indexer/readers/html/page_weights.hpp"
#include "indexer/readers/html/text_ending.hpp"
#include "indexer/readers/html/text_range.hpp"

namespace vigyapti::html {

namespace {

class MainText {
  public:
    MainText(const Tree& tree, const std::vector<Line>& lines, const KnownPlaces& known)
        : tree_(tree),
          lines_(lines),
          known_(known),
          excluded_(tree.size(), false),
          running_(lines.size()),
          prose_(tree.size()),
          text_(tree.size()),
          line_counts_(tree.size()),
          letters_(tree.size()) {}

    std::vector<LineRole> find() {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            running_[i] = running_letters(lines_[i]);
        find_title_lines();
        for (const Line& line : lines_)
            count(line);
        line_counts_.finish();
        letters_.finish();
        weigh();
        exclude_furniture();
        weigh();
        exclude_teasers();
        weigh();
        const NodeId root = known_.text != 0 ? known_.text : choose_root();
        std::vector<LineRole> roles(lines_.size(), LineRole::furniture);
        if (nothing_but_links()) return roles;
        const TextRange range(tree_, lines_, running_, bonus_, excluded_);
        range.mark(root, roles);
        if (known_.text == 0) mark_ending(tree_, lines_, running_, roles);
        mark_title(tree_, lines_, excluded_, known_, roles);
        return roles;
    }

  private:
    void count(const Line& line) {
        line_counts_.add(line.node, 1);
        letters_.add(line.node, line.letters);
    }

    // What stands below the title of a short release outweighs notices as long as it.
    void find_title_lines() {
        constexpr std::uint32_t worth = 150;  // letters: two or three sentences
        const KnownTitles titles(known_.titles);
        bonus_.assign(lines_.size(), 0);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const bool own = line.kind != LineKind::control && !is_link_line(line);
            if (own && titles.likeness(line.text) > 0) bonus_[i] = worth;
        }
        if (std::any_of(bonus_.begin(), bonus_.end(),
                        [](std::uint32_t each) { return each > 0; })) {
            return;
        }
        std::size_t highest = lines_.size();
        for (std::size_t i = lines_.size(); i-- > 0;) {
            const Tag tag = tree_[lines_[i].node].tag;
            if (!is_heading(tag) || is_link_line(lines_[i])) continue;
            if (highest == lines_.size() || tag <= tree_[lines_[highest].node].tag) highest = i;
        }
        if (highest < lines_.size()) bonus_[highest] = worth / 2;
    }

    // Sums up what is not excluded.
    void weigh() {
        prose_ = NodeSums(tree_.size());
        text_ = NodeSums(tree_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (excluded_[lines_[i].node]) continue;
            prose_.add(lines_[i].node, running_[i] + bonus_[i]);
            text_.add(lines_[i].node, running_[i]);
        }
        prose_.finish();
        text_.finish();
    }

    std::uint64_t prose(NodeId node) const { return prose_.below(tree_, node); }

    void exclude(NodeId node) {
        std::fill(excluded_.begin() + node, excluded_.begin() + tree_[node].end, true);
    }

    void exclude_furniture() {
        for (const NodeId node : known_.dropped)
            exclude(node);
        NodeSums marks(tree_.size());  // of what furniture does not hold
        for (NodeId node = 1; node < tree_.size(); ++node) {
            if (claims_text(tree_, node) || tree_[node].tag == Tag::h1) marks.add(node, 1);
        }
        marks.finish();
        exclude_named(marks, Furniture::certain);
        weigh();
        const std::vector<bool> certain = excluded_;
        const std::uint64_t before = text_.below(tree_, 0);
        exclude_named(marks, Furniture::likely);
        weigh();
        // A name that most of the text has tells nothing: page builders call all they place
        // widgets.
        if (text_.below(tree_, 0) * 2 < before) excluded_ = certain;
    }

    void exclude_named(const NodeSums& marks, Furniture how) {
        NodeId article_end = 0;
        for (NodeId node = 1; node < tree_.size();) {
            if (tree_[node].tag == Tag::article) article_end = tree_[node].end;
            const bool holds_text = marks.below(tree_, node) > 0;
            if (excluded_[node] || !is_furniture(node, how, holds_text, node < article_end)) {
                ++node;
                continue;
            }
            exclude(node);
            node = tree_[node].end;
        }
    }

    bool is_furniture(NodeId node, Furniture how, bool holds_text, bool in_article) const {
        if (tree_[node].tag == Tag::text || furniture_of(tree_, node) != how) return false;
        if (tree_[node].tag == Tag::header && in_article) return false;
        const std::uint64_t all = prose(0);
        if (how == Furniture::likely) {
            return prose(node) * 2 <= all && !(holds_text && prose(node) > 0);
        }
        return !(holds_text && prose(node) * 2 > all) && prose(node) * 20 <= all * 19;
    }

    // Headings that are links announce other pages; with what stands around them, where there
    // are several.
    void exclude_teasers() {
        NodeSums announcements(tree_.size());
        std::vector<NodeId> headings;
        for (const Line& line : lines_) {
            const bool linked = line.link_letters * 5 >= line.letters * 4 && line.letters > 0;
            if (line.kind != LineKind::heading || !linked || excluded_[line.node]) continue;
            if (!headings.empty() && headings.back() == line.node) continue;
            headings.push_back(line.node);
            announcements.add(line.node, 1);
        }
        announcements.finish();
        if (headings.size() < 2) return;
        for (const NodeId heading : headings) {
            NodeId around = heading;
            while (around != 0 && announcements.below(tree_, tree_[around].parent) == 1)
                around = tree_[around].parent;
            if (prose(around) * 5 < prose(0) * 3 || prose(0) == 0) exclude(around);
        }
    }

    // The smallest element that holds what there is of running text, by what elements claim and by
    // columns side by side.
    NodeId choose_root() const {
        NodeId root = 0;
        for (NodeId node = 1; node < tree_[root].end; ++node) {
            if (tree_[node].tag == Tag::text || prose(node) == 0) continue;
            const std::uint64_t own = prose(node);
            const std::uint64_t all = prose(root);
            const Tag tag = tree_[node].tag;
            const bool whole = own == all && !is_cell(tag);
            const bool mostly = own * 10 >= all * 6;
            const bool chosen = whole || (is_cell(tag) && mostly && has_text_beside(node)) ||
                                (claims_text(tree_, node) && own * 2 >= all &&
                                 (tag == Tag::main || rest_is_furniture(node, root))) ||
                                (is_column(node) && mostly && rest_is_furniture(node, root));
            // A title alone does not make a text.
            const bool has_text = text_.below(tree_, node) * 2 >= text_.below(tree_, root);
            if (chosen && has_text && holds_lines(node)) root = node;
        }
        return root;
    }

    // Text is not looked for within one paragraph: what stands beside it belongs to it.
    bool holds_lines(NodeId node) const {
        const Tag tag = tree_[node].tag;
        return tag != Tag::p && tag != Tag::li && !is_heading(tag) && tag != Tag::blockquote &&
               tag != Tag::tr && tag != Tag::dd && tag != Tag::figcaption && begins_line(tag);
    }

    bool is_column(NodeId node) const {
        return any_class_word(tree_.attribute(node, AttributeName::class_),
                              [](std::string_view word) {
                                  return word == "col" || word == "column" || word == "columns" ||
                                         word == "left" || word == "right" || word == "center";
                              });
    }

    // Whether most of what stands in `outer` beside `inner` is no running text. Sections of one
    // text stand in columns and articles of their own too.
    bool rest_is_furniture(NodeId inner, NodeId outer) const {
        const std::uint64_t letters = letters_.below(tree_, outer) - letters_.below(tree_, inner);
        return (prose(outer) - prose(inner)) * 2 <= letters;
    }

    // Whether another cell of its row has text too: rows of one cell lie above each other.
    bool has_text_beside(NodeId cell) const {
        return line_counts_.below(tree_, tree_[cell].parent) > line_counts_.below(tree_, cell);
    }

    bool nothing_but_links() const {
        if (known_.text != 0) return false;
        if (text_.below(tree_, 0) > 0) return false;
        std::uint64_t letters = 0;
        std::uint64_t linked = 0;
        for (const Line& line : lines_) {
            if (line.kind == LineKind::control) continue;
            letters += line.letters;
            linked += line.link_letters;
        }
        return linked * 10 >= letters * 7;
    }

    const Tree& tree_;
    const std::vector<Line>& lines_;
    const KnownPlaces& known_;
    std::vector<bool> excluded_;          // by node
    std::vector<std::uint32_t> running_;  // letters of running text, by line
    std::vector<std::uint32_t> bonus_;    // for titles, by line
    NodeSums prose_;                      // running text and titles
    NodeSums text_;                       // running text alone
    NodeSums line_counts_;
    NodeSums letters_;
};

}  // namespace

std::vector<LineRole> find_main_text(const Tree& tree, const std::vector<Line>& lines,
                                     const KnownPlaces& known) {
    return MainText(tree, lines, known).find();
}

}  // namespace vigyapti::html
