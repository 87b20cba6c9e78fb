#include "common/text/charset.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/charset_convert.hpp"
#include "common/text/charset_guess.hpp"
#include "common/text/charset_label.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Mark {
    std::string_view bytes;
    const Charset* charset;
};

// Longer ones first: that of UTF-32LE begins as that of UTF-16LE does.
constexpr std::array marks{Mark{std::string_view("\xFF\xFE\0\0", 4), &utf32le_charset},
                           Mark{std::string_view("\0\0\xFE\xFF", 4), &utf32be_charset},
                           Mark{"\x84\x31\x95\x33", &gb18030_charset},
                           Mark{"\xEF\xBB\xBF", &utf8_charset},
                           Mark{"\xFF\xFE", &utf16le_charset},
                           Mark{"\xFE\xFF", &utf16be_charset}};

DecodedText decode(std::string_view bytes, const Charset& charset, CharsetOrigin origin) {
    Converted converted = to_utf8(bytes, charset);
    return {std::move(converted.text), charset.name, origin, converted.replaced};
}

bool is_wide(const Charset& charset) {
    return charset.name.starts_with("UTF-16") || charset.name.starts_with("UTF-32");
}

// What is declared, unless editors write it into all pages or the bytes can't be that: a text of
// ASCII and accents that says UTF-16 would become ideographs.
const Charset* telling(std::string_view declared, std::string_view bytes) {
    const Charset* const charset = find_charset(declared);
    if (charset == nullptr || *charset == utf8_charset) return nullptr;
    if (is_wide(*charset) && bytes.find('\0') == bytes.npos) return nullptr;
    return charset;
}

std::uint64_t count_high(std::string_view bytes) {
    return static_cast<std::uint64_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

// Of bytes that are not valid UTF-8.
DecodedText decode_other(std::string_view bytes, std::string_view declared) {
    const Charset* const told = telling(declared, bytes);
    const bool open = told == nullptr || *told == windows1252_charset;
    if (open && looks_like_iscii(bytes))
        return decode(bytes, devanagari_iscii_charset, CharsetOrigin::detected);
    if (looks_like_utf8(bytes, told != nullptr))
        return decode(bytes, utf8_charset, CharsetOrigin::utf8);
    if (told != nullptr) {
        DecodedText decoded = decode(bytes, *told, CharsetOrigin::declared);
        if (10 * decoded.replaced() <= count_high(bytes)) return decoded;
    }
    return decode(bytes, guess_by_letters(bytes), CharsetOrigin::detected);
}

}  // namespace

std::string_view origin_name(CharsetOrigin origin) {
    switch (origin) {
        case CharsetOrigin::mark:
            return "byte order mark";
        case CharsetOrigin::utf8:
            return "UTF-8";
        case CharsetOrigin::declared:
            return "declared";
        case CharsetOrigin::detected:
            break;
    }
    return "detected";
}

std::string DecodedText::description() const {
    std::string out(charset_);
    if (origin_ != CharsetOrigin::utf8) out.append(" [").append(origin_name(origin_)).append("]");
    return out;
}

DecodedText::DecodedText(std::string_view view, CharsetOrigin origin)
    : view_(view), charset_(utf8_charset.name), origin_(origin) {}

DecodedText::DecodedText(std::string own, std::string_view charset, CharsetOrigin origin,
                         std::uint64_t replaced)
    : own_(std::move(own)), charset_(charset), origin_(origin), replaced_(replaced) {}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
    for (const Mark& mark : marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        bytes.remove_prefix(mark.bytes.size());
        if (*mark.charset != utf8_charset || find_malformed_utf8(bytes))
            return decode(bytes, *mark.charset, CharsetOrigin::mark);
        return {bytes, CharsetOrigin::mark};
    }
    if (const Charset* const wide = guess_wide(bytes))
        return decode(bytes, *wide, CharsetOrigin::detected);
    if (!find_malformed_utf8(bytes)) return {bytes, CharsetOrigin::utf8};
    return decode_other(bytes, declared);
}

}  // namespace vigyapti
