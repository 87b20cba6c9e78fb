// Any bytes may be typed for a legacy font: what they read as is valid UTF-8 of bounded size, with
// the white space of the text, and Devanagari is read as itself.
#include <string>
#include <string_view>

#include "common/text/legacy_font.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {
namespace {

std::string without_words(std::string_view text) {
    std::string spaces;
    for (const char c : text)
        if (c == ' ' || (c >= '\t' && c <= '\r')) spaces += c;
    return spaces;
}

// What is malformed in `text` replaced.
std::string valid(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();)
        append_utf8(out, next_code_point(text, i));
    return out;
}

void check_font(std::string_view text, LegacyFont font) {
    const std::string read = from_legacy_font(text, font);
    demand(!find_malformed_utf8(read), "valid UTF-8");
    demand(read.size() <= 12 * text.size(), "of bounded size");
    demand(without_words(read) == without_words(text), "the same white space");
}

}  // namespace

void fuzz(std::string_view bytes) {
    // The first byte chooses whether the rest is taken as it is or as Latin-1.
    std::string text;
    if (!bytes.empty() && bytes.front() % 2 == 1) {
        for (const char c : bytes.substr(1))
            append_utf8(text, static_cast<unsigned char>(c));
    } else {
        text = valid(bytes.substr(bytes.empty() ? 0 : 1));
    }
    for (const LegacyFont font : {LegacyFont::kruti_dev, LegacyFont::shusha, LegacyFont::chanakya,
                                  LegacyFont::walkman_chanakya})
        check_font(text, font);
    demand(from_legacy_font(text, LegacyFont::none) == text, "nothing to read");
    demand(recognise_legacy_font(text) != LegacyFont::walkman_chanakya, "looks like Kruti Dev");
    demand(legacy_font_named(bytes) == legacy_font_named(std::string(bytes) + ' '), "a name");
}

}  // namespace vigyapti
