#include "indexer/legacy_text.hpp"

#include <string>

#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

// Enough to be sure, and little beside what analysing a release takes.
constexpr std::size_t looked_at = 2000;

std::string_view front_of(std::string_view text) {
    if (text.size() <= looked_at) return text;
    std::size_t end = looked_at;
    previous_code_point(text, end);
    return text.substr(0, end);
}

LegacyFont font_of(const Part& part) {
    const LegacyFont named = legacy_font_named(part.font);
    if (named != LegacyFont::none) return named;
    return recognise_legacy_font(front_of(part.text));
}

}  // namespace

LegacyFont convert_legacy_text(Draft& draft) {
    LegacyFont found = LegacyFont::none;
    for (Part& part : draft.parts) {
        if (part.kind == PartKind::boilerplate && part.font.empty()) continue;
        const LegacyFont font = font_of(part);
        if (font == LegacyFont::none) continue;
        part.text = from_legacy_font(part.text, font);
        // A footer that names a font does not say that the release was typed for it.
        if (found == LegacyFont::none && part.kind != PartKind::boilerplate) found = font;
    }
    if (found == LegacyFont::none) return found;
    for (FoundValue& each : draft.fields) {
        if (each.field == ReleaseField::title) each.value = from_legacy_font(each.value, found);
    }
    return found;
}

}  // namespace vigyapti
