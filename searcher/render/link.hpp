// Where a release's URL may lead: what releases hold is not to be trusted.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// `url` as printable ASCII for a link, letters beyond percent-encoded. Empty unless it is an http
// or https URL without white space, control characters and what must not stand in one, of at most
// 2000 bytes.
std::string link_target(std::string_view url);

// `text` with all but letters, digits and - . _ ~ of ASCII percent-encoded.
std::string percent_encoded(std::string_view text);

}  // namespace vigyapti
