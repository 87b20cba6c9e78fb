#include "common/text/legacy_fonts/read_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace vigyapti::legacy {
namespace {

// The bytes of white space at `position`: of ASCII's or of a no-break space.
std::size_t space_at(std::string_view text, std::size_t position) {
    const char c = text[position];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return text.substr(position).starts_with("\u00A0") ? 2 : 0;
}

struct Best {
    std::int64_t score;
    bool from_english;
};

// The better of staying in a language with `stay` and of coming from the other with `come`.
Best choose(std::int64_t stay, std::int64_t come, bool stays_english) {
    return come > stay ? Best{come, !stays_english} : Best{stay, stays_english};
}

// The likeliest sequence of languages (Viterbi's algorithm) when a change between words is as rare
// as e^-5, between lines as e^-2.5: an odd word makes no English stretch, several do.
void mark_english(std::vector<Piece>& pieces) {
    constexpr int change_between_words = 500;
    constexpr int change_between_lines = 250;
    std::vector<std::array<Best, 2>> best;  // of a piece as Hindi and as English
    std::array<std::int64_t, 2> before = {0, -change_between_lines};
    best.reserve(pieces.size());
    for (const Piece& each : pieces) {
        const bool line = each.space.find('\n') != each.space.npos;
        const int change = line ? change_between_lines : change_between_words;
        Best hindi = choose(before[0], before[1] - change, false);
        hindi.score += each.read.hindi;
        const Best english = choose(before[1], before[0] - change, true);
        best.push_back({hindi, english});
        before = {hindi.score, english.score};
    }
    bool english = before[1] > before[0];
    for (std::size_t i = pieces.size(); i-- > 0;) {
        pieces[i].english = english;
        english = best[i][english ? 1 : 0].from_english;
    }
}

}  // namespace

Piece take_piece(std::string_view& text, LegacyFont font) {
    std::size_t begin = 0;
    while (begin < text.size() && space_at(text, begin) > 0)
        begin += space_at(text, begin);
    std::size_t end = begin;
    while (end < text.size() && space_at(text, end) == 0)
        ++end;
    Piece piece{text.substr(0, begin), text.substr(begin, end - begin), {}};
    text.remove_prefix(end);
    piece.read = read_word(piece.word, font);
    return piece;
}

std::vector<Piece> read_text(std::string_view text, LegacyFont font) {
    std::vector<Piece> pieces;
    while (!text.empty())
        pieces.push_back(take_piece(text, font));
    mark_english(pieces);
    return pieces;
}

}  // namespace vigyapti::legacy
