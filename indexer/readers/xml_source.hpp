// XML as others write it, made ready for a strict parser.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// A copy of `text`, valid UTF-8, from its first '<' on, in which nothing refers to an entity:
//   - HTML's named references become numeric ones, and numeric ones to what Windows programs put
//     between 128 and 159 the characters that they mean (WHATWG, "numeric character reference end
//     state");
//   - any other '&' that begins no numeric reference is text, that of entities that a DTD declares
//     too: none is expanded;
//   - control characters that XML does not have become spaces;
//   - the attributes of a tag behind the hundredth are left out;
//   - a CDATA section without an end is text like other text.
// At most five times as long as `text`. Lines stay lines.
std::string plain_xml(std::string_view text);

}  // namespace vigyapti
