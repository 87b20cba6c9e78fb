#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "common/base/ascii.hpp"
#include "common/text/normalise.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using Getter = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& instance(Getter get) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = get(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    return *normalizer;
}

icu::UnicodeString normalised(const icu::Normalizer2& normalizer, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    return normalizer.normalize(icu::UnicodeString::fromUTF8(piece), status);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters that have no decomposition but a customary spelling without the accent.
std::string_view spelt_out(char32_t c) {
    static constexpr std::array<std::pair<char32_t, std::string_view>, 9> table{{
        {U'ß', "ss"},
        {U'æ', "ae"},
        {U'œ', "oe"},
        {U'ø', "o"},
        {U'ł', "l"},
        {U'đ', "d"},
        {U'ð', "d"},
        {U'þ', "th"},
        {U'ı', "i"},
    }};
    for (const auto& [letter, spelling] : table) {
        if (letter == c) return spelling;
    }
    return {};
}

void fold_accents(std::string_view word, std::string& out) {
    static const icu::Normalizer2& nfkd = instance(icu::Normalizer2::getNFKDInstance);
    icu::UnicodeString text = normalised(nfkd, word);
    text.foldCase();
    out.clear();
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = static_cast<char32_t>(text.char32At(i));
        if (char_class(c) == CharClass::extend) continue;
        if (const std::string_view spelling = spelt_out(c); !spelling.empty()) {
            out += spelling;
        } else if (c == 0x2019) {
            out += '\'';
        } else {
            append_utf8(out, c);
        }
    }
}

// Modi's → modi; o'brien → obrien.
void drop_apostrophes(std::string& word) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    std::erase(word, '\'');
}

}  // namespace

void fold_latin(std::string_view word, std::string& out) {
    if (is_ascii(word)) {
        out.assign(word);
        lower_ascii(out);
    } else {
        fold_accents(word, out);
    }
    drop_apostrophes(out);
}

void fold_number(std::string_view number, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < number.size();) {
        const char32_t c = next_code_point(number, i);
        if (c >= 0x0966 && c <= 0x096F) {
            out += static_cast<char>('0' + (c - 0x0966));
        } else if (c == '.' || (c >= '0' && c <= '9')) {
            out += static_cast<char>(c);
        }
    }
}

void fold_other(std::string_view word, std::string& out) {
    static const icu::Normalizer2& casefold = instance(icu::Normalizer2::getNFKCCasefoldInstance);
    out.clear();
    normalised(casefold, word).toUTF8String(out);
}

}  // namespace vigyapti
