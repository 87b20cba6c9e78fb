#include "searcher/query/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

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
            take_word(lexeme);
        }
        if (!lexeme.text.empty() || lexeme.quoted || lexeme.field)
            out_.push_back(std::move(lexeme));
    }

    void take_field(Lexeme& lexeme) {
        const auto colon = rest_.find(':');
        if (colon == rest_.npos) return;
        lexeme.field = find_field(rest_.substr(0, colon));
        if (lexeme.field) rest_.remove_prefix(colon + 1);
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
        std::size_t end = 0;
        while (end < rest_.size() && (space.find(rest_[end]) == space.npos) && rest_[end] != '(' &&
               rest_[end] != ')' && quote_length(rest_.substr(end)) == 0) {
            ++end;
        }
        lexeme.text = rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (lexeme.sign == ' ' && !lexeme.field && !lexeme.exact) recognise_operator(lexeme);
    }

    static void recognise_operator(Lexeme& lexeme) {
        static constexpr std::array<std::pair<std::string_view, LexemeKind>, 4> names{{
            {"AND", LexemeKind::both},
            {"OR", LexemeKind::either},
            {"NOT", LexemeKind::without},
            {"NEAR", LexemeKind::near},
        }};
        for (const auto& [name, kind] : names) {
            if (lexeme.text == name) lexeme.kind = kind;
        }
        const std::string_view text = lexeme.text;
        if (!text.starts_with("NEAR/")) return;
        const char* end = text.data() + text.size();
        unsigned distance = 0;
        const auto [stop, code] = std::from_chars(text.data() + 5, end, distance);
        const bool too_large = code == std::errc::result_out_of_range;
        if (stop == end && (too_large || (code == std::errc() && distance > 0))) {
            lexeme.kind = LexemeKind::near;
            lexeme.distance = too_large ? std::numeric_limits<unsigned>::max() : distance;
        }
    }

    std::string_view rest_;
    std::vector<Lexeme> out_;
};

}  // namespace

std::vector<Lexeme> split_query(std::string_view text) {
    return Splitter(text).split();
}

}  // namespace vigyapti
