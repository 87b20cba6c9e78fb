#include "indexer/readers/pdf_hyphens.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";

bool is_word_byte(char c) {
    return is_letter(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// The letters at the end of `text`, without hyphens.
std::string_view last_part(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_word_byte(text[begin - 1]) && text[begin - 1] != '-')
        --begin;
    return text.substr(begin);
}

std::string_view first_part(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word_byte(text[end]) && text[end] != '-')
        ++end;
    return text.substr(0, end);
}

}  // namespace

PdfHyphens::PdfHyphens(const std::vector<PdfLine>& lines) {
    for (const PdfLine& line : lines) {
        const std::string text = lowered(line.text);
        // The ends of a line may be halves of words.
        const auto begin = text.find(' ');
        const auto end = text.rfind(' ');
        if (begin == text.npos) continue;
        for (std::size_t at = begin; at < end;) {
            while (at < end && !is_word_byte(text[at]))
                ++at;
            const std::size_t word = at;
            while (at < end && is_word_byte(text[at]))
                ++at;
            if (at > word) words_.insert(text.substr(word, at - word));
        }
    }
}

void PdfHyphens::join(std::string& text, std::string_view line) const {
    if (text.ends_with(soft_hyphen)) {
        text.resize(text.size() - soft_hyphen.size());
    } else if (text.ends_with("\xE2\x80\x90") || text.ends_with('-')) {
        const std::size_t length = text.ends_with('-') ? 1 : 3;
        const std::string_view before = std::string_view(text).substr(0, text.size() - length);
        if (before.empty() || before.ends_with(' ')) {
            text += ' ';
        } else if (!keeps_hyphen(last_part(before), first_part(line))) {
            text.resize(before.size());
        }
    } else {
        text += ' ';
    }
    text += line;
}

bool PdfHyphens::keeps_hyphen(std::string_view first, std::string_view second) const {
    if (first.empty() || second.empty() || !is_letter(first.back()) || !is_lower(second.front())) {
        return true;
    }
    const std::string a = lowered(first);
    const std::string b = lowered(second);
    if (words_.contains(a + '-' + b)) return true;
    if (words_.contains(a + b)) return false;
    return words_.contains(a) && words_.contains(b);
}

}  // namespace vigyapti
