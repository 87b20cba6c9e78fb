// UTF-8 ↔ a form in which a Devanagari letter takes one byte instead of three. It makes compression
// of Hindi text quicker and its result smaller; English text is left as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

// Takes any bytes, valid UTF-8 or not, and loses none. At most twice as long as `bytes`.
std::string to_one_byte(std::string_view bytes);

// The inverse. Nothing when `packed` ends in the middle of a sign.
std::optional<std::string> from_one_byte(std::string_view packed);

}  // namespace vigyapti
