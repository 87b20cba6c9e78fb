// In which language a page speaks to its visitor.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// "hi" or "en": `asked` where it is not empty, else that of the two that `accept_language`, a
// header (RFC 9110, section 12.5.4), prefers, else `fallback`.
std::string interface_language(std::string_view asked, std::string_view accept_language,
                               std::string_view fallback);

}  // namespace vigyapti
