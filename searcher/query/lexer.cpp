#include "searcher/query/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "common/text/date_range.hpp"
#include "common/text/date_words.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view space = " \t\r\n\v\f";

// Length of a double quote at the front of `text`, straight or curly; 0 for none.
std::size_t quote_length(std::string_view text) {
    if (text.starts_with('"')) return 1;
    if (text.starts_with("\u201C") || text.starts_with("\u201D") || text.starts_with("\u201E")) {
        return 3;
    }
    return 0;
}

std::size_t word_end(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (space.find(text[end]) == space.npos) && text[end] != '(' &&
           text[end] != ')' && quote_length(text.substr(end)) == 0) {
        ++end;
    }
    return end;
}

struct OperatorName {
    std::string_view name;
    LexemeKind kind;
};

// The Hindi ones are everyday words, so they are operators in square brackets only.
constexpr std::array<OperatorName, 8> operators{{
    {"AND", LexemeKind::both},
    {"OR", LexemeKind::either},
    {"NOT", LexemeKind::without},
    {"NEAR", LexemeKind::near},
    {"और", LexemeKind::both},
    {"या", LexemeKind::either},
    {"नहीं", LexemeKind::without},
    {"पास", LexemeKind::near},
}};
constexpr std::size_t english_operators = 4;

// Without the square brackets, where there are both.
std::string_view inside(std::string_view word) {
    if (word.size() < 3 || word.front() != '[' || word.back() != ']') return word;
    return word.substr(1, word.size() - 2);
}

// What stands behind NEAR/ or [पास/.
std::optional<std::string_view> distance_in(std::string_view word) {
    const std::string_view name = inside(word);
    for (const std::string_view near : {"NEAR/", "पास/"}) {
        const bool bare = near == "NEAR/" && name == word;
        if (name.starts_with(near) && (bare || name != word)) return name.substr(near.size());
    }
    return {};
}

void recognise_operator(Lexeme& lexeme) {
    const std::string_view name = inside(lexeme.text);
    const bool bare = name.size() == lexeme.text.size();
    for (std::size_t i = 0; i < (bare ? english_operators : operators.size()); ++i) {
        if (name == operators.at(i).name) lexeme.kind = operators.at(i).kind;
    }
    const auto written = distance_in(lexeme.text);
    if (!written) return;
    const std::string digits = bare ? std::string(*written) : with_ascii_digits(*written);
    const char* end = digits.data() + digits.size();
    unsigned distance = 0;
    const auto [stop, code] = std::from_chars(digits.data(), end, distance);
    const bool too_large = code == std::errc::result_out_of_range;
    if (stop == end && (too_large || (code == std::errc() && distance > 0))) {
        lexeme.kind = LexemeKind::near;
        lexeme.distance = too_large ? std::numeric_limits<unsigned>::max() : distance;
    }
}

class Splitter {
  public:
    explicit Splitter(std::string_view text) : rest_(text) {}

    std::vector<Lexeme> split() {
        for (;;) {
            const auto first = rest_.find_first_not_of(space);
            if (first == rest_.npos) return std::move(out_);
            rest_.remove_prefix(first);
            take_lexeme();
        }
    }

  private:
    void take_lexeme() {
        Lexeme lexeme;
        if (rest_.front() == ')') {
            rest_.remove_prefix(1);
            lexeme.kind = LexemeKind::close;
            out_.push_back(lexeme);
            return;
        }
        if (rest_.front() == '+' || rest_.front() == '-') {
            lexeme.sign = rest_.front();
            rest_.remove_prefix(1);
        }
        if (rest_.starts_with('(')) {
            rest_.remove_prefix(1);
            lexeme.kind = LexemeKind::open;
            out_.push_back(lexeme);
            return;
        }
        take_field(lexeme);
        if (rest_.starts_with('=')) {
            lexeme.exact = true;
            rest_.remove_prefix(1);
        }
        if (quote_length(rest_) > 0) {
            take_quoted(lexeme);
        } else {
            if (lexeme.field == FieldId::date) take_date(lexeme);
            if (lexeme.text.empty()) take_word(lexeme);
        }
        if (!lexeme.text.empty() || lexeme.quoted || lexeme.field)
            out_.push_back(std::move(lexeme));
    }

    void take_field(Lexeme& lexeme) {
        const auto colon = rest_.find(':');
        if (colon == rest_.npos) return;
        const auto name = find_field_name(rest_.substr(0, colon));
        if (!name) return;
        lexeme.field = name->id;
        lexeme.limit = name->limit;
        rest_.remove_prefix(colon + 1);
    }

    void take_quoted(Lexeme& lexeme) {
        lexeme.quoted = true;
        rest_.remove_prefix(quote_length(rest_));
        std::size_t end = 0;
        while (end < rest_.size() && quote_length(rest_.substr(end)) == 0)
            ++end;
        lexeme.text = rest_.substr(0, end);
        lexeme.unclosed = end == rest_.size();
        rest_.remove_prefix(lexeme.unclosed ? end : end + quote_length(rest_.substr(end)));
    }

    void take_word(Lexeme& lexeme) {
        const std::size_t end = word_end(rest_);
        lexeme.text = rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (lexeme.sign == ' ' && !lexeme.field && !lexeme.exact) recognise_operator(lexeme);
    }

    // As many words as read as a date together, else as look like one; none when the first word
    // does not.
    void take_date(Lexeme& lexeme) {
        if (rest_.empty() || space.find(rest_.front()) != space.npos) return;
        const std::string_view words = rest_.substr(0, plain_words_end());
        std::size_t end = date_range_length(words);
        if (end == 0) end = date_words_length(words);
        lexeme.text = rest_.substr(0, end);
        rest_.remove_prefix(end);
    }

    // Where the words end that are no more than words.
    std::size_t plain_words_end() const {
        constexpr std::size_t most = 12;
        std::size_t end = 0;
        for (std::size_t words = 0; words < most; ++words) {
            const std::size_t begin = std::min(rest_.find_first_not_of(space, end), rest_.size());
            const std::string_view rest = rest_.substr(begin);
            const std::string_view word = rest.substr(0, word_end(rest));
            const bool marked = word.size() > 1 &&
                                (word.front() == '+' || word.front() == '-' || word.front() == '=');
            if (word.empty() || (words > 0 && (marked || is_operator_word(word)))) break;
            const auto colon = words > 0 ? word.find(':') : word.npos;
            if (colon != word.npos && find_field_name(word.substr(0, colon))) break;
            end = begin + word.size();
        }
        return end;
    }

    std::string_view rest_;
    std::vector<Lexeme> out_;
};

}  // namespace

std::vector<Lexeme> split_query(std::string_view text) {
    return Splitter(text).split();
}

bool is_operator_word(std::string_view word) {
    Lexeme lexeme;
    lexeme.text = word;
    recognise_operator(lexeme);
    return lexeme.kind != LexemeKind::leaf;
}

bool looks_like_near(std::string_view word) {
    return distance_in(word).has_value();
}

}  // namespace vigyapti
