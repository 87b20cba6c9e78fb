#include "indexer/readers/html_fragment.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "indexer/draft.hpp"
#include "indexer/readers/html.hpp"

namespace vigyapti {
namespace {

// Whether a reference such as "&amp;" or "&#8211;" stands at the beginning of `text`.
bool begins_with_reference(std::string_view text) {
    constexpr std::size_t longest = 10;
    std::size_t end = 1;
    while (end < std::min(text.size(), longest) &&
           (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#'))
        ++end;
    return end > 2 && end < text.size() && text[end] == ';';
}

}  // namespace

bool looks_like_html(std::string_view text) {
    for (std::size_t i = text.find_first_of("<&"); i != text.npos;
         i = text.find_first_of("<&", i + 1)) {
        if (text[i] == '&') {
            if (begins_with_reference(text.substr(i))) return true;
        } else if (i + 1 < text.size() && (is_letter(text[i + 1]) || text[i + 1] == '/')) {
            return text.find('>', i) != text.npos;
        }
    }
    return false;
}

std::string html_to_line(std::string_view html) {
    Draft draft;
    add_html_text(html, draft);
    std::string line;
    for (const Part& part : draft.parts) {
        if (part.kind == PartKind::caption || part.kind == PartKind::boilerplate) continue;
        if (!line.empty()) line += ' ';
        line += part.text;
    }
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

}  // namespace vigyapti
