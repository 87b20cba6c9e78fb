// The words that dates are written with, in Hindi and English, under any usual spelling.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// A word of a date: folded as the analyser folds words, so that spelling variants agree.
struct DateWord {
    std::string text;
    bool is_number = false;  // digits, in ASCII
};

// The words of `text`, at most sixteen. Nothing when there are more, when there are none, or when
// anything stands between them that does not stand in a date.
std::optional<std::vector<DateWord>> split_date_words(std::string_view text);

// 1 to 12, or 0 for a word that is no month's name or usual short form. Short forms after CLDR.
int month_of(const DateWord& word);

bool is_weekday(const DateWord& word);

// The day of a month in digits, possibly with an English ordinal ending: 17, 17th. 0 for others.
int day_of(const DateWord& word);

// A count in digits or, up to twelve, in words: 7, seven, सात. 0 for others and beyond 9999.
int count_of(const DateWord& word);

// Whether any of the above knows the word, or it is a number.
bool is_date_word(const DateWord& word);

// The digits of either script as ASCII.
std::string with_ascii_digits(std::string_view text);

}  // namespace vigyapti
