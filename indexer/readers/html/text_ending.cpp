#include "indexer/readers/html/text_ending.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/html/class_words.hpp"
#include "indexer/readers/html/ending_phrases.hpp"
#include "indexer/readers/html/page_weights.hpp"

namespace vigyapti::html {
namespace {

constexpr std::size_t lines_of_ending = 10;
constexpr std::size_t fewest_links_of_box = 2;
constexpr std::size_t fewest_paragraphs = 3;  // of a text that boxes as long as it may stand behind
constexpr std::size_t longest_byline = 90;
constexpr std::size_t lines_above = 30;

class Ending {
  public:
    Ending(const Tree& tree, const std::vector<Line>& lines,
           const std::vector<std::uint32_t>& running, std::vector<LineRole>& roles)
        : tree_(tree), lines_(lines), running_(running), roles_(roles) {}

    void run() {
        drop_boxes();
        const std::string author = find_author();
        std::size_t looked_at = 0;
        const std::size_t first = first_running();
        for (std::size_t i = lines_.size(); i-- > first + 1 && looked_at < lines_of_ending;) {
            if (roles_[i] != LineRole::text) continue;
            ++looked_at;
            const std::string& text = lines_[i].text;
            if (is_contribution(text)) {
                roles_[i] = LineRole::credit;
            } else if (is_closing_notice(text) ||
                       (!author.empty() && is_about_author(text, author)) ||
                       (is_italic(lines_[i].node) && is_biography(text))) {
                roles_[i] = LineRole::furniture;
            } else if (running_[i] > 0) {
                break;
            }
        }
    }

  private:
    bool is_running(std::size_t line) const {
        return roles_[line] == LineRole::text && running_[line] > 0;
    }

    std::size_t first_running() const {
        std::size_t i = 0;
        while (i < lines_.size() && !is_running(i))
            ++i;
        return i;
    }

    // The element in which a line is one paragraph of several.
    NodeId holder(const Line& line) const {
        const Tag tag = tree_[line.node].tag;
        const bool paragraph = tag == Tag::p || tag == Tag::li || tag == Tag::blockquote ||
                               tag == Tag::pre || is_heading(tag);
        return paragraph ? tree_[line.node].parent : line.node;
    }

    void drop_boxes() {
        struct Held {
            std::uint64_t letters = 0;
            std::size_t paragraphs = 0;
        };
        std::map<NodeId, Held> held;
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!is_running(i)) continue;
            Held& own = held[holder(lines_[i])];
            own.letters += running_[i];
            ++own.paragraphs;
            all += running_[i];
        }
        const auto most =
            std::max_element(held.begin(), held.end(), [](const auto& one, const auto& other) {
                return one.second.letters < other.second.letters;
            });
        if (most == held.end() || most->second.letters * 2 < all) return;
        const bool short_text = most->second.paragraphs < fewest_paragraphs;
        const std::uint64_t largest = short_text ? most->second.letters / 3 : all;
        std::size_t last = lines_.size() - 1;
        while (!is_running(last) || holder(lines_[last]) != most->first)
            --last;
        for (std::size_t i = last + 1; i < lines_.size();)
            i = is_running(i) ? drop_box(i, lines_[last].node, largest) : i + 1;
    }

    // The line behind the box of the line `inside`: the largest element around it without
    // `outside`. It is dropped unless it holds more than `largest` letters of running text.
    std::size_t drop_box(std::size_t inside, NodeId outside, std::uint64_t largest) {
        NodeId box = lines_[inside].node;
        for (NodeId outer = tree_[box].parent; outer != 0 && outer > outside;
             outer = tree_[outer].parent) {
            box = outer;
        }
        const auto in_box = [&](std::size_t i) {
            return lines_[i].node >= box && lines_[i].node < tree_[box].end;
        };
        std::size_t begin = inside;
        while (begin > 0 && in_box(begin - 1))
            --begin;
        std::size_t end = begin;
        std::size_t sentences = 0;
        std::size_t links = 0;
        std::uint64_t letters = 0;
        for (; end < lines_.size() && in_box(end); ++end) {
            sentences += running_[end] > 0 ? 1 : 0;
            links += is_link_line(lines_[end]) ? 1 : 0;
            letters += running_[end];
        }
        if (links >= fewest_links_of_box && links >= sentences && letters <= largest) {
            for (std::size_t i = begin; i < end; ++i) {
                if (roles_[i] == LineRole::text) roles_[i] = LineRole::furniture;
            }
        }
        return std::max(end, inside + 1);
    }

    // "By Asha Rao, New Delhi" above the text, or what is called its author: the name, of two to
    // four words.
    std::string find_author() const {
        const std::size_t end = std::min(first_running() + 2, lines_.size());
        for (std::size_t i = end > lines_above ? end - lines_above : 0; i < end; ++i) {
            std::string_view text = lines_[i].text;
            if (text.size() > longest_byline || running_[i] > 0) continue;
            const bool by =
                text.starts_with("By ") || text.starts_with("by ") || text.starts_with("BY ");
            if (!by && !is_called_author(lines_[i].node)) continue;
            if (by) text.remove_prefix(3);
            text = text.substr(0, text.find_first_of(",|(/@0123456789"));
            text = trimmed(text.substr(0, text.find(" and ")));
            const auto spaces = std::count(text.begin(), text.end(), ' ');
            if (spaces >= 1 && spaces <= 3 && text.size() < 40) return std::string(text);
        }
        return {};
    }

    // Whether all text of a small element is.
    bool is_italic(NodeId node) const {
        constexpr NodeId most_nodes = 30;
        if (tree_[node].end - node > most_nodes) return false;
        for (NodeId each = node; each < tree_[node].end;) {
            if (tree_[each].tag == Tag::text && !trimmed(tree_.text(each)).empty()) return false;
            each = tree_[each].tag == Tag::i ? tree_[each].end : each + 1;
        }
        return true;
    }

    bool is_called_author(NodeId node) const {
        for (int levels = 0; levels < 3 && node != 0; ++levels) {
            const bool called = any_class_word(
                tree_.attribute(node, AttributeName::class_), [](std::string_view word) {
                    return word == "author" || word == "byline" || word == "writer";
                });
            if (called) return true;
            node = tree_[node].parent;
        }
        return false;
    }

    const Tree& tree_;
    const std::vector<Line>& lines_;
    const std::vector<std::uint32_t>& running_;
    std::vector<LineRole>& roles_;
};

}  // namespace

void mark_ending(const Tree& tree, const std::vector<Line>& lines,
                 const std::vector<std::uint32_t>& running, std::vector<LineRole>& roles) {
    if (!lines.empty()) Ending(tree, lines, running, roles).run();
}

}  // namespace vigyapti::html
