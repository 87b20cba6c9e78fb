// Splits a query into its marks and words. Knows nothing of what they may mean together, but for
// the words of a date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/field_names.hpp"

namespace vigyapti {

enum class LexemeKind : std::uint8_t { open, close, both, either, without, near, leaf };

struct Lexeme {
    LexemeKind kind = LexemeKind::leaf;
    // Of a leaf: `title:="two words"` has sign ' ', field title, exact and quoted set.
    char sign = ' ';  // '+', '-' or ' '; an open bracket may have one too
    std::optional<FieldId> field;
    DateLimit limit = DateLimit::within;  // of a date
    bool exact = false;
    bool quoted = false;
    bool unclosed = false;  // the closing quote is missing
    std::string text;       // words, or the operator as it was written
    unsigned distance = 0;  // of near; 0 when none was given
};

// `text`: any bytes. A quote, also a curly one, opens a phrase wherever a word could begin. Behind
// the name of a date field all words that together read as a date are one leaf.
std::vector<Lexeme> split_query(std::string_view text);

// Whether a word without sign, field and quotes is read as an operator: AND, OR, NOT, NEAR, NEAR/5,
// or in square brackets [और], [या], [नहीं], [पास], [पास/5] and the English ones.
bool is_operator_word(std::string_view word);

// Whether a word looks like NEAR/n or [पास/n].
bool looks_like_near(std::string_view word);

}  // namespace vigyapti
