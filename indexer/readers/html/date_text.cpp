#include "indexer/readers/html/date_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/date_words.hpp"
#include "common/text/tokenise.hpp"

namespace vigyapti::html {
namespace {

constexpr std::size_t longest_text = 200;
constexpr std::size_t most_words_of_date = 6;

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

Number take_number(std::string_view& text) {
    Number number;
    while (number.digits < text.size() && is_digit(text[number.digits]) && number.digits < 9) {
        number.value = number.value * 10 + (text[number.digits] - '0');
        ++number.digits;
    }
    text.remove_prefix(number.digits);
    return number;
}

bool take(std::string_view& text, std::string_view sign) {
    if (sign.empty() || !text.starts_with(sign)) return false;
    text.remove_prefix(sign.size());
    return true;
}

void skip_space(std::string_view& text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
}

std::optional<Date> day_of_release(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return {};
    if (day > days_in(year, month)) return {};
    return Date{year, month, day};
}

// Whether a time behind a date is one of the United States, where the month stands first.
bool is_american_time(std::string_view behind) {
    static constexpr std::array<std::string_view, 9> zones{"ET",  "EST", "EDT", "CST", "CDT",
                                                           "MST", "PT",  "PST", "PDT"};
    for (std::size_t at = behind.find(' '); at != behind.npos; at = behind.find(' ', at + 1)) {
        const std::string_view word = behind.substr(at + 1, 3);
        for (const std::string_view zone : zones) {
            if (word.starts_with(zone) &&
                (word.size() == zone.size() || !is_letter(word[zone.size()]))) {
                return true;
            }
        }
    }
    return false;
}

// The day first, as in India, unless that is no date. Years of two digits are not read where that
// leaves a choice.
std::optional<Date> year_last(const Number& first, const Number& second, const Number& year,
                              bool american) {
    const bool short_year = year.digits == 2;
    if (!short_year && year.digits != 4) return {};
    const int full = short_year ? 2000 + year.value : year.value;
    const auto month_first = day_of_release(full, first.value, second.value);
    if (month_first && american) return month_first;
    const auto day_first = day_of_release(full, second.value, first.value);
    if (day_first && month_first && short_year && day_first != month_first) return {};
    return day_first ? day_first : month_first;
}

// The marks behind the numbers of a date: what stands in the first column behind the first, and so
// on.
struct Marks {
    std::string_view first;
    std::string_view second;
    std::string_view last;  // may be left out
};

constexpr std::array<Marks, 5> marks_of_dates{{
    {"-", "-", ""},
    {"/", "/", ""},
    {".", ".", ""},
    {"年", "月", "日"},
    {"년", "월", "일"},
}};

// A date of digits at the very front of `text`, which is taken away.
std::optional<Date> take_digits_date(std::string_view& text, bool american) {
    for (const Marks& marks : marks_of_dates) {
        std::string_view rest = text;
        const Number first = take_number(rest);
        if (first.digits == 0 || !take(rest, marks.first)) continue;
        skip_space(rest);
        const Number second = take_number(rest);
        if (second.digits == 0 || second.digits > 2 || !take(rest, marks.second)) continue;
        skip_space(rest);
        const Number third = take_number(rest);
        if (third.digits == 0) continue;
        take(rest, marks.last);
        const bool year_first = first.digits == 4 && third.digits <= 2;
        const auto date = year_first ? day_of_release(first.value, second.value, third.value)
                          : first.digits <= 2 && marks.last.empty()
                              ? year_last(first, second, third, american || is_american_time(rest))
                              : std::nullopt;
        if (!date) continue;
        text = rest;
        return date;
    }
    return {};
}

std::optional<DateInText> find_digits(std::string_view text, bool american) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        const bool begins = at == 0 || (!is_letter(text[at - 1]) && text[at - 1] != '-' &&
                                        text[at - 1] != '/' && text[at - 1] != '.');
        std::string_view rest = text.substr(at);
        if (begins) {
            if (const auto date = take_digits_date(rest, american)) {
                return DateInText{*date, std::string(text.substr(0, at)), std::string(rest)};
            }
        }
        while (at + 1 < text.size() && is_digit(text[at + 1]))
            ++at;
    }
    return {};
}

bool may_begin_date(std::string_view token) {
    const auto words = split_date_words(token);
    return words && words->size() == 1 &&
           (day_of(words->front()) != 0 || month_of(words->front()) != 0);
}

std::optional<DateInText> find_written(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> tokens;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);)
        tokens.emplace_back(token.begin, token.end);
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        const std::size_t begin = tokens[first].first;
        if (!may_begin_date(text.substr(begin, tokens[first].second - begin))) continue;
        std::size_t last = std::min(first + most_words_of_date, tokens.size());
        for (; last > first + 2; --last) {
            const std::size_t end = tokens[last - 1].second;
            const auto date = parse_date(text.substr(begin, end - begin));
            if (date && date->day != 0) {
                return DateInText{*date, std::string(text.substr(0, begin)),
                                  std::string(text.substr(end))};
            }
        }
    }
    return {};
}

}  // namespace

std::optional<DateInText> find_date(std::string_view text, bool month_first) {
    if (text.size() > longest_text) return {};
    const std::string digits = with_ascii_digits(text);
    if (digits.find_first_of("0123456789") == digits.npos) return {};
    auto in_digits = find_digits(digits, month_first);
    auto written = find_written(digits);
    if (in_digits && written) {
        return in_digits->before.size() <= written->before.size() ? in_digits : written;
    }
    return in_digits ? in_digits : written;
}

std::string machine_date(std::string value) {
    const std::string_view text = trimmed(value);
    if (parse_date(text)) return std::string(text);
    std::string_view rest = text;
    const Number digits = take_number(rest);
    const bool alone =
        rest.empty() || !(is_digit(rest.front()) || is_letter(rest.front())) || rest.front() == 'T';
    if (digits.digits == 8 && alone) {
        const auto date =
            day_of_release(digits.value / 10000, digits.value / 100 % 100, digits.value % 100);
        if (date) return to_iso(*date);
    }
    if (const auto found = find_date(text)) return to_iso(found->date);
    return value;
}

}  // namespace vigyapti::html
