#include "common/text/legacy_fonts/glyphs.hpp"

#include <algorithm>

#include "common/text/devanagari.hpp"
#include "common/text/legacy_fonts/tables.hpp"
#include "common/text/utf8.hpp"
#include "common/text/windows_1252.hpp"

namespace vigyapti::legacy {
namespace {

std::u16string with_reph(std::u16string_view drawn) {
    std::u16string out;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const bool after_half = i > 0 && drawn[i - 1] == devanagari::virama;
        const bool hook = !after_half && drawn.substr(i, 2) == u"र्";
        out += hook ? reph : drawn[i];
        i += hook ? 1 : 0;
    }
    return out;
}

}  // namespace

char32_t font_code(char32_t c) {
    if (c < 0x100) return c;
    if (c >= 0xF020 && c <= 0xF0FF) return c - 0xF000;
    const auto* const found = std::find(windows_1252_signs.begin(), windows_1252_signs.end(), c);
    if (found == windows_1252_signs.end()) return c | foreign;
    return 0x80 + static_cast<char32_t>(found - windows_1252_signs.begin());
}

void append_typed(std::string_view text, std::u32string& typed) {
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        // Extraction from PDF joins what is typed as two characters.
        if (c == U'ﬁ' || c == U'ﬂ') {
            typed += c == U'ﬁ' ? U"fi" : U"fl";
        } else {
            typed += font_code(c);
        }
    }
}

std::span<const Glyph> glyphs_of(LegacyFont font) {
    switch (font) {
        case LegacyFont::none:
            return {};
        case LegacyFont::kruti_dev:
            return kruti_dev_glyphs();
        case LegacyFont::shusha:
            return shusha_glyphs();
        case LegacyFont::chanakya:
            return chanakya_glyphs();
        case LegacyFont::walkman_chanakya:
            return walkman_chanakya_glyphs();
    }
    return {};
}

GlyphMap::GlyphMap(std::span<const Glyph> glyphs) {
    for (const Glyph& each : glyphs) {
        std::u32string typed;
        append_typed(each.typed, typed);
        auto& entries = by_first_[typed.front() & 0xFFU];
        entries.push_back({typed, with_reph(each.drawn)});
        if (typed.size() == 1) note_borders(entries.back());
    }
    for (auto& entries : by_first_) {
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.typed.size() > b.typed.size();
        });
    }
}

void GlyphMap::note_borders(const Entry& entry) {
    using namespace devanagari;
    if (entry.drawn.empty()) return;
    const char32_t typed = entry.typed.front();
    const char16_t first = entry.drawn.front();
    const char16_t last = entry.drawn.back();
    never_begins_[typed] = (is_vowel_sign(first) && first != u'ि') || first == anusvara ||
                           first == chandrabindu || first == virama;
    never_ends_[typed] = (last == virama && entry.drawn.size() > 1) || last == u'ि';
}

const GlyphMap& GlyphMap::of(LegacyFont font) {
    static const std::array<GlyphMap, 4> maps = {
        GlyphMap(kruti_dev_glyphs()), GlyphMap(shusha_glyphs()), GlyphMap(chanakya_glyphs()),
        GlyphMap(walkman_chanakya_glyphs())};
    return maps.at(static_cast<std::size_t>(font) - 1);
}

const std::u16string* GlyphMap::find(std::u32string_view typed, std::size_t& position) const {
    const std::u32string_view rest = typed.substr(position);
    if (rest.empty() || rest.front() >= by_first_.size()) return nullptr;
    for (const Entry& each : by_first_[rest.front()]) {
        if (!rest.starts_with(each.typed)) continue;
        position += each.typed.size();
        return &each.drawn;
    }
    return nullptr;
}

}  // namespace vigyapti::legacy
