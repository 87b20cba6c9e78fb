#include "common/text/grapheme.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>
#include <optional>
#include <stdexcept>

#include "common/text/devanagari.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

icu::BreakIterator& iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no grapheme break rules");
        return made;
    }();
    return *instance;
}

bool is_devanagari_consonant(char32_t c) {
    return c <= 0xFFFF && (devanagari::is_consonant(static_cast<char16_t>(c)) ||
                           (c >= 0x0958 && c <= 0x095F) || (c >= 0x0978 && c <= 0x097F));
}

// What may stand between a consonant and its virama, or behind that, without parting the cluster.
bool is_conjunct_extender(char32_t c) {
    return c == devanagari::nukta || c == devanagari::zwj || (c >= 0x0951 && c <= 0x0954);
}

// Whether `boundary` parts a consonant with its virama from the next one: no reader sees a break
// there.
bool inside_conjunct(std::string_view text, std::size_t boundary) {
    if (boundary == 0 || boundary >= text.size()) return false;
    std::size_t after = boundary;
    if (!is_devanagari_consonant(next_code_point(text, after))) return false;
    bool linked = false;
    for (std::size_t before = boundary; before > 0;) {
        const char32_t c = previous_code_point(text, before);
        if (c == devanagari::virama) {
            linked = true;
        } else if (!is_conjunct_extender(c)) {
            return linked && is_devanagari_consonant(c);
        }
    }
    return false;
}

// Letters, signs and punctuation whose clusters follow from three facts: a sign belongs to what it
// follows, so does a joiner, and so does a consonant behind a virama. Hindi and English text has
// nothing else.
bool is_simple(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || (c >= devanagari_first && c <= devanagari_last) ||
           (c >= 0xA0 && c < 0x250 && c != 0xAD) || c == devanagari::zwnj || c == devanagari::zwj ||
           (c >= 0x2010 && c <= 0x2027) || c == '\n' || c == '\t' || c == 0x20B9;
}

// Walks the clusters of `text` and returns how many there are, at most `limit`; `end` is set behind
// the last of them. Nothing when the text is not simple throughout.
std::optional<std::size_t> walk_simple(std::string_view text, std::size_t limit, std::size_t& end) {
    std::size_t count = 0;
    bool attachable = false;  // a sign may belong to what was before
    bool consonant = false;   // the cluster is a consonant, perhaps with a nukta
    bool linked = false;      // and a virama
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(text, i);
        if (!is_simple(c)) return std::nullopt;
        const bool sign = char_class(c) == CharClass::extend && attachable;
        const bool conjunct = linked && is_devanagari_consonant(c);
        if (!sign && !conjunct) {
            if (count == limit) {
                end = begin;
                return count;
            }
            ++count;
        }
        attachable = c >= 0x20;
        if (c == devanagari::virama) {
            linked = consonant;
        } else if (!is_conjunct_extender(c)) {
            consonant = is_devanagari_consonant(c);
            linked = false;
        }
    }
    end = text.size();
    return count;
}

// The same for any text.
std::size_t walk(std::string_view text, std::size_t limit, std::size_t& end) {
    if (const auto count = walk_simple(text, limit, end)) return *count;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    icu::BreakIterator& breaks = iterator();
    breaks.setText(&view, status);
    std::size_t count = 0;
    std::size_t at = 0;
    end = 0;
    while (at < text.size()) {
        const std::int32_t next = breaks.next();
        if (next == icu::BreakIterator::DONE) break;
        at = static_cast<std::size_t>(next);
        if (inside_conjunct(text, at)) continue;
        if (count == limit) break;
        ++count;
        end = at;
    }
    utext_close(&view);
    return count;
}

}  // namespace

std::size_t count_graphemes(std::string_view text) {
    std::size_t end = 0;
    return walk(text, text.size() + 1, end);
}

std::size_t count_columns(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, i));
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
            continue;
        const auto width =
            static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
        columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return columns;
}

std::size_t grapheme_prefix(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    walk(text, count, end);
    return end;
}

}  // namespace vigyapti
