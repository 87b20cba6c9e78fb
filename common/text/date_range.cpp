#include "common/text/date_range.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/relative_date.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view space = " \t\r\n\v\f";
constexpr std::size_t most_words = 12;
constexpr std::size_t longest_range = 400;  // bytes

// Where the words of `text` lie, at most `most_words` and one more.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (words.size() <= most_words) {
        const auto first = text.find_first_not_of(space);
        if (first == text.npos) break;
        text.remove_prefix(first);
        const auto end = std::min(text.find_first_of(space), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    const std::string lower = lowered(word);
    return std::find(words.begin(), words.end(), lower) != words.end();
}

class RangeReader {
  public:
    explicit RangeReader(const std::optional<Date>& today) : today_(today) {}

    std::optional<DateRange> read(std::string_view text) const {
        text = trimmed(text);
        if (text.empty() || text.size() > longest_range) return {};
        if (const auto dots = text.find(".."); dots != text.npos) {
            return joined(text.substr(0, dots), text.substr(dots + 2));
        }
        if (const auto one = moment(text)) return one;
        if (const auto range = in_words(text)) return range;
        return with_dash(text);
    }

  private:
    // A date, or one that is named from today.
    std::optional<DateRange> moment(std::string_view text) const {
        if (const auto date = parse_date(text)) return DateRange{date, date};
        return today_ ? parse_relative_date(text, *today_) : std::nullopt;
    }

    // The first end, which may lack what the second one says: 1 to 17 October 2023.
    std::optional<Date> first_end(std::string_view text, const std::optional<Date>& second) const {
        if (const auto range = moment(text)) return range->first;
        static constexpr std::array<std::string_view, 12> months{
            "january", "february", "march",     "april",   "may",      "june",
            "july",    "august",   "september", "october", "november", "december"};
        if (!second || second->month == 0) return {};
        const std::string year = " " + to_iso({second->year});
        const auto month = months.at(static_cast<std::size_t>(second->month - 1));
        if (const auto day = parse_date(std::string(text) + " " + std::string(month) + year)) {
            return day;
        }
        return parse_date(std::string(text) + year);
    }

    // Either end may be missing, but not both.
    std::optional<DateRange> joined(std::string_view first, std::string_view second) const {
        first = trimmed(first);
        second = trimmed(second);
        if (first.empty() && second.empty()) return {};
        DateRange range;
        if (!second.empty()) {
            const auto last = moment(second);
            if (!last) return {};
            range.last = last->last;
        }
        if (!first.empty() && !(range.first = first_end(first, range.last))) return {};
        return range;
    }

    std::optional<DateRange> in_words(std::string_view text) const {
        std::vector<std::string_view> words = words_of(text);
        if (words.size() < 2 || words.size() > most_words) return {};
        // The text from the word `from` up to the word `to`.
        const auto part = [&](std::size_t from, std::size_t to) -> std::string_view {
            if (from >= to) return {};
            const char* begin = words[from].data();
            return {begin,
                    static_cast<std::size_t>(words[to - 1].data() + words[to - 1].size() - begin)};
        };
        const std::size_t size = words.size();
        const bool until = is_one_of(words.back(), {"तक"});
        const std::size_t end = until ? size - 1 : size;
        const bool both = is_one_of(words.front(), {"between"});
        const bool from = is_one_of(words.front(), {"from"});
        const std::size_t begin = both || from ? 1 : 0;
        for (std::size_t i = begin + 1; i + 1 < end; ++i) {
            const bool joins = both ? is_one_of(words[i], {"and"})
                                    : is_one_of(words[i], {"to", "till", "until", "से"});
            if (!joins) continue;
            if (const auto range = joined(part(begin, i), part(i + 1, end))) return range;
        }
        if (until) return joined({}, part(0, end));
        if (is_one_of(words.back(), {"से"})) return joined(part(0, size - 1), {});
        if (from || is_one_of(words.front(), {"since"})) return joined(part(1, size), {});
        if (is_one_of(words.front(), {"until", "till"})) return joined({}, part(1, size));
        return {};
    }

    std::optional<DateRange> with_dash(std::string_view text) const {
        std::size_t dashes = 5;  // of 17-10-2023 - 20-10-2023
        for (std::size_t at = 1; at + 1 < text.size() && dashes > 0; ++at) {
            const std::string_view rest = text.substr(at);
            const std::size_t dash = rest.starts_with('-') ? 1 : rest.starts_with("\u2013") ? 3 : 0;
            if (dash == 0) continue;
            --dashes;
            if (trimmed(rest.substr(dash)).empty()) continue;
            if (const auto range = joined(text.substr(0, at), rest.substr(dash))) return range;
        }
        return {};
    }

    const std::optional<Date>& today_;
};

// Whether a word between spaces may stand in a date: a quick answer, since most words may not.
bool may_be_of_date(std::string_view word) {
    static constexpr auto others = std::to_array<std::string_view>(
        {"from", "to", "between", "and", "since", "until", "till", "of", "am",  "pm",
         "at",   "से",  "तक",      "बजे",  "ist",   "gmt",   "utc",  "z",  "hrs", "hours"});
    const bool has_letter_or_digit = std::any_of(word.begin(), word.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    });
    const bool has_digit = word.find_first_of("0123456789") != word.npos;
    if (has_digit || !has_letter_or_digit || word == "\u2013") return true;
    const auto words = split_date_words(word);
    return words && std::all_of(words->begin(), words->end(), [](const DateWord& each) {
               return is_date_word(each) || is_relative_word(each) ||
                      std::find(others.begin(), others.end(), each.text) != others.end();
           });
}

// The words at the front of `text` that may stand in a date.
std::vector<std::string_view> beginning_words(std::string_view text) {
    std::vector<std::string_view> words = words_of(text.substr(0, longest_range));
    if (words.size() > most_words) words.resize(most_words);
    words.erase(std::find_if_not(words.begin(), words.end(), may_be_of_date), words.end());
    return words;
}

std::size_t end_in(std::string_view text, std::string_view word) {
    return static_cast<std::size_t>(word.data() + word.size() - text.data());
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text, const std::optional<Date>& today) {
    return RangeReader(today).read(text);
}

std::size_t date_range_length(std::string_view text) {
    // Which words can be read does not depend on the day that it is.
    const std::optional<Date> today = Date{2000, 1, 1};
    const std::vector<std::string_view> words = beginning_words(text);
    for (std::size_t count = words.size(); count > 0; --count) {
        const std::size_t end = end_in(text, words[count - 1]);
        if (parse_date_range(text.substr(0, end), today)) return end;
    }
    return 0;
}

std::size_t date_words_length(std::string_view text) {
    const std::vector<std::string_view> words = beginning_words(text);
    return words.empty() ? 0 : end_in(text, words.back());
}

}  // namespace vigyapti
