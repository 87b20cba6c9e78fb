#include "indexer/readers/header_fields.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "common/text/declared_charset.hpp"

namespace vigyapti {

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<std::string_view> take_header_lines(std::string_view& bytes) {
    constexpr std::size_t most = 65'536;
    std::string_view rest = bytes.substr(0, most);
    while (rest.find('\n') != rest.npos) {
        const std::size_t begin = std::min(bytes.size(), most) - rest.size();
        if (!take_line(rest).empty()) continue;
        const std::string_view lines = bytes.substr(0, begin);
        bytes.remove_prefix(std::min(bytes.size(), most) - rest.size());
        return lines;
    }
    return std::nullopt;
}

HeaderFields::HeaderFields(std::string_view lines) {
    while (!lines.empty()) {
        const std::string_view line = take_line(lines);
        if (line.starts_with(' ') || line.starts_with('\t')) {
            if (!fields_.empty()) (fields_.back().second += ' ') += trimmed(line);
            continue;
        }
        const auto colon = line.find(':');
        if (colon == line.npos) continue;
        fields_.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
}

std::string_view HeaderFields::get(std::string_view name) const {
    for (const auto& [key, value] : fields_) {
        if (equals_ignoring_case(key, name)) return value;
    }
    return {};
}

MediaType::MediaType(std::string_view value) {
    type = lowered(trimmed(value.substr(0, value.find(';'))));
    charset = declared_in_content_type(value);
}

}  // namespace vigyapti
