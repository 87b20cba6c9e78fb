#include "indexer/readers/html/text_range.hpp"

#include <algorithm>

#include "indexer/readers/html/page_phrases.hpp"
#include "indexer/readers/html/page_weights.hpp"

namespace vigyapti::html {
namespace {

// So many lines of furniture in a row part the text from what is another one.
constexpr std::size_t parting_lines = 4;
// So many lines without a sentence may stand before and behind running text.
constexpr std::size_t most_lines_around = 12;
// A list of so many links is one of other pages, however much is said of each.
constexpr std::size_t most_links_of_text = 3;
// So many lines of links are the end of a text.
constexpr std::size_t many_links = 10;
// Each takes a look at all lines.
constexpr std::size_t most_appendices = 50;
// Letters of a line of links that may stand between a date and the text.
constexpr std::uint32_t longest_share_bar = 40;

bool holds_digit(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos ||
           text.find("\xE0\xA5\xA6") != text.npos || text.find("\xE0\xA5\xA7") != text.npos ||
           text.find("\xE0\xA5\xA8") != text.npos;
}

}  // namespace

// The nearest element around `root` that holds more lines than it.
NodeId TextRange::around(NodeId root) const {
    NodeId outer = root;
    for (int levels = 0; levels < 4 && outer != 0; ++levels) {
        outer = tree_[outer].parent;
        for (const Line& line : lines_) {
            if (below(line.node, outer) && !below(line.node, root)) return outer;
        }
    }
    return outer;
}

bool TextRange::is_candidate(const Line& line, NodeId root) const {
    if (!below(line.node, root) || excluded_[line.node] || line.kind == LineKind::control ||
        is_page_phrase(line.text)) {
        return false;
    }
    return line.sentences > 0 || line.link_letters > 0 || !stands_in_link_item(tree_, line.node);
}

// Whether a line of links that holds a sentence is a point of a list whose other points are text.
bool TextRange::is_point(std::size_t line, const std::vector<bool>& candidates) const {
    const Line& own = lines_[line];
    if (line == 0 || own.sentences == 0 || own.link_letters * 4 > own.letters * 3) return false;
    const Line& before = lines_[line - 1];
    return candidates[line - 1] && before.sentences > 0 && before.kind == own.kind &&
           tree_[before.node].parent == tree_[own.node].parent;
}

// A line of links is text where it is a sentence among running text.
void TextRange::mark_candidates(NodeId root, std::vector<bool>& candidates) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!is_candidate(lines_[i], root)) continue;
        const bool amid = i > 0 && i + 1 < lines_.size() && running_[i - 1] > 0 &&
                          running_[i + 1] > 0 && lines_[i].kind == LineKind::text;
        candidates[i] = !is_link_line(lines_[i]) || amid || is_point(i, candidates);
    }
}

void TextRange::drop_appendices(NodeId root, std::vector<bool>& candidates) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const bool title_like = line.kind == LineKind::heading || line.letters < 40;
        // In a box that is excluded as a whole it is the heading of that alone.
        const bool boxed =
            excluded_[line.node] && tree_[tree_[line.node].parent].tag != Tag::header;
        if (title_like && line.sentences == 0 && below(line.node, root) && !boxed &&
            begins_appendix(line.text)) {
            drop_appendix(i, root, candidates);
            if (++found == most_appendices) return;
        }
    }
}

// An appendix ends with the element around its heading that holds more than the heading, or with
// the next heading of its level. One that is a third of all is none but for what it lists of other
// pages.
void TextRange::drop_appendix(std::size_t heading, NodeId root,
                              std::vector<bool>& candidates) const {
    NodeId around = lines_[heading].node;
    while (around != root && around != 0 &&
           !(heading + 1 < lines_.size() && below(lines_[heading + 1].node, around) &&
             lines_[heading + 1].node != lines_[heading].node)) {
        if (tree_[around].parent == 0) break;
        around = tree_[around].parent;
    }
    const Tag level = tree_[lines_[heading].node].tag;
    std::size_t end = heading + 1;
    std::uint64_t letters = 0;
    std::size_t link_lines = 0;
    while (end < lines_.size() && below(lines_[end].node, around)) {
        const Tag tag = tree_[lines_[end].node].tag;
        if (is_heading(level) && is_heading(tag) && tag <= level) break;
        letters += candidates[end] ? running_[end] : 0;
        link_lines += is_link_line(lines_[end]) ? 1 : 0;
        ++end;
    }
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        all += candidates[i] ? running_[i] : 0;
    if (letters * 3 > all) {
        if (link_lines < most_links_of_text || letters == all) return;
        if (is_text(heading, end)) {
            end = heading + 1;
            while (running_[end] == 0)
                ++end;
        }
    }
    std::fill(candidates.begin() + static_cast<std::ptrdiff_t>(heading),
              candidates.begin() + static_cast<std::ptrdiff_t>(end), false);
}

// Whether there are more than two sentences to a link in a part of the lines.
bool TextRange::is_text(std::size_t begin, std::size_t end) const {
    std::size_t sentences = 0;
    std::size_t links = 0;
    for (std::size_t i = begin; i < end; ++i) {
        sentences += running_[i] > 0 ? 1 : 0;
        links += is_link_line(lines_[i]) ? 1 : 0;
    }
    return sentences > 2 * links;
}

std::vector<TextRange::Cluster> TextRange::find_clusters(
    const std::vector<bool>& candidates) const {
    std::vector<Cluster> clusters;
    std::size_t gap = parting_lines;
    std::uint64_t title = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        title = std::max<std::uint64_t>(title, excluded_[lines_[i].node] ? 0 : bonus_[i]);
        if (!candidates[i]) {
            ++gap;
            continue;
        }
        if (running_[i] == 0) continue;
        const bool sibling = !clusters.empty() && tree_[lines_[clusters.back().last].node].parent ==
                                                      tree_[lines_[i].node].parent;
        if (clusters.empty() || (gap >= parting_lines && !sibling)) clusters.push_back({i, i, 0});
        clusters.back().last = i;
        clusters.back().letters += running_[i] + title;
        title = 0;
        gap = 0;
    }
    return clusters;
}

void TextRange::mark_cluster(const Cluster& cluster, NodeId root, NodeId outer,
                             const std::vector<bool>& candidates,
                             std::vector<LineRole>& roles) const {
    for (std::size_t i = cluster.first; i <= cluster.last; ++i) {
        if (candidates[i]) roles[i] = LineRole::text;
    }
    // Lines without a sentence before it: what stands beside it, and what may be its date.
    const NodeId before = tree_[lines_[cluster.first].node].parent;
    NodeId beside_date = before;
    for (std::size_t i = cluster.first; i > 0 && cluster.first - i < most_lines_around;) {
        --i;
        // Above a row of links the day is that of the visit, or of the site.
        if (is_link_line(lines_[i]) && lines_[i].letters > longest_share_bar) break;
        const bool date = holds_digit(lines_[i].text);
        // A date may stand right above the element that holds the text.
        const bool above = date && cluster.first - i <= 3 && below(lines_[i].node, outer) &&
                           is_candidate(lines_[i], outer) && !is_link_line(lines_[i]);
        if (!below(lines_[i].node, root) && !below(lines_[i].node, outer)) break;
        if (!candidates[i] && !above) continue;
        if (!date && !below(lines_[i].node, before) && !below(lines_[i].node, beside_date))
            continue;
        roles[i] = LineRole::text;
        const NodeId parent = tree_[lines_[i].node].parent;
        if (date && parent > root) beside_date = parent;
    }
    // Behind it: what stands beside it, such as a list, a table, place and day, the number of the
    // release.
    const NodeId behind = tree_[lines_[cluster.last].node].parent;
    std::size_t gap = 0;
    for (std::size_t i = cluster.last + 1; i < lines_.size() && gap < parting_lines; ++i) {
        if (!below(lines_[i].node, std::max(behind, root))) break;
        gap = candidates[i] ? 0 : gap + 1;
        if (candidates[i]) roles[i] = LineRole::text;
    }
}

// Whether two clusters stand in containers of the same make: parts of one text between which
// something else was put.
bool TextRange::alike(const Cluster& a, const Cluster& b) const {
    NodeId one = lines_[a.first].node;
    NodeId other = lines_[b.first].node;
    for (int levels = 0; levels < 3 && one != other; ++levels) {
        if (tree_[one].tag != tree_[other].tag ||
            tree_.attribute(one, AttributeName::class_) !=
                tree_.attribute(other, AttributeName::class_)) {
            return false;
        }
        one = tree_[one].parent;
        other = tree_[other].parent;
    }
    return true;
}

void TextRange::mark(NodeId root, std::vector<LineRole>& roles) const {
    std::vector<bool> candidates(lines_.size(), false);
    mark_candidates(root, candidates);
    drop_appendices(root, candidates);
    const std::vector<Cluster> clusters = find_clusters(candidates);
    const NodeId outer = around(root);
    const auto greatest =
        std::max_element(clusters.begin(), clusters.end(),
                         [](const Cluster& a, const Cluster& b) { return a.letters < b.letters; });
    std::size_t links = 0;  // lines of them between the greatest cluster and the one looked at
    std::size_t counted = clusters.empty() ? 0 : greatest->last;
    for (const Cluster& cluster : clusters) {
        for (; counted < cluster.first; ++counted)
            links += is_link_line(lines_[counted]) ? 1 : 0;
        // Far behind a text what is not of its make must be long to belong to it.
        const std::uint64_t share = links < many_links ? 4 : 1;
        if (cluster.letters * share >= greatest->letters || alike(cluster, *greatest)) {
            mark_cluster(cluster, root, outer, candidates, roles);
        }
    }
    if (!clusters.empty()) return;
    // No running text: poems, lists, tables.
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (candidates[i]) roles[i] = LineRole::text;
    }
}

}  // namespace vigyapti::html
