#include "common/text/legacy_font.hpp"

#include <array>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/text/legacy_fonts/glyphs.hpp"
#include "common/text/legacy_fonts/read_text.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Named {
    std::string_view part;  // of the name in lower case, without spaces and marks
    LegacyFont font;
};

// The first that a name holds decides.
constexpr auto names = std::to_array<Named>({
    {"walkmanchanakya", LegacyFont::walkman_chanakya},
    {"krutidev", LegacyFont::kruti_dev},
    {"devlys", LegacyFont::kruti_dev},
    {"shusha", LegacyFont::shusha},
    {"chanakya", LegacyFont::chanakya},
});

std::string letters_and_digits(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (is_letter(c) || is_digit(c)) out += to_lower(c);
    }
    return out;
}

// What the words of a text say together.
class Verdict {
  public:
    void add(const legacy::ReadWord& word) {
        if (word.hindi == 0) return;
        ++words_;
        score_ += word.hindi;
        if (!word.frequent || two_frequent_) return;
        two_frequent_ = !frequent_.empty() && frequent_ != word.text;
        frequent_ = word.text;
    }

    int words() const { return words_; }
    std::int64_t score() const { return score_; }
    std::int64_t mean() const { return words_ == 0 ? 0 : score_ / words_; }

    // Of 380,000 English paragraphs none has a mean above 50 and two frequent words of Hindi; news
    // in Hindi has 90 to 200.
    bool sure() const { return score_ >= 600 && mean() >= 75 && two_frequent_; }

  private:
    int words_ = 0;
    std::int64_t score_ = 0;
    std::u16string frequent_;
    bool two_frequent_ = false;
};

bool is_space(char32_t c) {
    return c <= U' ' || c == U'\u00A0';
}

// Whether one word in five of the first, or more, begins or ends as none does in Hindi: so do one
// in three of English and other languages. Quick, since most text is English.
bool has_odd_borders(std::string_view text, LegacyFont font) {
    constexpr int enough = 32;
    const legacy::GlyphMap& map = legacy::GlyphMap::of(font);
    int words = 0;
    int odd = 0;
    int letters = 0;
    int beyond_ascii = 0;
    bool odd_beginning = false;
    char32_t before = U' ';
    for (std::size_t i = 0; i < text.size() && words < enough;) {
        const char32_t c = legacy::font_code(next_code_point(text, i));
        if (is_space(c)) {
            odd += odd_beginning || map.never_ends(before) ? 1 : 0;
            odd_beginning = false;
        } else {
            ++letters;
            beyond_ascii += c >= 0x80 ? 1 : 0;
            words += is_space(before) ? 1 : 0;
            odd_beginning = odd_beginning || (is_space(before) && map.never_begins(c));
        }
        before = c;
    }
    // Chanakya has few letters in ASCII, and they are rare ones.
    if (font == LegacyFont::chanakya && beyond_ascii * 2 < letters) return true;
    return odd * 5 > words;
}

// Whether the beginning of `text` says that it is something else, which most text is.
bool is_out_of_question(std::string_view text, LegacyFont font) {
    if (has_odd_borders(text, font)) return true;
    constexpr int enough = 24;
    constexpr int hopeless = -1000;
    Verdict verdict;
    for (int i = 0; i < enough && !text.empty() && verdict.score() >= hopeless; ++i)
        verdict.add(legacy::take_piece(text, font).read);
    return verdict.words() < 2 || verdict.score() < hopeless;
}

// The verdict on what is not English in `text`, which must be more than half of it.
Verdict judge(std::string_view text, LegacyFont font) {
    Verdict verdict;
    int english = 0;
    for (const legacy::Piece& each : legacy::read_text(text, font)) {
        if (each.english) {
            ++english;
        } else {
            verdict.add(each.read);
        }
    }
    return verdict.words() > english ? verdict : Verdict();
}

}  // namespace

LegacyFont legacy_font_named(std::string_view name) {
    // The first family of a list is the one that the text was typed for.
    const std::string plain = letters_and_digits(name.substr(0, name.find(',')));
    if (plain.find("unicode") != plain.npos) return LegacyFont::none;
    for (const Named& each : names)
        if (plain.find(each.part) != plain.npos) return each.font;
    return LegacyFont::none;
}

std::string_view legacy_font_name(LegacyFont font) {
    switch (font) {
        case LegacyFont::kruti_dev:
            return "Kruti Dev";
        case LegacyFont::shusha:
            return "Shusha";
        case LegacyFont::chanakya:
            return "Chanakya";
        case LegacyFont::walkman_chanakya:
            return "Walkman Chanakya";
        case LegacyFont::none:
            break;
    }
    return {};
}

LegacyFont recognise_legacy_font(std::string_view text) {
    constexpr std::size_t too_short = 16;
    if (text.size() < too_short) return LegacyFont::none;
    LegacyFont best = LegacyFont::none;
    std::int64_t best_mean = 0;
    for (const LegacyFont font :
         {LegacyFont::kruti_dev, LegacyFont::shusha, LegacyFont::chanakya}) {
        if (is_out_of_question(text, font)) continue;
        const Verdict verdict = judge(text, font);
        if (!verdict.sure() || verdict.mean() <= best_mean) continue;
        best = font;
        best_mean = verdict.mean();
    }
    return best;
}

std::string from_legacy_font(std::string_view text, LegacyFont font) {
    if (font == LegacyFont::none) return std::string(text);
    std::string out;
    std::string utf8;
    for (const legacy::Piece& each : legacy::read_text(text, font)) {
        out += each.space;
        to_utf8(each.read.text, utf8);
        out += each.english ? each.word : std::string_view(utf8);
    }
    return out;
}

}  // namespace vigyapti
