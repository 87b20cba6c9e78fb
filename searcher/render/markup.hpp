// Text for XML and HTML, and for tables: what their characters may be.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// `text` as XML 1.0 can hold it: control characters but for tab and line ends left out, as well as
// U+FFFE and U+FFFF; malformed bytes become U+FFFD. Not escaped: whoever writes it does that.
std::string xml_text(std::string_view text);

// A language tag for lang and xml:lang: `lang` where it is one of two or three letters, else "und".
std::string language_tag(std::string_view lang);

}  // namespace vigyapti
