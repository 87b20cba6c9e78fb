#include "indexer/address_date.hpp"

#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/text/date_words.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest_path = 2000;
constexpr std::size_t most_between = 2;  // names between the year and the month

std::string_view path_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != url.npos) url.remove_prefix(scheme + 3);
    const auto slash = url.find('/');
    if (slash == url.npos) return {};
    url.remove_prefix(slash);
    url = url.substr(0, url.find_first_of("?#"));
    return url.substr(0, longest_path);
}

struct Word {
    std::string_view text;
    char before;  // the sign before it
    bool number;
};

// Digits, and runs of letters, of a path.
std::vector<Word> words_of(std::string_view path) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < path.size();) {
        const bool number = is_digit(path[at]);
        if (!number && !is_letter(path[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < path.size() && (number ? is_digit(path[end]) : is_letter(path[end])))
            ++end;
        words.push_back({path.substr(at, end - at), at == 0 ? '/' : path[at - 1], number});
        at = end;
    }
    return words;
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

std::optional<Date> day_of(int year, int month, int day) {
    if (year < 1990 || year > 2199 || month < 1 || month > 12) return {};
    if (day < 1 || day > days_in(year, month)) return {};
    return Date{year, month, day};
}

// A month in digits or by its name; 0 for anything else.
int month_in(const Word& word) {
    if (word.number) return word.text.size() <= 2 ? value_of(word.text) : 0;
    return month_of(DateWord{lowered(word.text)});
}

// Whether a word fills a segment of the path, as "17" does in /2023/10/17/ and in /2023/10/17.htm.
bool fills_segment(const std::vector<Word>& words, std::size_t at) {
    return words[at].before == '/' &&
           (at + 1 == words.size() || words[at + 1].before == '/' || words[at + 1].before == '.');
}

// The day whose year is the word `at`.
std::optional<Date> date_from(const std::vector<Word>& words, std::size_t at) {
    const Word& year = words[at];
    if (!year.number) return {};
    if (year.text.size() == 8) {
        return day_of(value_of(year.text.substr(0, 4)), value_of(year.text.substr(4, 2)),
                      value_of(year.text.substr(6)));
    }
    if (year.text.size() != 4) return {};
    const bool segment = fills_segment(words, at);
    std::size_t month = at + 1;
    // Names may stand between the segments of a date.
    if (segment) {
        std::size_t names = 0;
        for (; month < words.size() && month_in(words[month]) == 0; ++month) {
            if (words[month].number) return {};
            if (words[month].before == '/' && ++names > most_between) return {};
        }
    }
    if (month + 1 >= words.size() || !words[month + 1].number) return {};
    const Word& day = words[month + 1];
    // "/2013/08/130805_visit": the address of BBC's older pages and others.
    if (segment && day.text.size() == 6 &&
        value_of(day.text.substr(0, 2)) == value_of(year.text) % 100 &&
        value_of(day.text.substr(2, 2)) == month_in(words[month])) {
        return day_of(value_of(year.text), month_in(words[month]), value_of(day.text.substr(4)));
    }
    const char between = segment ? '/' : '-';
    if (words[month].before != between && words[month].before != '_') return {};
    if (day.before != words[month].before || day.text.size() > 2) return {};
    if (segment && !fills_segment(words, month + 1)) return {};
    return day_of(value_of(year.text), month_in(words[month]), value_of(day.text));
}

}  // namespace

std::optional<Date> date_in_address(std::string_view url) {
    const std::vector<Word> words = words_of(path_of(url));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const auto date = date_from(words, i)) return date;
    }
    return {};
}

}  // namespace vigyapti
