// Drafts whose text was typed for a font from before Unicode.
#pragma once

#include "common/text/legacy_font.hpp"
#include "indexer/draft.hpp"

namespace vigyapti {

// Puts what of `draft` was typed for such a font into Unicode, and returns the font, the first of
// several. A part is believed what its file says of its font, and where that says nothing, is
// looked at; titles, which are too short for that, follow the text.
LegacyFont convert_legacy_text(Draft& draft);

}  // namespace vigyapti
