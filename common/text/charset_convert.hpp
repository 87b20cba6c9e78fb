// From one known encoding to UTF-8, by ICU's converters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/charset_label.hpp"

namespace vigyapti {

struct Converted {
    std::string text;            // valid UTF-8
    std::uint64_t replaced = 0;  // malformed sequences that became U+FFFD
};

// `bytes`, which are in `charset` with or without errors, at most three times as long. Those of
// UTF-8 are replaced by maximal subparts, as the WHATWG Encoding Standard does.
Converted to_utf8(std::string_view bytes, const Charset& charset);

}  // namespace vigyapti
