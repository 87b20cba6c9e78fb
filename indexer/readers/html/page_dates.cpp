#include "indexer/readers/html/page_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/date.hpp"
#include "indexer/readers/html/class_words.hpp"
#include "indexer/readers/html/date_text.hpp"
#include "indexer/readers/html/page_weights.hpp"
#include "indexer/readers/html/text_counts.hpp"

namespace vigyapti::html {
namespace {

// How sure it is that a date is the one on which the text was published.
// Above what holds title and text the day may be that of the visit, or of the site: `above`.
enum class Worth : std::uint8_t { none, changed, above, line, dated, published, stated };

constexpr NodeId nodes_before = 40;      // of the title that are looked at
constexpr NodeId largest_element = 60;   // nodes of one that is called a date
constexpr std::size_t lines_before = 8;  // the title
constexpr std::size_t lines_behind = 14;
constexpr std::size_t lines_at_foot = 4;
constexpr std::uint32_t most_letters_beside = 45;  // of a line with a date
constexpr std::uint32_t long_paragraph = 120;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool says_changed(std::string_view label) {
    const std::string lower = lowered(label);
    return contains_any(lower, {"updat", "modif", "revised", "अपडेट", "अद्यतन", "संशोधित"});
}

bool says_published(std::string_view label) {
    const std::string lower = lowered(label);
    return contains_any(lower, {"publish", "posted", "released", "issued", "created", "written by",
                                "प्रकाश", "पोस्ट", "जारी", "प्रविष्टि"});
}

// "Written by Asha Rao in Politics on …"
bool begins_as_published(std::string_view line) {
    for (const std::string_view phrase : {"written by", "posted", "published", "प्रकाशित", "पोस्ट"}) {
        if (starts_ignoring_case(line, phrase)) return true;
    }
    return false;
}

// The first date of a text that is not that of a change, else that of a change.
struct ShownDate {
    Date date;
    bool changed = false;
    bool published = false;
    bool within_clause = false;
    TextCounts beside = {};  // before and behind it
};

// Whether a date between `before` and `behind` is said to be the day of something: "signed into
// law on 14 August 1935", "17 अक्टूबर 2023 को हस्ताक्षरित".
bool is_within_clause(std::string_view before, std::string_view behind) {
    const auto is_one_of = [](std::string_view word,
                              std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    before = trimmed(before);
    behind = trimmed(behind);
    const auto space = before.rfind(' ');
    return is_one_of(before.substr(space == before.npos ? 0 : space + 1),
                     {"on", "of", "by", "from", "since", "until", "till", "before", "after"}) ||
           is_one_of(behind.substr(0, behind.find(' ')), {"को", "से", "तक", "के", "की", "का"});
}

std::optional<ShownDate> shown_date(std::string_view text, bool month_first) {
    auto found = find_date(text, month_first);
    if (!found) return {};
    TextCounts beside = count_text(found->before);
    const TextCounts behind = count_text(found->behind);
    beside.letters += behind.letters;
    beside.sentences += behind.sentences;
    ShownDate shown{found->date, says_changed(found->before), says_published(found->before),
                    is_within_clause(found->before, found->behind), beside};
    if (!shown.changed) return shown;
    const auto second = find_date(found->behind, month_first);
    if (second && says_published(second->before)) {
        shown = {second->date, false, true, false, beside};
    }
    return shown;
}

bool within_a_day(const Date& one, const Date& other) {
    return day_before(one) == other || day_after(one) == other;
}

class DateSearch {
  public:
    // `month_first`: whether numbers of a date that can be read in two ways begin with the month.
    DateSearch(const Tree& tree, const std::vector<Line>& lines, const std::vector<LineRole>& roles,
               bool month_first)
        : tree_(tree), lines_(lines), roles_(roles), month_first_(month_first) {}

    void run() {
        const auto is_own = [](LineRole role) { return role != LineRole::furniture; };
        const auto first = std::find_if(roles_.begin(), roles_.end(), is_own);
        if (first == roles_.end()) return;
        const auto title = std::find(roles_.begin(), roles_.end(), LineRole::title);
        const auto text = std::find(roles_.begin(), roles_.end(), LineRole::text);
        head_ = static_cast<std::size_t>((title == roles_.end() ? first : title) - roles_.begin());
        first_text_ = static_cast<std::size_t>(text - roles_.begin());
        while (first_text_ < lines_.size() && running_letters(lines_[first_text_]) == 0)
            ++first_text_;
        const auto last = std::find_if(roles_.rbegin(), roles_.rend(), is_own);
        last_ = static_cast<std::size_t>(roles_.rend() - last) - 1;
        look_at_elements(lines_[static_cast<std::size_t>(first - roles_.begin())].node);
        look_at_lines();
    }

    // What the page alone calls the time of a publication, wherever it stands; empty when there are
    // several.
    std::string only_publication() {
        NodeId only = 0;
        for (NodeId node = 1; node < tree_.size(); ++node) {
            const bool time = tree_[node].tag == Tag::time ||
                              !tree_.attribute(node, AttributeName::itemprop).empty();
            if (!time || worth_of(node) < Worth::published || stands_in_link_item(tree_, node))
                continue;
            if (only != 0 && node >= tree_[only].end) return {};
            if (only == 0) only = node;
        }
        if (only != 0) look_at(only, Worth::published);
        return value_;
    }

    const std::string& value() const { return value_; }
    Worth worth() const { return worth_; }

  private:
    void note(std::string value, Worth worth) {
        if (worth <= worth_) return;
        worth_ = worth;
        value_ = std::move(value);
    }

    void look_at_elements(NodeId first) {
        NodeId end = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (roles_[i] != LineRole::furniture) end = std::max(end, tree_[lines_[i].node].end);
        }
        const NodeId around = common_ancestor();
        for (NodeId node = first > nodes_before ? first - nodes_before : 1; node < end; ++node) {
            if (tree_[node].tag == Tag::text) continue;
            const Worth called =
                node < around ? std::min(worth_of(node), Worth::above) : worth_of(node);
            if (called > worth_ && !stands_in_link_item(tree_, node)) look_at(node, called);
        }
    }

    // What an element is called, or is.
    Worth worth_of(NodeId node) const {
        if (tree_.attribute(node, AttributeName::itemprop).find("datePublished") !=
            std::string_view::npos) {
            return Worth::stated;
        }
        if (tree_.has_attribute(node, AttributeName::pubdate)) return Worth::stated;
        Worth found = is_time(node) ? Worth::dated : Worth::none;
        bool changed = tree_.attribute(node, AttributeName::itemprop).find("dateModified") !=
                       std::string_view::npos;
        for (const AttributeName name : {AttributeName::class_, AttributeName::id}) {
            any_class_word(tree_.attribute(node, name), [&](std::string_view word) {
                changed = changed || word == "updated" || word == "modified" || word == "update";
                if (word == "published" || word == "pubdate" || word == "posted" ||
                    word == "publication") {
                    found = Worth::published;
                } else if (found == Worth::none &&
                           (word == "date" || word == "dateline" || word == "datestamp" ||
                            word == "timestamp" || word == "datetime" || word == "time" ||
                            word == "byline")) {
                    found = Worth::dated;
                }
                return false;
            });
        }
        return changed && found != Worth::none && found != Worth::published ? Worth::changed
                                                                            : found;
    }

    // <time>, and the <abbr title="2023-10-17T09:30"> of hAtom.
    bool is_time(NodeId node) const {
        if (tree_[node].tag == Tag::time) return true;
        const std::string_view title = tree_.attribute(node, AttributeName::title);
        return title.size() >= 16 && title.size() <= 30 && title[4] == '-' && title[10] == 'T' &&
               parse_date(title);
    }

    void look_at(NodeId node, Worth called) {
        const bool small = tree_[node].end - node <= largest_element;
        const std::string text = small ? tree_.text_below(node) : std::string();
        const auto shown = shown_date(text, month_first_);
        for (const AttributeName name :
             {AttributeName::datetime, AttributeName::content, AttributeName::title}) {
            std::string value = machine_date(std::string(tree_.attribute(node, name)));
            const auto date = parse_date(value);
            if (!date) continue;
            if (shown && !shown->changed && within_a_day(*date, shown->date)) {
                value = to_iso(shown->date);
            }
            return note(std::move(value), called);
        }
        if (!shown) return;
        const bool as_found = parse_date(text).has_value();
        if (shown->changed) called = Worth::changed;
        note(as_found ? text : to_iso(shown->date), called);
    }

    void look_at_lines() {
        const NodeId around = common_ancestor();
        const std::size_t begin = head_ > lines_before ? head_ - lines_before : 0;
        std::size_t paragraphs = 0;
        for (std::size_t i = head_; i < std::min(lines_.size(), head_ + lines_behind); ++i) {
            look_at(lines_[i], Worth::line);
            if (running_letters(lines_[i]) > long_paragraph && ++paragraphs == 2) break;
        }
        for (std::size_t i = head_; i-- > begin;) {
            const NodeId node = lines_[i].node;
            if (node >= around && node < tree_[around].end) look_at(lines_[i], Worth::line);
        }
        for (std::size_t i = last_; i < std::min(lines_.size(), last_ + lines_at_foot); ++i)
            look_at(lines_[i], Worth::none);
    }

    // `otherwise`: of a date without a label.
    void look_at(const Line& line, Worth otherwise) {
        if (worth_ >= Worth::published || line.kind == LineKind::caption) return;
        if (stands_in_link_item(tree_, line.node)) return;
        const auto shown = shown_date(line.text, month_first_);
        if (!shown) return;
        const std::uint32_t most =
            begins_as_published(line.text) ? 2 * most_letters_beside : most_letters_beside;
        if (shown->beside.letters > most) return;
        const Worth worth = shown->changed     ? Worth::changed
                            : shown->published ? Worth::published
                                               : otherwise;
        // A sentence, a clause or a heading that mentions a day.
        const bool clause = line.kind == LineKind::heading || shown->within_clause;
        const bool mentioned =
            shown->beside.sentences > 0 || (clause && shown->beside.letters > 20);
        if (mentioned && worth <= Worth::line) return;
        note(to_iso(shown->date), worth);
    }

    // The smallest element around the title and the first paragraph.
    NodeId common_ancestor() const {
        NodeId node = lines_[head_].node;
        const NodeId text =
            first_text_ < lines_.size() ? lines_[first_text_].node : lines_[head_].node;
        while (node != 0 && !(text >= node && text < tree_[node].end))
            node = tree_[node].parent;
        return node;
    }

    const Tree& tree_;
    const std::vector<Line>& lines_;
    const std::vector<LineRole>& roles_;
    bool month_first_;
    std::size_t head_ = 0;  // the line of the title, or the first of the text
    std::size_t first_text_ = 0;
    std::size_t last_ = 0;
    std::string value_;
    Worth worth_ = Worth::none;
};

}  // namespace

void read_shown_date(const Tree& tree, const std::vector<Line>& lines,
                     const std::vector<LineRole>& roles, Draft& draft) {
    const bool american =
        std::any_of(draft.fields.begin(), draft.fields.end(), [](const FoundValue& found) {
            return found.field == ReleaseField::lang &&
                   (found.value == "en-us" || found.value == "en_us");
        });
    DateSearch search(tree, lines, roles, american);
    search.run();
    if (search.value().empty()) {
        // It may be that of another page: what the text and the address say counts more.
        std::string value = search.only_publication();
        if (!value.empty()) draft.add(ReleaseField::date, Origin::property, std::move(value));
        return;
    }
    const bool known =
        std::any_of(draft.fields.begin(), draft.fields.end(), [](const FoundValue& found) {
            return found.field == ReleaseField::date && parse_date(found.value);
        });
    if (search.worth() == Worth::changed && known) return;
    draft.add(ReleaseField::date, Origin::markup, search.value());
}

}  // namespace vigyapti::html
