#include "indexer/readers/html/page_title.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ascii.hpp"
#include "indexer/readers/html/page_weights.hpp"

namespace vigyapti::html {
namespace {

constexpr std::size_t shortest_match = 8;  // bytes: "G20" as a title of a page proves nothing
constexpr std::size_t longest_title = 1000;

// Letters and digits only, so that quotes and dashes do not tell titles apart.
std::string bare(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_letter(c) || is_digit(c) ||
            (static_cast<unsigned char>(c) >= 0x80 && c != '\xE2' && c != '\x80'))
            out += to_lower(c);
    }
    return out;
}

// "Exhibit 99.1", "Annex 2": says which document it is, not what about.
bool is_mark(std::string_view text) {
    const auto space = text.rfind(' ');
    return space != text.npos && text.find(' ') == space &&
           text.find_first_not_of("0123456789.", space + 1) == text.npos;
}

bool all_capitals(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || is_lower(c);
    });
}

class TitleSearch {
  public:
    TitleSearch(const Tree& tree, const std::vector<Line>& lines, const std::vector<bool>& excluded,
                const KnownPlaces& known, const std::vector<LineRole>& roles)
        : tree_(tree),
          lines_(lines),
          excluded_(excluded),
          known_(known),
          roles_(roles),
          titles_(known.titles) {
        first_text_ = static_cast<std::size_t>(
            std::find(roles.begin(), roles.end(), LineRole::text) - roles.begin());
    }

    std::optional<std::size_t> find() const {
        if (known_.title != 0) return find_below(known_.title);
        const auto said = find_said();
        const auto heading = find_highest();
        // A page's title may be that of the site, which stands somewhere on each page.
        const bool better =
            heading && !excluded_[lines_[*heading].node] && !is_link_line(lines_[*heading]);
        const bool linked = said && is_link_line(lines_[*said]);  // as the name of a site is
        if (said && !linked && lines_[*said].kind == LineKind::heading) return said;
        if (better) return heading;
        const auto bold = find_bold();
        // Of two lines that could be it the nearer to the text is.
        if (said && (!bold || *bold <= *said)) return said;
        return bold ? bold : heading;
    }

  private:
    // The line of an element, which may be one within a line.
    std::optional<std::size_t> find_below(NodeId node) const {
        const std::string text = tree_.text_below(node);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const bool below = lines_[i].node >= node && lines_[i].node < tree_[node].end;
            if (below || lines_[i].text == text) return i;
        }
        return {};
    }

    // The line nearest to the text that says what the metadata do.
    std::optional<std::size_t> find_said() const {
        std::optional<std::size_t> found;
        int found_worth = 0;
        const std::size_t end = std::min(lines_.size(), first_text_ + 6);
        for (std::size_t i = 0; i < end; ++i) {
            if (lines_[i].kind == LineKind::control || lines_[i].kind == LineKind::caption)
                continue;
            const int like = titles_.likeness(lines_[i].text);
            if (like == 0) continue;
            const bool heading = lines_[i].kind == LineKind::heading;
            if (!heading && excluded_[lines_[i].node]) continue;
            const int worth = like + (heading ? 4 : 0) + (excluded_[lines_[i].node] ? 0 : 2);
            if (worth < found_worth) continue;
            found = i;
            found_worth = worth;
        }
        return found;
    }

    // Headings after the beginning of the text are of its sections, but for one right behind a
    // line or two, such as the name of a ministry and the day.
    std::optional<std::size_t> find_highest() const {
        std::optional<std::size_t> found;
        int found_worth = -20;
        const std::size_t end = std::min(lines_.size(), first_text_ + 4);
        for (std::size_t i = 0; i < end; ++i) {
            const Line& line = lines_[i];
            if (line.kind != LineKind::heading) continue;
            const bool in_text = roles_[i] == LineRole::text;
            if (i > first_text_ && !only_short_lines(first_text_, i)) break;
            if (excluded_[line.node] && tag_of(line) != Tag::h1) continue;
            const int level = 6 - (static_cast<int>(tag_of(line)) - static_cast<int>(Tag::h1));
            // A heading of the first rank in a page's header is often the name of the site.
            const int worth = 2 * level + (excluded_[line.node] ? 0 : 20) + (in_text ? 1 : 0) -
                              (is_link_line(line) ? 15 : 0);
            if (worth < found_worth) continue;
            // The first line of a heading of several.
            if (found && lines_[*found].node == line.node) continue;
            found = i;
            found_worth = worth;
        }
        return found;
    }

    std::optional<std::size_t> find_bold() const {
        const std::size_t begin = first_text_ > 3 ? first_text_ - 3 : 0;
        std::optional<std::size_t> found;
        for (std::size_t i = begin; i < std::min(lines_.size(), first_text_ + 3); ++i) {
            const Line& line = lines_[i];
            const bool bold = line.bold_letters * 10 >= line.letters * 9 && line.letters >= 10;
            const bool sentence = line.sentences > 0 && !all_capitals(line.text);
            if (excluded_[line.node] || is_link_line(line) || !bold || sentence ||
                line.letters >= 200) {
                continue;
            }
            if (!found || is_mark(lines_[*found].text)) found = i;
            if (!is_mark(line.text)) break;
        }
        return found;
    }

    bool only_short_lines(std::size_t begin, std::size_t end) const {
        return std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                           lines_.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& line) {
                               return line.sentences == 0 && line.letters < 80;
                           });
    }

    Tag tag_of(const Line& line) const {
        NodeId node = line.node;
        while (node != 0 && !is_heading(tree_[node].tag))
            node = tree_[node].parent;
        return node == 0 ? Tag::h6 : tree_[node].tag;
    }

    const Tree& tree_;
    const std::vector<Line>& lines_;
    const std::vector<bool>& excluded_;
    const KnownPlaces& known_;
    const std::vector<LineRole>& roles_;
    KnownTitles titles_;
    std::size_t first_text_ = 0;
};

}  // namespace

KnownTitles::KnownTitles(const std::vector<std::string_view>& titles) {
    for (const std::string_view title : titles) {
        titles_.push_back(bare(title));
        // Before the name of the site, however long that is.
        for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
            const auto end = title.rfind(separator);
            if (end != title.npos) heads_.push_back(bare(title.substr(0, end)));
        }
    }
}

int KnownTitles::likeness(std::string_view line) const {
    if (line.size() > longest_title) return 0;
    const std::string text = bare(line);
    if (text.size() < shortest_match) return 0;
    int best = 0;
    for (const std::string& title : titles_) {
        if (title == text) return 2;
        const bool most = text.size() * 2 >= title.size();
        if (most && (title.starts_with(text) || title.ends_with(text))) best = 1;
    }
    if (best == 0 && std::find(heads_.begin(), heads_.end(), text) != heads_.end()) best = 1;
    return best;
}

void mark_title(const Tree& tree, const std::vector<Line>& lines, const std::vector<bool>& excluded,
                const KnownPlaces& known, std::vector<LineRole>& roles) {
    const auto found = TitleSearch(tree, lines, excluded, known, roles).find();
    if (!found) return;
    const NodeId node = lines[*found].node;
    const bool whole = lines[*found].kind == LineKind::heading;
    for (std::size_t i = *found; i < lines.size() && lines[i].node == node; ++i) {
        roles[i] = LineRole::title;
        if (!whole) break;
    }
    for (std::size_t i = 0; i < *found; ++i) {
        const bool date = lines[i].text.find_first_of("0123456789") != std::string::npos &&
                          !is_mark(lines[i].text);
        if (roles[i] == LineRole::text && !date) roles[i] = LineRole::furniture;
    }
}

}  // namespace vigyapti::html
