#include "common/text/dateline.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/date_words.hpp"
#include "common/text/tokenise.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t lines_looked_at = 4;
constexpr std::size_t longest_beginning = 160;  // bytes of a line that are looked at
constexpr std::size_t most_place_words = 5;

std::vector<std::string_view> first_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < lines_looked_at) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_digit(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = next_code_point(text, at);
        if ((c >= U'0' && c <= U'9') || (c >= 0x0966 && c <= 0x096F)) return true;
    }
    return false;
}

struct Found {
    Date date;
    std::size_t end = 0;  // behind the date
};

// The longest date at the very front of `text`.
std::optional<Found> date_at_front(std::string_view text) {
    constexpr std::size_t most_words = 9;
    std::vector<std::size_t> ends;
    Tokeniser tokeniser(text.substr(0, longest_beginning));
    for (Token token; ends.size() < most_words && tokeniser.next(token);)
        ends.push_back(token.end);
    for (; !ends.empty(); ends.pop_back()) {
        const auto date = parse_date(text.substr(0, ends.back()));
        if (date && date->day != 0) return Found{*date, ends.back()};
    }
    return {};
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that no name of a place holds: those that sentences are full of, and labels.
bool is_no_place(std::string_view word) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"Date",  "Dated", "Posted", "Published", "Released", "Issued", "दिनांक", "तारीख", "तिथि",
         "On",    "In",    "The",    "At",        "By",       "From",   "Since", "Until", "Till",
         "After", "This",  "Today",  "Before",    "When",     "As",     "ने",     "को",    "में",
         "से",     "का",    "के",      "की",        "पर",       "तक",     "और",    "है",     "हैं",
         "था",    "थे",     "थी",     "कि",        "यह",       "वह",     "इस",    "उस",    "आज",
         "कल",    "कहा",   "हुई",     "हुआ"});
    return contains(words, word);
}

// The name of a place, or two: a few words in capitals or in Devanagari.
bool is_place(std::string_view text) {
    std::size_t words = 0;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);) {
        const std::string_view word = token.text(text);
        if (++words > most_place_words || is_no_place(word)) return false;
        const bool capital = std::isupper(static_cast<unsigned char>(word.front())) != 0;
        const bool joining = words > 1 && (word == "de" || word == "al" || word == "and");
        const bool latin = token.kind == TokenKind::latin && (capital || joining);
        if (!latin && token.kind != TokenKind::devanagari) return false;
    }
    return words > 0 && text.find_first_of("!?;\"()") == text.npos;
}

// What must stand behind the date of a dateline for the text to begin there.
bool ends_dateline(std::string_view rest) {
    static constexpr auto ends =
        std::to_array<std::string_view>({":", "-", "\u2013", "\u2014", "(", "|", ".", "।", "/"});
    rest = trimmed(rest);
    if (rest.starts_with(',')) rest = trimmed(rest.substr(1));
    if (rest.empty()) return true;
    const auto end = std::find_if(ends.begin(), ends.end(),
                                  [rest](std::string_view each) { return rest.starts_with(each); });
    // From one day to another is a life or a visit.
    return end != ends.end() && !date_at_front(trimmed(rest.substr(end->size())));
}

// The line is a date, perhaps in brackets, or a date and a place.
std::optional<Date> date_line(std::string_view line) {
    const bool bracket = line.starts_with('(') || line.starts_with('[');
    if (bracket) line = trimmed(line.substr(1));
    const auto found = date_at_front(line);
    if (!found) return {};
    std::string_view rest = trimmed(line.substr(found->end));
    if (bracket) {
        return rest.starts_with(')') || rest.starts_with(']') ? std::optional(found->date)
                                                              : std::nullopt;
    }
    if (rest.empty() || rest == ":" || rest == "." || rest == "।") return found->date;
    if (!ends_dateline(rest) && !rest.starts_with(',')) return {};
    while (!rest.empty() && std::string_view(",:|-(").find(rest.front()) != std::string_view::npos)
        rest = trimmed(rest.substr(1));
    return is_place(rest) ? std::optional(found->date) : std::nullopt;
}

// Labels of the date of a release; in small letters.
constexpr auto labels = std::to_array<std::string_view>(
    {"posted on", "posted", "published on", "published", "released on", "release date", "issued on",
     "date of release", "dated", "date", "प्रविष्टि तिथि", "प्रकाशन तिथि", "जारी करने की तिथि",
     "पोस्ट किया गया", "प्रकाशित", "दिनांक", "तारीख", "तिथि"});

std::optional<Date> labelled(std::string_view line) {
    const std::string small = lowered(line.substr(0, longest_beginning));
    for (const std::string_view label : labels) {
        if (!small.starts_with(label)) continue;
        std::string_view rest = line.substr(label.size());
        const bool colon = trimmed(rest).starts_with(':');
        // Without a colon a label begins many a sentence; dates of letters do without.
        if (!colon && label != "dated" && label != "दिनांक") continue;
        rest = trimmed(rest);
        if (colon) rest = trimmed(rest.substr(1));
        const auto found = date_at_front(rest);
        if (found && (colon || ends_dateline(rest.substr(found->end)))) return found->date;
    }
    return {};
}

// Place, date, and the end of the dateline.
std::optional<Date> place_and_date(std::string_view line) {
    const std::string_view beginning = line.substr(0, longest_beginning);
    for (std::size_t at = 0, marks = 0; at < beginning.size() && marks < 3; ++at) {
        if (std::string_view(",:(|-").find(beginning[at]) == std::string_view::npos) continue;
        ++marks;
        const std::string_view place = beginning.substr(0, at);
        if (!is_place(place)) return {};
        std::string_view rest = line.substr(at + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        const auto found = date_at_front(rest);
        if (!found) continue;
        rest = trimmed(rest.substr(found->end));
        const bool bracket = beginning[at] == '(';
        if (bracket && !rest.starts_with(')')) return {};
        if (ends_dateline(rest.substr(bracket ? 1 : 0))) return found->date;
    }
    return {};
}

// A notice of an event has a date too, which is not that of the notice.
bool is_of_an_event(std::string_view line) {
    static constexpr auto words =
        std::to_array<std::string_view>({"venue", "time:", "स्थान", "समय", "कार्यक्रम:"});
    const std::string small = lowered(line.substr(0, longest_beginning));
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return small.starts_with(word); });
}

// Digits of a name from `at` on.
std::size_t digits_at(std::string_view name, std::size_t at) {
    std::size_t count = 0;
    while (at + count < name.size() && name[at + count] >= '0' && name[at + count] <= '9')
        ++count;
    return count;
}

bool is_separator(char c) {
    return c == '-' || c == '_' || c == '.' || c == '/';
}

std::optional<Date> day_of_century(std::string_view year, std::string_view month,
                                   std::string_view day) {
    if (year < "1900" || year > "2199") return {};
    std::string iso(year);
    iso.append("-").append(month).append("-").append(day);
    return parse_date(iso);
}

// The date that begins at `at`, where digits begin.
std::optional<Date> name_date_at(std::string_view name, std::size_t at) {
    const std::size_t first = digits_at(name, at);
    if (first == 8) {
        return day_of_century(name.substr(at, 4), name.substr(at + 4, 2), name.substr(at + 6, 2));
    }
    const std::size_t second_at = at + first + 1;
    if (second_at >= name.size() || !is_separator(name[second_at - 1])) return {};
    const std::size_t second = digits_at(name, second_at);
    const std::size_t third_at = second_at + second + 1;
    if (second != 2 || third_at >= name.size() || name[third_at - 1] != name[second_at - 1]) {
        return {};
    }
    const std::size_t third = digits_at(name, third_at);
    const auto part = [name](std::size_t begin, std::size_t size) {
        return name.substr(begin, size);
    };
    if (first == 4 && third == 2) {
        return day_of_century(part(at, 4), part(second_at, 2), part(third_at, 2));
    }
    if (first == 2 && third == 4 && name[second_at - 1] != '/') {
        return day_of_century(part(third_at, 4), part(second_at, 2), part(at, 2));
    }
    return {};
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view text) {
    const std::vector<std::string_view> lines = first_lines(text);
    const bool event = std::any_of(lines.begin(), lines.end(), is_of_an_event);
    for (const std::string_view line : lines) {
        if (!has_digit(line.substr(0, longest_beginning))) continue;
        if (const auto date = place_and_date(line)) return Dateline{*date, line};
        if (event) continue;
        if (const auto date = labelled(line)) return Dateline{*date, line};
        if (const auto date = date_line(line)) return Dateline{*date, line};
    }
    return {};
}

std::optional<Date> date_in_name(std::string_view name) {
    const auto slash = name.rfind('/');
    const std::size_t base = slash == name.npos ? 0 : slash + 1;
    // The file's own name first, then its folders.
    for (const auto& [begin, end] :
         {std::pair(base, name.size()), std::pair(std::size_t{0}, base)}) {
        for (std::size_t at = begin; at < end;
             at += std::max<std::size_t>(digits_at(name, at), 1)) {
            if (const auto date = name_date_at(name.substr(0, end), at)) return date;
        }
    }
    return {};
}

}  // namespace vigyapti
