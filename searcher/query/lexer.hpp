// Splits a query into its marks and words. Knows nothing of what they may mean together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.hpp"

namespace vigyapti {

enum class LexemeKind : std::uint8_t { open, close, both, either, without, near, leaf };

struct Lexeme {
    LexemeKind kind = LexemeKind::leaf;
    // Of a leaf: `title:="two words"` has sign ' ', field title, exact and quoted set.
    char sign = ' ';  // '+', '-' or ' '; an open bracket may have one too
    std::optional<FieldId> field;
    bool exact = false;
    bool quoted = false;
    bool unclosed = false;  // the closing quote is missing
    std::string text;       // words, or the operator as it was written
    unsigned distance = 0;  // of near; 0 when none was given
};

// `text`: any bytes. A quote, also a curly one, opens a phrase wherever a word could begin.
std::vector<Lexeme> split_query(std::string_view text);

}  // namespace vigyapti
