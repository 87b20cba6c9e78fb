// HTML in single values of other formats: a title of a feed, a member of a JSON object.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// Whether `text` holds a tag or a character reference, as text that was written as such hardly
// does.
bool looks_like_html(std::string_view text);

// The text of `html`, valid UTF-8, on one line.
std::string html_to_line(std::string_view html);

}  // namespace vigyapti
