// Text in its parts.
#pragma once

#include <string_view>
#include <vector>

namespace vigyapti {

// The parts of `text` between separators, as views of it; one more than there are separators, so
// that an empty text has one empty part.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace vigyapti
