// The tables that glyphs_of() chooses from, a source each. What each font draws is common
// knowledge of its keyboard charts and of converters in the public domain.
#pragma once

#include <span>

#include "common/text/legacy_fonts/glyphs.hpp"

namespace vigyapti::legacy {

std::span<const Glyph> kruti_dev_glyphs();
std::span<const Glyph> shusha_glyphs();
std::span<const Glyph> chanakya_glyphs();
std::span<const Glyph> walkman_chanakya_glyphs();

}  // namespace vigyapti::legacy
