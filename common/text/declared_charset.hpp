// The encodings that pages, feeds and protocols declare for themselves, whether true or not.
#pragma once

#include <string_view>

namespace vigyapti {

// The label that the first 1,024 bytes of HTML or XML declare, as it is written there: by an XML
// declaration, <meta charset> or <meta http-equiv="Content-Type">. Empty when there is none that
// find_charset knows. A view of `bytes`. HTML is scanned as the WHATWG HTML Standard says
// ("prescan a byte stream to determine its encoding"), so that comments and the values of
// other attributes declare nothing.
std::string_view declared_in_markup(std::string_view bytes);

// The charset in a header of HTTP or mail, such as "text/html; charset=UTF-8", or in the content
// of a <meta>, as it is written there; empty when none. A view of `type`. After the WHATWG HTML
// Standard, "extracting a character encoding from a meta element".
std::string_view declared_in_content_type(std::string_view type);

}  // namespace vigyapti
