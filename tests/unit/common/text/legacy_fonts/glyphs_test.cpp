#include "common/text/legacy_fonts/glyphs.hpp"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <set>
#include <string>
#include <vector>

#include "common/text/script.hpp"

namespace vigyapti::legacy {
namespace {

const std::vector<LegacyFont> fonts = {LegacyFont::kruti_dev, LegacyFont::shusha,
                                       LegacyFont::chanakya, LegacyFont::walkman_chanakya};

bool is_nfc(std::u16string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    REQUIRE(U_SUCCESS(status));
    const icu::UnicodeString whole(text.data(), static_cast<std::int32_t>(text.size()));
    return nfc->isNormalized(whole, status) == 1;
}

bool is_devanagari_or_mark(char16_t c) {
    if (c >= devanagari_first && c <= devanagari_last) return true;
    return (c >= u'0' && c <= u'9') || u_ispunct(c) || u_charType(c) == U_MATH_SYMBOL;
}

}  // namespace

TEST_CASE("each table types a glyph once, in characters that fonts have") {
    for (const LegacyFont font : fonts) {
        std::set<std::u32string> seen;
        for (const Glyph& each : glyphs_of(font)) {
            CAPTURE(each.typed);
            std::u32string typed;
            append_typed(each.typed, typed);
            CHECK(!typed.empty());
            for (const char32_t c : typed)
                CHECK(c < 0x100);
            CHECK(seen.insert(typed).second);
        }
        CHECK(seen.size() > 90);
    }
    CHECK(glyphs_of(LegacyFont::none).empty());
}

TEST_CASE("each table draws Devanagari and punctuation only, normalised") {
    for (const LegacyFont font : fonts) {
        for (const Glyph& each : glyphs_of(font)) {
            CAPTURE(each.typed);
            CHECK(is_nfc(each.drawn));
            for (const char16_t c : each.drawn)
                CHECK(is_devanagari_or_mark(c));
        }
    }
}

TEST_CASE("each table has all letters and signs of Hindi, or the strokes of which they are made") {
    for (const LegacyFont font : fonts) {
        std::u16string drawn;
        for (const Glyph& each : glyphs_of(font))
            drawn += each.drawn;
        CAPTURE(static_cast<int>(font));
        for (const char16_t c :
             std::u16string_view(u"अइउऊऋएकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैँंः़्।"))
            CHECK(drawn.find(c) != drawn.npos);
        // The hook and the stroke below.
        CHECK(drawn.find(u"र्") != drawn.npos);
        CHECK(drawn.find(u"्र") != drawn.npos);
    }
}

TEST_CASE("the longest glyph is found, and the hook is told from the letter") {
    const GlyphMap& map = GlyphMap::of(LegacyFont::shusha);
    std::u32string typed = U"..-E\u4E2D";
    std::size_t position = 0;
    CHECK(*map.find(typed, position) == u"॥");
    CHECK(position == 2);
    CHECK(*map.find(typed, position) == std::u16string(1, reph));
    CHECK(*map.find(typed, position) == u"श्र्");
    CHECK(map.find(typed, position) == nullptr);
    CHECK(position == 4);
}

TEST_CASE("borders of words that Hindi does not have") {
    const GlyphMap& map = GlyphMap::of(LegacyFont::kruti_dev);
    for (const char32_t c : std::u32string_view(U"khqwsSaW"))
        CHECK(map.never_begins(c));
    for (const char32_t c : std::u32string_view(U"vdfZ]%1"))
        CHECK(!map.never_begins(c));
    for (const char32_t c : std::u32string_view(U"fDLTU"))
        CHECK(map.never_ends(c));
    for (const char32_t c : std::u32string_view(U"khdZ~A1"))
        CHECK(!map.never_ends(c));
}

}  // namespace vigyapti::legacy
