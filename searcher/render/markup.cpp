#include "searcher/render/markup.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

// XML 1.0, section 2.2; C1 controls are allowed there and of no use to anyone.
bool is_legal(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return !(c >= 0x7F && c < 0xA0) && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (is_legal(c)) append_utf8(out, c);
    }
    return out;
}

std::string language_tag(std::string_view lang) {
    const bool letters = std::all_of(lang.begin(), lang.end(), is_lower);
    return letters && (lang.size() == 2 || lang.size() == 3) ? std::string(lang) : "und";
}

}  // namespace vigyapti
