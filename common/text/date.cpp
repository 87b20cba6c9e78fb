#include "common/text/date.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/text/date_words.hpp"

namespace vigyapti {
namespace {

// Longer texts are no dates.
constexpr std::size_t longest_date = 200;

std::optional<Date> checked(Date date) {
    if (date.year < 1000 || date.year > 9999 || date.month < 0 || date.month > 12) return {};
    if (date.month == 0 && date.day != 0) return {};
    if (date.day < 0 || (date.month > 0 && date.day > days_in(date.year, date.month))) return {};
    return date;
}

// The digits at the front of `text`, taken away; nothing when there are fewer than `least` or more
// than `most`.
std::optional<int> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    for (; count < text.size() && is_digit(text[count]); ++count) {
        if (count == most) return {};
        value = value * 10 + (text[count] - '0');
    }
    if (count < least) return {};
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> parse_iso(std::string_view text) {
    const auto year = take_digits(text, 4, 4);
    if (!year) return {};
    if (text.empty()) return checked({*year, 0, 0});
    if (!take(text, '-')) return {};
    const auto month = take_digits(text, 2, 2);
    if (!month || *month == 0) return {};
    if (text.empty()) return checked({*year, *month, 0});
    if (!take(text, '-')) return {};
    const auto day = take_digits(text, 2, 2);
    if (!day || *day == 0) return {};
    // A time of any kind may stand behind T.
    const bool timed = take(text, 'T') && text.find(' ') == text.npos;
    if (!text.empty() && !timed) return {};
    return checked({*year, *month, *day});
}

// 17-10-2023, 17/10/2023, 17.10.2023.
std::optional<Date> parse_day_first(std::string_view text) {
    const auto day = take_digits(text, 1, 2);
    if (!day || *day == 0 || text.empty()) return {};
    const char separator = text.front();
    if (separator != '-' && separator != '/' && separator != '.') return {};
    text.remove_prefix(1);
    const auto month = take_digits(text, 1, 2);
    if (!month || *month == 0 || !take(text, separator)) return {};
    const auto year = take_digits(text, 4, 4);
    if (!year || !text.empty()) return {};
    return checked({*year, *month, *day});
}

std::string_view without_ends(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n,") + 1 - first);
}

// What may stand behind the minutes of a time: seconds, half of the day, zone.
bool is_time_ending(std::string_view text) {
    static constexpr std::array<std::string_view, 11> words{
        "am", "pm", "a.m.", "p.m.", "ist", "gmt", "utc", "z", "hrs", "hours", "बजे"};
    const std::string lower = lowered(text);
    std::string_view rest = lower;
    while (!rest.empty()) {
        if (take(rest, ' ')) continue;
        const auto word = std::find_if(words.begin(), words.end(),
                                       [rest](auto each) { return rest.starts_with(each); });
        if (word != words.end()) {
            rest.remove_prefix(word->size());
            continue;
        }
        // +0530, +05:30
        if (!take(rest, '+') && !take(rest, '-')) return false;
        const auto end = std::min(rest.find_first_not_of("0123456789:"), rest.size());
        if (end < 2) return false;
        rest.remove_prefix(end);
    }
    return true;
}

// `text` without a time of day at its end: 17 OCT 2023 5:30PM, Tue, 17 Oct 2023 05:30:00 +0530.
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == text.npos) return text;
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < 2 && is_digit(text[begin - 1]))
        --begin;
    if (begin == colon || begin == 0 || text[begin - 1] != ' ') return text;
    std::string_view rest = text.substr(colon + 1);
    if (!take_digits(rest, 2, 2)) return text;
    if (take(rest, ':') && !take_digits(rest, 2, 2)) return text;
    return is_time_ending(rest) ? without_ends(text.substr(0, begin)) : text;
}

// 17 October 2023, October 17, 2023 and October 2023: a month's name with a day before or behind
// it, and a year of four digits at the end.
std::optional<Date> parse_written(std::string_view text) {
    const auto words = split_date_words(text);
    if (!words) return {};
    Date date;
    for (const DateWord& word : *words) {
        if (date.year != 0) return {};
        if (word.is_number && word.text.size() == 4) {
            std::string_view digits = word.text;
            date.year = take_digits(digits, 4, 4).value_or(0);
            if (date.year == 0) return {};
        } else if (const int day = day_of(word); day != 0) {
            if (date.day != 0) return {};
            date.day = day;
        } else if (const int month = month_of(word); month != 0) {
            if (date.month != 0) return {};
            date.month = month;
        } else if (word.text != "of" || date.day == 0 || date.month != 0) {
            return {};
        }
    }
    if (date.month == 0 || date.year == 0) return {};
    return checked(date);
}

bool is_word_break(char c) {
    return c == ' ' || c == ',' || c == '\t';
}

bool is_weekday_alone(std::string_view text) {
    const auto words = split_date_words(text);
    return words && words->size() == 1 && is_weekday(words->front());
}

// `text` without a weekday at the front or at the end.
std::string_view without_weekday(std::string_view text) {
    const auto first = std::find_if(text.begin(), text.end(), is_word_break);
    const auto head = static_cast<std::size_t>(first - text.begin());
    if (head == text.size()) return text;
    if (is_weekday_alone(text.substr(0, head))) {
        const auto rest = text.find_first_not_of(" ,\t", head);
        return rest == text.npos ? std::string_view() : text.substr(rest);
    }
    const auto last = std::find_if(text.rbegin(), text.rend(), is_word_break);
    const auto tail = static_cast<std::size_t>(last.base() - text.begin());
    return is_weekday_alone(text.substr(tail)) ? without_ends(text.substr(0, tail)) : text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    text = without_ends(text);
    if (text.empty() || text.size() > longest_date) return {};
    const std::string digits = with_ascii_digits(text);
    const std::string_view date = without_weekday(without_time(digits));
    if (const auto iso = parse_iso(date)) return iso;
    if (const auto day_first = parse_day_first(date)) return day_first;
    return parse_written(date);
}

int days_in(int year, int month) {
    static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::optional<Date> day_before(const Date& date) {
    Date day{date.year, std::max(date.month, 1), std::max(date.day, 1) - 1};
    if (day.day > 0) return day;
    if (--day.month == 0) {
        --day.year;
        day.month = 12;
    }
    day.day = days_in(day.year, day.month);
    return checked(day);
}

std::optional<Date> day_after(const Date& date) {
    Date day{date.year, date.month == 0 ? 12 : date.month, date.day};
    if (day.day == 0) day.day = days_in(day.year, day.month);
    if (++day.day <= days_in(day.year, day.month)) return day;
    day.day = 1;
    if (++day.month > 12) {
        ++day.year;
        day.month = 1;
    }
    return checked(day);
}

std::optional<Date> utc_day(std::int64_t nanoseconds) {
    const std::chrono::sys_time<std::chrono::nanoseconds> time{
        std::chrono::nanoseconds(nanoseconds)};
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return checked({static_cast<int>(day.year()),
                    static_cast<int>(static_cast<unsigned>(day.month())),
                    static_cast<int>(static_cast<unsigned>(day.day()))});
}

std::string to_iso(const Date& date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string first_day(const Date& date) {
    return fmt::format("{:04}{:02}{:02}", date.year, date.month == 0 ? 1 : date.month,
                       date.day == 0 ? 1 : date.day);
}

std::string last_day(const Date& date) {
    const int month = date.month == 0 ? 12 : date.month;
    return fmt::format("{:04}{:02}{:02}", date.year, month,
                       date.day == 0 ? days_in(date.year, month) : date.day);
}

std::optional<std::chrono::sys_days> day_from(std::string_view sorted) {
    const auto digits = take_digits(sorted, 8, 8);
    if (!digits || !sorted.empty()) return {};
    const std::chrono::year_month_day date{
        std::chrono::year(*digits / 10000),
        std::chrono::month(static_cast<unsigned>(*digits / 100 % 100)),
        std::chrono::day(static_cast<unsigned>(*digits % 100))};
    if (!date.ok()) return {};
    return std::chrono::sys_days(date);
}

}  // namespace vigyapti
