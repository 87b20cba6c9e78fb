#include "indexer/readers/html/characters.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/text/utf8.hpp"
#include "common/text/windows_1252.hpp"

namespace vigyapti::html {
namespace {

constexpr bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

constexpr bool is_dropped(char32_t c) {
    return c < 0x20 || c == 0x7F || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB);
}

// The scripts from Devanagari to Malayalam.
constexpr bool is_indic(char32_t c) {
    return c >= 0x0900 && c <= 0x0D7F;
}

// References that libxml2 leaves as they are: those of HTML5, and without their semicolon.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> references{{
    {"&nbsp", " "},
    {"&apos", "'"},
    {"&comma", ","},
    {"&period", "."},
    {"&colon", ":"},
    {"&lpar", "("},
    {"&rpar", ")"},
    {"&lsqb", "["},
    {"&rsqb", "]"},
    {"&NewLine", " "},
    {"&Tab", " "},
    {"&quest", "?"},
    {"&excl", "!"},
    {"&num", "#"},
    {"&percnt", "%"},
    {"&hyphen", "‐"},
    {"&dash", "‐"},
    {"&ZeroWidthSpace", ""},
}};

const std::pair<std::string_view, std::string_view>* reference_at(std::string_view text) {
    if (text.front() != '&') return nullptr;
    const auto found = std::find_if(references.begin(), references.end(), [&](const auto& each) {
        return text.starts_with(each.first) &&
               (each.first == "&nbsp" || text.substr(each.first.size()).starts_with(';'));
    });
    return found == references.end() ? nullptr : &*found;
}

constexpr std::size_t most_attributes = 500;

// The end of the tag whose name begins at `position`, behind its '>', and whether it has too many
// attributes. Quotes hide '>' only behind '=', as in libxml2.
std::pair<std::size_t, bool> end_of_tag(std::string_view page, std::size_t position) {
    std::size_t attributes = 0;
    char before = ' ';
    while (position < page.size() && page[position] != '>') {
        const char c = page[position];
        if ((c == '"' || c == '\'') && before == '=') {
            const auto closing = page.find(c, position + 1);
            position = std::min(closing, page.size() - 1);
            before = ' ';
            ++attributes;
        } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
            if (before != ' ' && before != '=') ++attributes;
            if (before != '=') before = ' ';
        } else {
            before = c;
        }
        ++position;
    }
    return {std::min(position + 1, page.size()), attributes > most_attributes};
}

}  // namespace

void CollapsedText::add(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        // Most of a page is plain: a run of it is copied at once.
        if (c > ' ' && c != '&' && c < 0x7F) {
            const std::size_t begin = i;
            while (i < text.size() && text[i] > ' ' && text[i] != '&' && text[i] < 0x7F)
                ++i;
            if (space_ && !text_.empty()) text_ += ' ';
            space_ = false;
            text_ += text.substr(begin, i - begin);
            last_ = static_cast<unsigned char>(text[i - 1]);
            continue;
        }
        if (const auto* reference = reference_at(text.substr(i))) {
            i += reference->first.size();
            if (i < text.size() && text[i] == ';') ++i;
            add(reference->second);
            continue;
        }
        add_code_point(next_code_point(text, i));
    }
}

void CollapsedText::add_code_point(char32_t c) {
    if (c >= 0x80 && c < 0xA0) c = windows_1252_signs[c - 0x80];
    if (is_space(c)) {
        space_ = true;
        return;
    }
    if (is_dropped(c)) return;
    if ((c == 0x200C || c == 0x200D) && (space_ || !is_indic(last_))) return;
    if (space_ && !text_.empty()) text_ += ' ';
    space_ = false;
    append_utf8(text_, c);
    last_ = c;
}

std::string CollapsedText::take() {
    space_ = false;
    last_ = 0;
    return std::exchange(text_, {});
}

std::string without_hostile_tags(std::string_view page) {
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
        ++at;
        if (at == page.size() || !is_letter(page[at])) continue;
        const auto [end, hostile] = end_of_tag(page, at);
        if (hostile) {
            const auto name_end = std::min(page.find_first_of(" \t\r\n\f/>", at), page.size());
            out += page.substr(copied, name_end - copied);
            out += '>';
            copied = end;
        }
        at = end;
    }
    if (copied > 0) out += page.substr(copied);
    if (page.find('\0') == page.npos) return out;
    if (copied == 0) out = page;
    std::replace(out.begin(), out.end(), '\0', ' ');
    return out;
}

}  // namespace vigyapti::html
