#include "common/text/date_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/text/normalise.hpp"
#include "common/text/tokenise.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Name {
    std::string_view name;
    int number;
};

// As they are written; folding takes care of nukta, half nasals and joiners.
constexpr std::array month_names{
    Name{"january", 1},  Name{"jan", 1},       Name{"जनवरी", 1},     Name{"जन", 1},
    Name{"february", 2}, Name{"feb", 2},       Name{"फरवरी", 2},     Name{"फर", 2},
    Name{"march", 3},    Name{"mar", 3},       Name{"मार्च", 3},      Name{"april", 4},
    Name{"apr", 4},      Name{"अप्रैल", 4},      Name{"अप्रेल", 4},      Name{"अप्रै", 4},
    Name{"may", 5},      Name{"मई", 5},        Name{"june", 6},      Name{"jun", 6},
    Name{"जून", 6},       Name{"july", 7},      Name{"jul", 7},       Name{"जुलाई", 7},
    Name{"जुल", 7},       Name{"august", 8},    Name{"aug", 8},       Name{"अगस्त", 8},
    Name{"अग", 8},       Name{"september", 9}, Name{"sep", 9},       Name{"sept", 9},
    Name{"सितंबर", 9},    Name{"सितं", 9},       Name{"सित", 9},       Name{"october", 10},
    Name{"oct", 10},     Name{"अक्टूबर", 10},    Name{"अक्तूबर", 10},    Name{"अक्टुबर", 10},
    Name{"अक्टू", 10},     Name{"अक्तू", 10},      Name{"november", 11}, Name{"nov", 11},
    Name{"नवंबर", 11},    Name{"नवं", 11},       Name{"नव", 11},       Name{"december", 12},
    Name{"dec", 12},     Name{"दिसंबर", 12},    Name{"दिसं", 12},      Name{"दिस", 12},
};

constexpr std::array weekday_names{
    Name{"monday", 1},    Name{"mon", 1},      Name{"सोमवार", 1},   Name{"tuesday", 2},
    Name{"tue", 2},       Name{"tues", 2},     Name{"मंगलवार", 2},   Name{"wednesday", 3},
    Name{"wed", 3},       Name{"बुधवार", 3},    Name{"thursday", 4}, Name{"thu", 4},
    Name{"thur", 4},      Name{"thurs", 4},    Name{"गुरुवार", 4},    Name{"गुरूवार", 4},
    Name{"बृहस्पतिवार", 4}, Name{"वीरवार", 4},   Name{"friday", 5},   Name{"fri", 5},
    Name{"शुक्रवार", 5},    Name{"saturday", 6}, Name{"sat", 6},      Name{"शनिवार", 6},
    Name{"sunday", 7},    Name{"sun", 7},      Name{"रविवार", 7},   Name{"इतवार", 7},
};

constexpr std::array count_names{
    Name{"one", 1},     Name{"two", 2},     Name{"three", 3}, Name{"four", 4}, Name{"five", 5},
    Name{"six", 6},     Name{"seven", 7},   Name{"eight", 8}, Name{"nine", 9}, Name{"ten", 10},
    Name{"eleven", 11}, Name{"twelve", 12}, Name{"एक", 1},    Name{"दो", 2},   Name{"तीन", 3},
    Name{"चार", 4},     Name{"पाँच", 5},     Name{"छह", 6},    Name{"छः", 6},   Name{"छ", 6},
    Name{"सात", 7},     Name{"आठ", 8},      Name{"नौ", 9},    Name{"दस", 10},  Name{"ग्यारह", 11},
    Name{"बारह", 12},
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

using Numbers = std::unordered_map<std::string, int>;

template <std::size_t size>
Numbers numbers_of(const std::array<Name, size>& names) {
    Numbers numbers;
    for (const auto& [name, number] : names) {
        const bool latin = static_cast<unsigned char>(name.front()) < 0x80;
        numbers.emplace(folded(name, latin ? TokenKind::latin : TokenKind::devanagari), number);
    }
    return numbers;
}

int find(const Numbers& numbers, const DateWord& word) {
    const auto at = numbers.find(word.text);
    return at == numbers.end() ? 0 : at->second;
}

// 0 for anything but one to four digits.
int number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return 0;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool parts_a_date(std::string_view between) {
    static constexpr std::u32string_view marks = U" \t\r\n\u00A0,.-\u2013/\u0970";
    for (std::size_t at = 0; at < between.size();) {
        if (marks.find(next_code_point(between, at)) == marks.npos) return false;
    }
    return true;
}

}  // namespace

std::optional<std::vector<DateWord>> split_date_words(std::string_view text) {
    constexpr std::size_t most = 16;
    constexpr std::size_t longest = 48;  // bytes of a word
    std::vector<DateWord> words;
    Tokeniser tokeniser(text);
    std::size_t end = 0;
    for (Token token; tokeniser.next(token); end = token.end) {
        const std::string_view written = token.text(text);
        if (words.size() == most || written.size() > longest) return {};
        if (!parts_a_date(text.substr(end, token.begin - end))) return {};
        DateWord word;
        word.is_number = token.kind == TokenKind::number;
        word.text = word.is_number ? with_ascii_digits(written) : folded(written, token.kind);
        words.push_back(std::move(word));
    }
    if (words.empty() || !parts_a_date(text.substr(end))) return {};
    return words;
}

int month_of(const DateWord& word) {
    static const Numbers months = numbers_of(month_names);
    return find(months, word);
}

bool is_weekday(const DateWord& word) {
    static const Numbers weekdays = numbers_of(weekday_names);
    return find(weekdays, word) != 0;
}

int day_of(const DateWord& word) {
    static constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    std::string_view digits = word.text;
    if (!word.is_number) {
        if (digits.size() < 3) return 0;
        const std::string_view ending = digits.substr(digits.size() - 2);
        if (std::find(endings.begin(), endings.end(), ending) == endings.end()) return 0;
        digits.remove_suffix(2);
    }
    return digits.size() > 2 ? 0 : number_of(digits);
}

int count_of(const DateWord& word) {
    static const Numbers counts = numbers_of(count_names);
    return word.is_number ? number_of(word.text) : find(counts, word);
}

bool is_date_word(const DateWord& word) {
    return word.is_number || day_of(word) != 0 || month_of(word) != 0 || is_weekday(word) ||
           count_of(word) != 0;
}

std::string with_ascii_digits(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(text, i);
        if (c >= 0x0966 && c <= 0x096F) {
            out += static_cast<char>('0' + (c - 0x0966));
        } else {
            out += text.substr(begin, i - begin);
        }
    }
    return out;
}

}  // namespace vigyapti
