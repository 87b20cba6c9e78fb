// HTML inside of other formats: the content of a feed's item, a member of a JSON object.
#pragma once

#include <string>
#include <string_view>

#include "indexer/draft.hpp"

namespace vigyapti {

// Whether `text` holds a tag or a character reference, as text that was written as such hardly
// does.
bool looks_like_html(std::string_view text);

// The text of `html`, which is valid UTF-8, on one line: a title.
std::string html_to_line(std::string_view html);

// Adds the text of `html`, valid UTF-8, to `draft` as parts: blocks as lines of the body, the texts
// that stand for images and figures' captions as captions. Scripts and styles are left out.
void add_html(std::string_view html, Draft& draft);

}  // namespace vigyapti
