#include "common/text/date.hpp"

#include <fmt/core.h>

#include <array>
#include <vector>

#include "common/text/normalise.hpp"
#include "common/text/tokenise.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct MonthName {
    std::string_view name;  // folded spelling
    int month;
};

// Names and usual short forms, as they are written; folding takes care of nukta and half nasals.
constexpr std::array month_names{
    MonthName{"january", 1},  MonthName{"jan", 1},       MonthName{"जनवरी", 1},
    MonthName{"february", 2}, MonthName{"feb", 2},       MonthName{"फरवरी", 2},
    MonthName{"march", 3},    MonthName{"mar", 3},       MonthName{"मार्च", 3},
    MonthName{"april", 4},    MonthName{"apr", 4},       MonthName{"अप्रैल", 4},
    MonthName{"may", 5},      MonthName{"मई", 5},        MonthName{"june", 6},
    MonthName{"jun", 6},      MonthName{"जून", 6},        MonthName{"july", 7},
    MonthName{"jul", 7},      MonthName{"जुलाई", 7},      MonthName{"august", 8},
    MonthName{"aug", 8},      MonthName{"अगस्त", 8},      MonthName{"september", 9},
    MonthName{"sep", 9},      MonthName{"sept", 9},      MonthName{"सितंबर", 9},
    MonthName{"october", 10}, MonthName{"oct", 10},      MonthName{"अक्टूबर", 10},
    MonthName{"अक्तूबर", 10},   MonthName{"november", 11}, MonthName{"nov", 11},
    MonthName{"नवंबर", 11},    MonthName{"december", 12}, MonthName{"dec", 12},
    MonthName{"दिसंबर", 12},
};

std::string folded(std::string_view word, TokenKind kind) {
    std::string out;
    if (kind == TokenKind::devanagari) {
        std::u16string wide;
        to_utf16(word, wide);
        fold_devanagari(wide);
        to_utf8(wide, out);
    } else {
        fold_latin(word, out);
    }
    return out;
}

int month_of(std::string_view word, TokenKind kind) {
    const std::string form = folded(word, kind);
    for (const MonthName& each : month_names) {
        if (form == folded(each.name, kind)) return each.month;
    }
    return 0;
}

int days_in(int year, int month) {
    static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::optional<Date> checked(Date date) {
    if (date.year < 1000 || date.year > 9999 || date.month < 0 || date.month > 12) return {};
    if (date.month == 0 && date.day != 0) return {};
    if (date.day < 0 || (date.month > 0 && date.day > days_in(date.year, date.month))) return {};
    return date;
}

// The digits at the front of `text`, taken away; nothing when there are not exactly `count`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return {};
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> parse_iso(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year) return {};
    if (text.empty()) return checked({*year, 0, 0});
    if (!take(text, '-')) return {};
    const auto month = take_digits(text, 2);
    if (!month || *month == 0) return {};
    if (text.empty()) return checked({*year, *month, 0});
    if (!take(text, '-')) return {};
    const auto day = take_digits(text, 2);
    if (!day || *day == 0) return {};
    if (!text.empty() && text.front() != 'T' && text.front() != ' ') return {};
    return checked({*year, *month, *day});
}

std::string ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        append_utf8(out, c >= 0x0966 && c <= 0x096F ? U'0' + (c - 0x0966) : c);
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

// 17 October 2023, October 17, 2023 and October 2023: a month's name with a day before or behind
// it, and a year of four digits at the end.
std::optional<Date> parse_written(std::string_view text) {
    std::optional<int> day;
    std::optional<int> month;
    std::optional<int> year;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);) {
        std::string_view word = token.text(text);
        if (year) return {};
        if (token.kind != TokenKind::number) {
            if (month) return {};
            month = month_of(word, token.kind);
            if (month == 0) return {};
        } else if (word.size() == 4) {
            year = take_digits(word, 4);
            if (!year) return {};
        } else {
            if (day || word.size() > 2) return {};
            day = take_digits(word, word.size());
            if (!day || *day == 0) return {};
        }
    }
    if (!month || !year) return {};
    return checked({*year, *month, day.value_or(0)});
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    const std::string digits = ascii_digits(trimmed(text));
    if (const auto iso = parse_iso(digits)) return iso;
    return parse_written(digits);
}

std::optional<DateRange> parse_date_range(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == text.npos) {
        const auto date = parse_date(text);
        if (!date) return {};
        return DateRange{date, date};
    }
    DateRange range;
    const std::string_view low = trimmed(text.substr(0, dots));
    const std::string_view high = trimmed(text.substr(dots + 2));
    if (low.empty() && high.empty()) return {};
    if (!low.empty() && !(range.first = parse_date(low))) return {};
    if (!high.empty() && !(range.last = parse_date(high))) return {};
    return range;
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
    const auto year = take_digits(sorted, 4);
    const auto month = year ? take_digits(sorted, 2) : std::nullopt;
    const auto day = month ? take_digits(sorted, 2) : std::nullopt;
    if (!day || !sorted.empty()) return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return {};
    return std::chrono::sys_days(date);
}

}  // namespace vigyapti
