#include "common/text/legacy_fonts/kept_word.hpp"

#include <algorithm>
#include <array>

#include "common/base/ascii.hpp"
#include "common/text/legacy_fonts/glyphs.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::legacy {
namespace {

bool has_devanagari(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        const char32_t c = next_code_point(word, i);
        if (c >= devanagari_first && c <= devanagari_last) return true;
    }
    return false;
}

bool is_mark(std::string_view word) {
    return word.size() == 1 && std::string_view("=+/<>|").find(word) != std::string_view::npos;
}

bool is_address(std::string_view word) {
    constexpr auto endings =
        std::to_array<std::string_view>({".in", ".com", ".org", ".net", ".int", ".edu", ".gov"});
    if (word.find("://") != word.npos || word.find("www.") != word.npos) return true;
    while (!word.empty() && std::string_view(".,;)/").find(word.back()) != word.npos)
        word.remove_suffix(1);
    return std::any_of(endings.begin(), endings.end(),
                       [word](std::string_view each) { return word.ends_with(each); });
}

// Kruti Dev has half letters and rare ones for capitals: words of them alone are few and short.
bool is_acronym(std::string_view word, LegacyFont font) {
    constexpr auto short_ones = std::to_array<std::string_view>({"UN", "US", "UK"});
    const auto end = std::find_if_not(word.begin(), word.end(), is_upper);
    const auto capitals = static_cast<std::size_t>(end - word.begin());
    if (capitals == 0 || !std::all_of(end, word.end(), is_digit)) return false;
    const bool kruti_dev = font == LegacyFont::kruti_dev || font == LegacyFont::walkman_chanakya;
    // "A" is the danda, before which a space may be missing and behind it too.
    if (capitals < word.size()) return kruti_dev && word.front() != 'A';
    if (capitals < 2) return false;
    const GlyphMap& map = GlyphMap::of(font);
    if (map.never_begins(static_cast<unsigned char>(word.front()))) return true;
    if (map.never_ends(static_cast<unsigned char>(word.back()))) return true;
    return kruti_dev && (capitals > 2 ||
                         std::find(short_ones.begin(), short_ones.end(), word) != short_ones.end());
}

}  // namespace

std::optional<std::string> kept_word(std::string_view word, LegacyFont font) {
    if (has_devanagari(word) || is_mark(word) || is_address(word)) return std::string(word);
    constexpr std::string_view typed = "]-,.;:)";
    constexpr std::string_view meant = ",.,.;:)";
    const std::size_t mark = word.empty() ? typed.npos : typed.find(word.back());
    if (mark == typed.npos) {
        if (is_acronym(word, font)) return std::string(word);
        return std::nullopt;
    }
    const std::string_view stem = word.substr(0, word.size() - 1);
    if (!is_acronym(stem, font)) return std::nullopt;
    const bool itself = font == LegacyFont::shusha || font == LegacyFont::chanakya;
    return std::string(stem) + (itself ? word.back() : meant[mark]);
}

}  // namespace vigyapti::legacy
