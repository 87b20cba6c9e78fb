#include "common/text/relative_date.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <span>
#include <unordered_map>
#include <vector>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days to_days(const Date& date) {
    return sys_days(year_month_day(std::chrono::year(date.year),
                                   std::chrono::month(static_cast<unsigned>(date.month)),
                                   std::chrono::day(static_cast<unsigned>(date.day))));
}

std::optional<Date> from_days(sys_days day) {
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (year < 1000 || year > 9999) return {};
    return Date{year, static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<DateRange> between(std::optional<Date> first, std::optional<Date> last) {
    if (!first || !last) return {};
    return DateRange{first, last};
}

enum class Unit : std::uint8_t { none, day, week, month, year };
enum class Role : std::uint8_t { none, current, past, unit, ago };

// A word of a relative date, as it is folded.
struct Meaning {
    std::string_view word;
    Role role;
    Unit unit = Unit::none;
};

// Hindi words without nukta and with anusvara, as folding leaves them.
constexpr std::array meanings{
    Meaning{"this", Role::current},
    Meaning{"current", Role::current},
    Meaning{"इस", Role::current},
    Meaning{"मौजूदा", Role::current},
    Meaning{"वर्तमान", Role::current},
    Meaning{"चालू", Role::current},
    Meaning{"last", Role::past},
    Meaning{"past", Role::past},
    Meaning{"previous", Role::past},
    Meaning{"पिछले", Role::past},
    Meaning{"पिछला", Role::past},
    Meaning{"पिछली", Role::past},
    Meaning{"गत", Role::past},
    Meaning{"बीते", Role::past},
    Meaning{"बीता", Role::past},
    Meaning{"गुजरे", Role::past},
    Meaning{"ago", Role::ago},
    Meaning{"पहले", Role::ago},
    Meaning{"पूर्व", Role::ago},
    Meaning{"day", Role::unit, Unit::day},
    Meaning{"days", Role::unit, Unit::day},
    Meaning{"दिन", Role::unit, Unit::day},
    Meaning{"दिनों", Role::unit, Unit::day},
    Meaning{"week", Role::unit, Unit::week},
    Meaning{"weeks", Role::unit, Unit::week},
    Meaning{"हफ्ते", Role::unit, Unit::week},
    Meaning{"हफ्ता", Role::unit, Unit::week},
    Meaning{"हफ्तों", Role::unit, Unit::week},
    Meaning{"सप्ताह", Role::unit, Unit::week},
    Meaning{"सप्ताहों", Role::unit, Unit::week},
    Meaning{"month", Role::unit, Unit::month},
    Meaning{"months", Role::unit, Unit::month},
    Meaning{"महीने", Role::unit, Unit::month},
    Meaning{"महीना", Role::unit, Unit::month},
    Meaning{"महीनों", Role::unit, Unit::month},
    Meaning{"माह", Role::unit, Unit::month},
    Meaning{"मास", Role::unit, Unit::month},
    Meaning{"year", Role::unit, Unit::year},
    Meaning{"years", Role::unit, Unit::year},
    Meaning{"साल", Role::unit, Unit::year},
    Meaning{"सालों", Role::unit, Unit::year},
    Meaning{"वर्ष", Role::unit, Unit::year},
    Meaning{"वर्षों", Role::unit, Unit::year},
    Meaning{"बरस", Role::unit, Unit::year},
};

// Under the same folds as the words that are looked for.
const Meaning* meaning_of(const DateWord& word) {
    static const std::unordered_map<std::string, const Meaning*> folded = [] {
        std::unordered_map<std::string, const Meaning*> made;
        for (const Meaning& each : meanings)
            made.emplace(split_date_words(each.word)->front().text, &each);
        return made;
    }();
    const auto found = folded.find(word.text);
    return found == folded.end() ? nullptr : found->second;
}

Unit unit_of(const DateWord& word) {
    const Meaning* meaning = meaning_of(word);
    return meaning == nullptr ? Unit::none : meaning->unit;
}

Role role_of(const DateWord& word) {
    const Meaning* meaning = meaning_of(word);
    return meaning == nullptr ? Role::none : meaning->role;
}

// The same day `count` months before, or the last of its month where that has no such day.
std::optional<Date> months_before(const Date& day, int count) {
    const int month = day.year * 12 + day.month - 1 - count;
    if (month < 1000 * 12) return {};
    Date date{month / 12, month % 12 + 1, day.day};
    date.day = std::min(date.day, days_in(date.year, date.month));
    return date;
}

std::optional<Date> back(const Date& day, int count, Unit unit) {
    switch (unit) {
        case Unit::day:
            return from_days(to_days(day) - days(count));
        case Unit::week:
            return from_days(to_days(day) - days(7 * count));
        case Unit::month:
            return months_before(day, count);
        case Unit::year:
            return months_before(day, 12 * count);
        case Unit::none:
            break;
    }
    return {};
}

// The whole week, month or year that was `count` of them ago; 0 is the present one.
std::optional<DateRange> whole(const Date& today, int count, Unit unit) {
    const auto inside = back(today, count, unit);
    if (!inside) return {};
    if (unit == Unit::year) return between(Date{inside->year}, Date{inside->year});
    if (unit == Unit::month) {
        const Date month{inside->year, inside->month};
        return between(month, month);
    }
    if (unit == Unit::day) return between(inside, inside);
    const sys_days day = to_days(*inside);
    const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
    return between(from_days(monday), from_days(monday + days(6)));
}

// The `count` days, weeks, months or years that end today.
std::optional<DateRange> stretch(const Date& today, int count, Unit unit) {
    const auto before = back(today, count, unit);
    if (!before) return {};
    return between(day_after(*before), today);
}

struct NamedDay {
    std::string_view words;
    int days_ago;
};

constexpr std::array named_days{
    NamedDay{"today", 0},
    NamedDay{"yesterday", 1},
    NamedDay{"day before yesterday", 2},
    NamedDay{"the day before yesterday", 2},
    NamedDay{"आज", 0},
    NamedDay{"कल", 1},
    NamedDay{"बीता कल", 1},
    NamedDay{"बीते कल", 1},
    NamedDay{"परसों", 2},
};

std::string joined(std::span<const DateWord> words) {
    std::string text;
    for (const DateWord& word : words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

const std::vector<std::string>& folded_days() {
    static const std::vector<std::string> folded = [] {
        std::vector<std::string> made;
        for (const NamedDay& each : named_days) {
            const auto split = split_date_words(each.words);
            made.push_back(joined(*split));
        }
        return made;
    }();
    return folded;
}

std::optional<int> days_ago(std::span<const DateWord> words) {
    const auto& named = folded_days();
    const auto found = std::find(named.begin(), named.end(), joined(words));
    if (found == named.end()) return {};
    return named_days.at(static_cast<std::size_t>(found - named.begin())).days_ago;
}

}  // namespace

Date current_day() {
    if (const char* given = std::getenv("VIGYAPTI_NOW"); given != nullptr && *given != '\0') {
        const auto day = parse_date(given);
        if (!day || day->day == 0) {
            throw Error(ErrorCode::usage,
                        fmt::format("VIGYAPTI_NOW: \"{}\" is no day", printable(given)),
                        "write it as 2023-10-17, or unset it");
        }
        return *day;
    }
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::optional<DateRange> parse_relative_date(std::string_view text, const Date& today) {
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return {};
    const auto split = split_date_words(text);
    if (!split) return {};
    const std::span<const DateWord> words(*split);
    if (const auto count = days_ago(words)) return whole(today, *count, Unit::day);
    if (words.size() == 2) {
        const Unit unit = unit_of(words[1]);
        const Role role = role_of(words[0]);
        if (unit == Unit::none) return {};
        if (role == Role::current && unit != Unit::day) return whole(today, 0, unit);
        if (role == Role::past && unit != Unit::day) return whole(today, 1, unit);
    } else if (words.size() == 3 && role_of(words[0]) == Role::past) {
        const int count = count_of(words[1]);
        const Unit unit = unit_of(words[2]);
        if (count > 0 && unit != Unit::none) return stretch(today, count, unit);
    } else if (words.size() == 3 && role_of(words[2]) == Role::ago) {
        const int count = count_of(words[0]);
        const Unit unit = unit_of(words[1]);
        if (count == 0 || unit == Unit::none) return {};
        const auto day = back(today, count, unit);
        return between(day, day);
    }
    return {};
}

bool is_relative_word(const DateWord& word) {
    static constexpr std::array<std::string_view, 3> others{"the", "day", "before"};
    if (meaning_of(word) != nullptr) return true;
    if (std::find(others.begin(), others.end(), word.text) != others.end()) return true;
    const auto& named = folded_days();
    return std::any_of(named.begin(), named.end(), [&](const std::string& day) {
        return day == word.text || day.starts_with(word.text + " ");
    });
}

}  // namespace vigyapti
