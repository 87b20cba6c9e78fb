#include "common/text/charset_guess.hpp"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <memory>

#include "common/text/charset_convert.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t wide_sample = 4096;

unsigned byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

struct WideForm {
    const Charset* charset;
    std::size_t width;
    bool little;
};

constexpr std::array wide_forms{
    WideForm{&utf32le_charset, 4, true}, WideForm{&utf32be_charset, 4, false},
    WideForm{&utf16le_charset, 2, true}, WideForm{&utf16be_charset, 2, false}};

char32_t unit_at(std::string_view bytes, std::size_t at, const WideForm& form) {
    char32_t unit = 0;
    for (std::size_t i = 0; i < form.width; ++i) {
        const std::size_t place = form.little ? form.width - 1 - i : i;
        unit = unit << 8U | byte_at(bytes, at + place);
    }
    return unit;
}

bool is_lead(char32_t c) {
    return c >= 0xD800 && c < 0xDC00;
}

bool is_trail(char32_t c) {
    return c >= 0xDC00 && c < 0xE000;
}

bool is_text_control(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Of a letter, mark, digit, sign or space that exists.
bool exists(char32_t c) {
    if (c > 0x10FFFF) return false;
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_UNASSIGNED:
        case U_CONTROL_CHAR:
        case U_SURROGATE:
        case U_PRIVATE_USE_CHAR:
            return is_text_control(c);
        default:
            return true;
    }
}

// Latin, Cyrillic, Arabic, Devanagari and the punctuation between words.
bool is_common(char32_t c) {
    if (c < 0x80) return c >= 0x20 || is_text_control(c);
    return (c >= 0xA0 && c < 0x250) || (c >= 0x400 && c < 0x530) || (c >= 0x600 && c < 0x700) ||
           (c >= 0x900 && c < 0x980) || (c >= 0x2010 && c < 0x2030) || c == 0x20AC || c == 0x20B9;
}

bool fits(std::string_view sample, const WideForm& form) {
    std::size_t units = 0;
    std::size_t common = 0;
    std::size_t strange = 0;
    for (std::size_t i = 0; i + form.width <= sample.size(); i += form.width) {
        const char32_t unit = unit_at(sample, i, form);
        if (unit == 0) return false;
        ++units;
        const std::size_t next = i + form.width;
        if (form.width == 2 && is_lead(unit) && next + 2 <= sample.size() &&
            is_trail(unit_at(sample, next, form))) {
            i = next;
            continue;
        }
        common += is_common(unit) ? 1 : 0;
        // Numbers read in the wrong order have no low byte; hardly a letter has none.
        strange += exists(unit) && (unit > 0xFFFF || (unit & 0xFFU) != 0) ? 0 : 1;
    }
    return units > 1 && 2 * common > units && 64 * strange <= units;
}

// How many bytes the sequence that `lead` begins has by the first definition of UTF-8 (RFC 2279,
// up to six); 0 when it begins none.
std::size_t shaped_length(unsigned lead) {
    if (lead < 0xC0 || lead > 0xFD) return 0;
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    if (lead < 0xF8) return 4;
    return lead < 0xFC ? 5 : 6;
}

std::size_t count_continuations(std::string_view bytes, std::size_t at, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at + count < bytes.size() &&
           (byte_at(bytes, at + count) & 0xC0U) == 0x80)
        ++count;
    return count;
}

enum class IsciiKind : std::uint8_t { unused, letter, sign, other };

// What Hindi uses of the upper half: not the short e and o, nor the letters of southern languages
// and of Bengali.
IsciiKind iscii_kind(unsigned byte) {
    constexpr std::string_view unused = "\xAB\xAF\xC7\xCE\xD0\xD3\xE0\xE4";
    if (byte < 0xA1 || byte > 0xFA || (byte >= 0xEB && byte <= 0xEE)) return IsciiKind::unused;
    if (unused.find(static_cast<char>(byte)) != unused.npos) return IsciiKind::unused;
    if (byte < 0xA4) return IsciiKind::sign;  // chandrabindu, anusvara, visarga
    if (byte < 0xDA) return IsciiKind::letter;
    if (byte < 0xEA) return IsciiKind::sign;  // vowel signs, halant, nukta
    return IsciiKind::other;                  // danda, attributes, extensions, digits
}

constexpr unsigned iscii_halant = 0xE8;
constexpr unsigned iscii_nukta = 0xE9;

// Whether the sign `byte` may stand behind `before`.
bool leans_on(unsigned byte, unsigned before) {
    const bool consonant = before >= 0xB3 && before < 0xDA;
    const bool vowel =
        (before >= 0xA4 && before < 0xB3) || (before >= 0xDA && before < iscii_halant);
    if (consonant || before == iscii_nukta) return true;
    // Chandrabindu, anusvara and visarga; nukta makes other vowels of some; two halants say how a
    // conjunct is drawn.
    return (vowel && (byte < 0xA4 || byte == iscii_nukta)) ||
           (before == iscii_halant && byte >= iscii_halant);
}

struct DetectorClose {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// The part that ICU looks at: from a little before the first byte beyond ASCII.
std::string_view telling_part(std::string_view bytes) {
    constexpr std::size_t longest = 16384;
    const auto first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
    const auto offset = static_cast<std::size_t>(first - bytes.begin());
    return bytes.substr(offset - std::min<std::size_t>(offset, 64), longest);
}

std::uint64_t count_high(std::string_view bytes) {
    return static_cast<std::uint64_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

// Languages of the east of Europe and Turkish reach a confidence of 43 to 78 in these, text in
// fonts of their own and names among English less.
bool is_other_latin(const Charset& charset) {
    return charset.name == "ISO-8859-2" || charset.name == "windows-1250" ||
           charset.name == "windows-1254";
}

// Whether nearly all of the bytes beyond ASCII are characters of `charset`. ISO-8859 has controls
// where windows encodings have letters; a letter may be cut off at either end.
bool reads_well(std::string_view part, const Charset& charset) {
    const Converted converted = to_utf8(part, charset);
    const std::string_view text = converted.text;
    std::uint64_t controls = 0;
    for (std::size_t i = text.find('\xC2'); i < text.size(); i = text.find('\xC2', i + 1))
        controls += byte_at(text, i + 1) < 0xA0 ? 1 : 0;
    const std::uint64_t high = count_high(part);
    return 50 * controls <= high && 10 * converted.replaced <= high + 20;
}

}  // namespace

const Charset* guess_wide(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, wide_sample);
    // Text in bytes has neither NULs nor a tab at every second place.
    if (sample.find('\0') == sample.npos &&
        4 * std::count(sample.begin(), sample.end(), '\t') < static_cast<long>(sample.size())) {
        return nullptr;
    }
    const auto* const found =
        std::find_if(wide_forms.begin(), wide_forms.end(),
                     [sample](const WideForm& form) { return fits(sample, form); });
    return found == wide_forms.end() ? nullptr : found->charset;
}

bool looks_like_utf8(std::string_view bytes, bool is_doubtful) {
    std::size_t high = 0;
    std::size_t in_two = 0;
    std::size_t in_more = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned lead = byte_at(bytes, i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = shaped_length(lead);
        std::size_t found = 1 + (length == 0 ? 0 : count_continuations(bytes, i + 1, length - 1));
        const bool is_cut_off = found > 1 && i + found == bytes.size();
        if (found != length && !is_cut_off) found = 1;
        if (found > 1) (length == 2 ? in_two : in_more) += found;
        high += found;
        i += found;
    }
    const std::size_t shaped = in_two + in_more;
    if (is_doubtful) return shaped > 0 && 10 * shaped >= 9 * high;
    return shaped > 0 && (10 * shaped >= 8 * high || 2 * in_more > high);
}

bool looks_like_iscii(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t unused = 0;
    std::size_t signs = 0;
    std::size_t vowel_signs = 0;
    std::size_t misplaced = 0;
    std::bitset<256> different;
    unsigned before = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned byte = byte_at(bytes, i);
        const IsciiKind kind = byte < 0x80 ? IsciiKind::other : iscii_kind(byte);
        high += byte >= 0x80 ? 1 : 0;
        unused += kind == IsciiKind::unused ? 1 : 0;
        // The text may be cut between a letter and its sign.
        if (kind == IsciiKind::sign && i > 0) {
            ++signs;
            different.set(byte);
            vowel_signs += byte >= 0xDA && byte < iscii_halant ? 1 : 0;
            misplaced += leans_on(byte, before) ? 0 : 1;
        }
        before = byte;
    }
    return signs >= 10 && different.count() >= 4 && 2 * vowel_signs >= signs && 4 * signs >= high &&
           32 * unused <= high && 24 * misplaced <= signs;
}

const Charset& guess_by_letters(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorClose> detector(ucsdet_open(&status));
    const std::string_view part = telling_part(bytes);
    ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
    ucsdet_enableInputFilter(detector.get(), true);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status) != 0) return windows1252_charset;
    for (std::int32_t i = 0; i < count; ++i) {
        const Charset* const found = find_charset(ucsdet_getName(matches[i], &status));
        if (found == nullptr || found->name.starts_with("UTF-")) continue;
        if (is_other_latin(*found) && ucsdet_getConfidence(matches[i], &status) < 40) continue;
        if (reads_well(part, *found)) return *found;
    }
    return windows1252_charset;
}

}  // namespace vigyapti
