// Hindi as it was typed before Unicode: the bytes are those of Latin text, and a font draws
// Devanagari for them (विदेश is "fons'k" in Kruti Dev). Such text is recognised and becomes Unicode.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vigyapti {

enum class LegacyFont : std::uint8_t {
    none,
    kruti_dev,  // also DevLys and others of the Remington typewriter's layout
    shusha,
    chanakya,
    walkman_chanakya,  // Kruti Dev's layout in ASCII, another one beyond it
};

// The font that a name means: a CSS font-family, a <font face>, a name of a PDF font such as
// "ABCDEF+KrutiDev010" or of a DOCX. none when it is no font known here.
LegacyFont legacy_font_named(std::string_view name);

// "Kruti Dev" and the like, for people; empty for none.
std::string_view legacy_font_name(LegacyFont font);

// The font that `text` (UTF-8, a paragraph or more) was typed for, when nothing says so: the one
// for which Hindi comes out. Its first words must be Hindi, and more than half of all. none for
// English and other languages, Unicode Hindi, numbers, code, and for text too short to be sure of.
// Never walkman_chanakya, which looks like kruti_dev.
LegacyFont recognise_legacy_font(std::string_view text);

// What `text` (UTF-8) reads as in `font`: UTF-8 in Unicode's form NFC. Stretches of English in it,
// acronyms, addresses and words in Devanagari stay as they are, and so do ASCII digits but in
// Chanakya: in the other families fonts differ in what they draw for them. Never more than twelve
// times as long as `text` in bytes. With none, `text` itself.
std::string from_legacy_font(std::string_view text, LegacyFont font);

}  // namespace vigyapti
