// What windows-1252 has where Latin-1 has control characters, which pages and feeds mean when they
// name those: "&#150;" is a dash. After the WHATWG Encoding Standard, index windows-1252.
#pragma once

#include <array>

namespace vigyapti {

// The code points of the bytes 0x80 to 0x9F; 0 where it has none either.
inline constexpr std::array<char16_t, 32> windows_1252_signs{
    u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0, u'Ž', 0,
    0,    u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0, u'ž', u'Ÿ'};

}  // namespace vigyapti
