// What the bytes of a text themselves tell of its encoding. Each guess is independent of the
// others; decode_text puts them in order.
#pragma once

#include <string_view>

#include "common/text/charset_label.hpp"

namespace vigyapti {

// UTF-16 or UTF-32 without a byte order mark, by the first 4 KB: nearly all units are letters that
// exist, most are of the blocks that news is written in (Latin, Cyrillic, Arabic, Devanagari),
// and none is NUL. nullptr else. Chinese is not told from ASCII so, where each two letters make
// an ideograph.
const Charset* guess_wide(std::string_view bytes);

// Whether `bytes`, which are not all valid, are UTF-8 with errors. The sequences that have the
// shape of UTF-8, allowed or not (overlong forms and surrogates are not), hold four fifths of the
// bytes beyond ASCII, or those of three bytes and more a half: Chinese, of two bytes a letter, has
// the shape of two by chance in up to three quarters, and no encoding that of three in more than
// two fifths. A sequence that the end cuts off counts when two of its bytes are there.
// `is_doubtful`, where something else is declared, demands nine tenths.
bool looks_like_utf8(std::string_view bytes, bool is_doubtful);

// Whether `bytes` are Hindi in ISCII (IS 13194:1991), perhaps among ASCII: nearly all bytes beyond
// ASCII are codes that Hindi uses; a quarter, of four kinds and ten in all at least, are signs that
// lean on a letter before them (anusvara, halant, nukta, and half of them vowel signs); and nearly
// all of these have such a letter. Letters with accents stand behind ASCII in Latin text,
// and no other alphabet has signs in these places.
bool looks_like_iscii(std::string_view bytes);

// An encoding of one or two bytes a letter by the frequencies of letters (ICU's detector);
// windows-1252 when nothing tells more. Never UTF-8, UTF-16 or UTF-32.
const Charset& guess_by_letters(std::string_view bytes);

}  // namespace vigyapti
