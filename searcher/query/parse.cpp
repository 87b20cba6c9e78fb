#include "searcher/query/parse.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "common/base/error.hpp"
#include "common/lexicon/countries.hpp"
#include "common/text/date_range.hpp"
#include "searcher/query/lexer.hpp"

namespace vigyapti {
namespace {

bool is_operator(LexemeKind kind) {
    return kind == LexemeKind::both || kind == LexemeKind::either || kind == LexemeKind::without ||
           kind == LexemeKind::near;
}

class Parser {
  public:
    Parser(std::string_view text, const Date& today) : lexemes_(split_query(text)), today_(today) {}

    ParsedQuery parse() {
        ParsedQuery parsed;
        parsed.root = bag();
        while (at_ < lexemes_.size()) {
            note("a closing bracket without an opening one was passed over");
            ++at_;
            append(parsed.root, bag());
        }
        if (leaves_ > most_terms) {
            note(fmt::format("only the first {} words of the query were used", most_terms));
        }
        parsed.notices = std::move(notices_);
        return parsed;
    }

  private:
    void note(std::string notice) {
        if (std::find(notices_.begin(), notices_.end(), notice) == notices_.end()) {
            notices_.push_back(std::move(notice));
        }
    }

    bool at(LexemeKind kind) const { return at_ < lexemes_.size() && lexemes_[at_].kind == kind; }

    static void append(Node& bag, Node&& more) {
        for (Node& child : more.children)
            bag.children.push_back(std::move(child));
    }

    // The clauses up to a closing bracket or the end.
    Node bag() {
        Node node;
        while (at_ < lexemes_.size()) {
            if (at(LexemeKind::close)) {
                if (skipped_ == 0) break;
                --skipped_;  // of a bracket that was passed over for its depth
                ++at_;
                continue;
            }
            if (auto clause = either()) node.children.push_back(std::move(*clause));
            for (Node& each : pending_)
                node.children.push_back(std::move(each));
            pending_.clear();
        }
        return node;
    }

    std::optional<Node> either() {
        std::optional<Node> left = both();
        while (left && at(LexemeKind::either) && operand_follows()) {
            ++at_;
            if (auto right = both()) left = disjoined(std::move(*left), std::move(*right));
        }
        return left;
    }

    static Node group_of(NodeKind kind, Node left, Node right) {
        // A plus on either side makes the whole group a demand.
        const bool required =
            left.occurrence == Occurrence::required || right.occurrence == Occurrence::required;
        const Occurrence occurrence = required ? Occurrence::required : Occurrence::ranked;
        right.occurrence = Occurrence::ranked;
        if (left.kind == kind) {
            left.occurrence = occurrence;
            left.children.push_back(std::move(right));
            return left;
        }
        left.occurrence = Occurrence::ranked;
        Node node;
        node.kind = kind;
        node.occurrence = occurrence;
        node.children.push_back(std::move(left));
        node.children.push_back(std::move(right));
        return node;
    }

    // A sign belongs to its operand: `a AND -b` takes b away, and so does `-b AND a`.
    static Node conjoined(Node left, Node right) {
        const bool no_left = left.occurrence == Occurrence::excluded;
        const bool no_right = right.occurrence == Occurrence::excluded;
        if (no_left && no_right) {
            Node node = group_of(NodeKind::disjunction, std::move(left), std::move(right));
            node.occurrence = Occurrence::excluded;
            return node;
        }
        if (no_left) return group_of(NodeKind::difference, std::move(right), std::move(left));
        const NodeKind kind = no_right ? NodeKind::difference : NodeKind::conjunction;
        return group_of(kind, std::move(left), std::move(right));
    }

    // `a OR -b` has no meaning of its own: it is read as the two clauses `a -b`.
    Node disjoined(Node left, Node right) {
        const bool no_left = left.occurrence == Occurrence::excluded;
        const bool no_right = right.occurrence == Occurrence::excluded;
        if (!no_left && !no_right) {
            return group_of(NodeKind::disjunction, std::move(left), std::move(right));
        }
        note("OR beside an exclusion was passed over");
        pending_.push_back(std::move(no_right ? right : left));
        return std::move(no_right ? left : right);
    }

    bool operand_follows() const {
        std::size_t next = at_ + 1;
        if (lexemes_[at_].kind == LexemeKind::both && next < lexemes_.size() &&
            lexemes_[next].kind == LexemeKind::without) {
            ++next;
        }
        return next < lexemes_.size() &&
               (lexemes_[next].kind == LexemeKind::leaf || lexemes_[next].kind == LexemeKind::open);
    }

    std::optional<Node> both() {
        std::optional<Node> left = near();
        while (left && (at(LexemeKind::both) || at(LexemeKind::without)) && operand_follows()) {
            bool without = at(LexemeKind::without);
            ++at_;
            if (!without && at(LexemeKind::without)) {
                without = true;
                ++at_;
            }
            const bool bracket = at(LexemeKind::open);
            std::optional<Node> right = near();
            if (!right) continue;
            if (without) right->occurrence = negated(*right, bracket);
            left = conjoined(std::move(*left), std::move(*right));
        }
        return left;
    }

    std::optional<Node> near() {
        std::optional<Node> left = primary();
        while (left && at(LexemeKind::near) && operand_follows()) {
            const unsigned given = lexemes_[at_].distance;
            const unsigned distance =
                given == 0 ? default_distance : std::min(given, greatest_distance);
            if (given > greatest_distance) {
                note(fmt::format("NEAR reaches {} words at most", greatest_distance));
            }
            ++at_;
            std::optional<Node> right = primary();
            if (!right) continue;
            const bool words = right->kind == NodeKind::word &&
                               (left->kind == NodeKind::word || left->kind == NodeKind::near) &&
                               left->field == right->field &&
                               left->occurrence != Occurrence::excluded &&
                               right->occurrence != Occurrence::excluded;
            if (!words) {
                note("NEAR joins single words only; it was read as AND");
                left = conjoined(std::move(*left), std::move(*right));
                continue;
            }
            left = group_of(NodeKind::near, std::move(*left), std::move(*right));
            left->distance = std::max(left->distance, distance);
        }
        return left;
    }

    // NOT -a is read as -a, but NOT (-a) takes back what is taken away.
    static Occurrence negated(const Node& node, bool bracket) {
        const bool again = bracket && node.occurrence == Occurrence::excluded;
        return again ? Occurrence::required : Occurrence::excluded;
    }

    std::optional<Node> primary() {
        const Lexeme& lexeme = lexemes_[at_++];
        if (lexeme.kind == LexemeKind::open) return group(lexeme.sign);
        if (lexeme.kind == LexemeKind::without && at_ < lexemes_.size() &&
            lexemes_[at_].kind != LexemeKind::close && !is_operator(lexemes_[at_].kind)) {
            const bool bracket = at(LexemeKind::open);
            std::optional<Node> excluded = primary();
            if (excluded) {
                excluded->occurrence = negated(*excluded, bracket);
            }
            return excluded;
        }
        if (is_operator(lexeme.kind) && leaves_ < most_terms) {
            note(fmt::format("{} joins nothing here; it was read as a word", lexeme.text));
        }
        if (++leaves_ > most_terms) return std::nullopt;
        return leaf(lexeme);
    }

    std::optional<Node> group(char sign) {
        if (depth_ == deepest_nesting) {
            note(fmt::format("brackets nested deeper than {} were passed over", deepest_nesting));
            ++skipped_;
            return std::nullopt;
        }
        ++depth_;
        Node node = bag();
        --depth_;
        if (at(LexemeKind::close)) {
            ++at_;
        } else {
            note("a bracket that is not closed was closed at the end");
        }
        if (node.children.empty()) return std::nullopt;
        if (node.children.size() == 1) {
            Node only = std::move(node.children.front());
            only.occurrence = signed_again(only.occurrence, sign);
            return only;
        }
        node.occurrence = occurrence_of(sign);
        return node;
    }

    // Of the only clause in brackets: +(-a) is -a, -(-a) is +a.
    static Occurrence signed_again(Occurrence inner, char sign) {
        if (sign == ' ') return inner;
        const bool excluded = (inner == Occurrence::excluded) != (sign == '-');
        return excluded ? Occurrence::excluded : Occurrence::required;
    }

    static Occurrence occurrence_of(char sign) {
        if (sign == '+') return Occurrence::required;
        return sign == '-' ? Occurrence::excluded : Occurrence::ranked;
    }

    std::optional<Node> leaf(const Lexeme& lexeme) {
        Node node;
        node.occurrence = occurrence_of(lexeme.sign);
        node.field = lexeme.field;
        node.text = lexeme.text;
        if (!lexeme.quoted && looks_like_near(lexeme.text) && lexeme.kind == LexemeKind::leaf) {
            note("NEAR/ needs a number from 1 on; it was read as a word");
        }
        if (lexeme.unclosed) note("a quote that is not closed was closed at the end");
        if (lexeme.field && !read_field(node, lexeme.limit)) return std::nullopt;
        if (node.kind == NodeKind::filter || node.kind == NodeKind::date) return node;
        const bool starred = !lexeme.quoted && node.text.size() > 1 && node.text.back() == '*';
        node.kind = lexeme.exact    ? NodeKind::exact
                    : lexeme.quoted ? NodeKind::phrase
                    : starred       ? NodeKind::prefix
                                    : NodeKind::word;
        if (starred && !lexeme.exact) node.text.pop_back();
        return node;
    }

    // Sets the kind for fields that hold no text. False when the value cannot be one of theirs.
    bool read_field(Node& node, DateLimit limit) {
        const Field& in = field(*node.field);
        if (node.text.empty()) {
            note(fmt::format("{}: without a value was passed over", in.name));
            return false;
        }
        if (in.kind == FieldKind::date) return read_dates(node, limit);
        if (in.kind == FieldKind::boolean) {
            if (in.id == FieldId::lang) node.text = language_code(node.text);
            if (in.id == FieldId::country && !read_country(node)) return false;
            node.kind = NodeKind::filter;
        }
        return true;
    }

    // False when no such country is known.
    bool read_country(Node& node) {
        const auto code = find_country(node.text);
        if (!code) {
            note(
                fmt::format("\"{}\" is no country; write a code (RU) or a name in English or "
                            "Hindi (country:Russia, country:रूस, country:\"Sri Lanka\")",
                            printable(node.text)));
            return false;
        }
        node.text = std::string(*code);
        return true;
    }

    bool read_dates(Node& node, DateLimit limit) {
        const auto dates = parse_date_range(node.text, today_);
        const bool open = dates && ((limit == DateLimit::before && !dates->first) ||
                                    (limit == DateLimit::after && !dates->last));
        if (!dates || open) {
            note(
                fmt::format("\"{}\" is no date; write 2023, 2023-10, 2023-10-17 or a range such "
                            "as 2023-10-01..2023-10-17",
                            printable(node.text)));
            return false;
        }
        node.kind = NodeKind::date;
        node.dates = limited(*dates, limit);
        // Limits hold together with each other and with date:, unlike values of one field.
        if (limit != DateLimit::within && node.occurrence == Occurrence::ranked) {
            node.occurrence = Occurrence::required;
        }
        const auto& [first, last] = node.dates;
        if (first && last && first_day(*first) > last_day(*last)) {
            note(fmt::format("the range \"{}\" ends before it begins", printable(node.text)));
        }
        node.text.clear();
        return true;
    }

    // Where no day is left in the calendar, a range that ends before it begins.
    static DateRange limited(const DateRange& dates, DateLimit limit) {
        if (limit == DateLimit::within) return dates;
        const auto day =
            limit == DateLimit::before ? day_before(*dates.first) : day_after(*dates.last);
        if (!day) return {Date{9999, 12, 31}, Date{1000, 1, 1}};
        if (limit == DateLimit::before) return {std::nullopt, day};
        return {day, std::nullopt};
    }

    std::vector<Lexeme> lexemes_;
    const Date today_;
    std::size_t at_ = 0;
    std::size_t leaves_ = 0;
    std::size_t depth_ = 0;
    std::size_t skipped_ = 0;    // open brackets that were passed over
    std::vector<Node> pending_;  // clauses that OR could not join
    std::vector<std::string> notices_;
};

}  // namespace

std::string_view readable_part(std::string_view text) {
    if (text.size() <= longest_query) return text;
    std::size_t end = longest_query;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

ParsedQuery parse_query(std::string_view text, const Date& today) {
    const std::string_view used = readable_part(text);
    ParsedQuery parsed = Parser(used, today).parse();
    if (used.size() < text.size()) {
        parsed.notices.push_back(
            fmt::format("only the first {} bytes of the query were used", used.size()));
    }
    return parsed;
}

}  // namespace vigyapti
