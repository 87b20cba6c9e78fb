#include "common/text/legacy_fonts/syllables.hpp"

#include <array>
#include <optional>

#include "common/text/devanagari.hpp"
#include "common/text/legacy_fonts/glyphs.hpp"

namespace vigyapti::legacy {
namespace {

using namespace devanagari;

constexpr char16_t short_i = u'ि';

struct Joined {
    char16_t first;
    char16_t second;
    char16_t both;
};

// Strokes of one vowel, in either order.
constexpr auto strokes = std::to_array<Joined>({
    {u'ा', u'े', u'ो'},
    {u'ा', u'ै', u'ौ'},
    {u'ा', u'ॅ', u'ॉ'},
    {u'ो', u'े', u'ौ'},
    // The stroke of a letter such as त्र that the font draws with it and some typists repeat.
    {u'ा', u'ी', u'ी'},
    {u'ा', u'ु', u'ु'},
    {u'ा', u'ू', u'ू'},
    {u'ा', u'ृ', u'ृ'},
    {u'ि', u'ा', u'ि'},
});
constexpr std::size_t likely_strokes = 3;

// A vowel as a letter and a stroke beside or above it.
constexpr auto vowel_letters = std::to_array<Joined>({
    {u'अ', u'ा', u'आ'},
    {u'अ', u'ो', u'ओ'},
    {u'अ', u'ौ', u'औ'},
    {u'अ', u'ॉ', u'ऑ'},
    {u'अ', u'ॅ', u'ॲ'},
    {u'ए', u'े', u'ऐ'},
    {u'ए', u'ॅ', u'ऍ'},
});

// Letters with a dot that Unicode's NFC writes as one.
constexpr auto composed = std::to_array<Joined>({
    {u'न', nukta, u'\u0929'},
    {u'र', nukta, u'\u0931'},
    {u'ळ', nukta, u'\u0934'},
});

template <typename Table>
const Joined* find(const Table& table, char16_t first, char16_t second) {
    for (const Joined& each : table)
        if (each.first == first && each.second == second) return &each;
    return nullptr;
}

bool is_vowel_sign_of_fonts(char16_t c) {
    return is_vowel_sign(c) || c == u'ॢ';
}

bool is_above_or_behind(char16_t c) {
    return c == chandrabindu || c == anusvara || c == visarga;
}

}  // namespace

void Syllables::clear() {
    *this = Syllables();
}

bool Syllables::half() const {
    return open() && letters_.back() == virama;
}

void Syllables::add(char16_t drawn) {
    if (drawn == reph) {
        add_reph();
    } else if (drawn == short_i) {
        add_early_i();
    } else if (is_consonant(drawn)) {
        add_consonant(drawn);
    } else if (is_vowel_letter(drawn)) {
        add_vowel_letter(drawn);
    } else if (is_vowel_sign_of_fonts(drawn)) {
        add_vowel_sign(drawn);
    } else if (is_above_or_behind(drawn)) {
        add_sign(drawn);
    } else if (drawn == virama) {
        add_virama();
    } else if (drawn == nukta) {
        add_nukta();
    } else {
        add_itself(drawn);
    }
}

void Syllables::finish() {
    if (half()) ++faults_.unlikely;
    end_syllable();
    after_bare_letter_ = false;
}

void Syllables::add_early_i() {
    // Between a half letter and the one that makes it whole: some typists strike ि there.
    if (half() && vowel_ == 0) {
        vowel_ = short_i;
        return;
    }
    end_syllable();
    early_i_ = true;
}

void Syllables::begin(char16_t letter) {
    if (open()) end_syllable();
    letters_ = letter;
    vowel_ = early_i_ ? short_i : u'\0';
    reph_ = early_reph_;
    signs_ = early_signs_;
    early_i_ = early_reph_ = false;
    early_signs_.clear();
}

void Syllables::add_consonant(char16_t c) {
    if (half()) {
        letters_ += c;
    } else {
        begin(c);
    }
}

void Syllables::add_vowel_letter(char16_t c) {
    if (early_i_ || half()) ++faults_.impossible;
    end_syllable();
    // Hindi has them there in compounds and in names only.
    if (after_bare_letter_ && (c == u'अ' || c == u'इ' || c == u'उ')) ++faults_.unlikely;
    begin(c);
}

void Syllables::add_vowel_sign(char16_t c) {
    if (!open()) {
        ++faults_.impossible;
        end_syllable();
        text_ += c;
        return;
    }
    if (half()) {
        letters_.pop_back();
        if (c == aa_sign) return;
    }
    if (vowel_ == 0 || vowel_ == c) {
        vowel_ = c;
        return;
    }
    const Joined* joined = find(strokes, vowel_, c);
    if (joined == nullptr) joined = find(strokes, c, vowel_);
    if (joined == nullptr) {
        ++faults_.impossible;
        vowel_ = c;
        return;
    }
    if (joined >= strokes.data() + likely_strokes) ++faults_.unlikely;
    vowel_ = joined->both;
}

void Syllables::add_sign(char16_t c) {
    std::u16string& signs = open() ? signs_ : early_signs_;
    if (!open() && !early_i_) {
        // Behind what is no letter visarga is a colon, which looks like it.
        if (c != visarga) ++faults_.impossible;
        text_ += c == visarga ? u':' : c;
    } else if (signs.find(c) == signs.npos) {
        signs += c;
    }
}

void Syllables::add_reph() {
    if (open()) {
        if (half()) letters_.pop_back();
        reph_ = true;
    } else if (early_i_) {
        early_reph_ = true;
    } else {
        ++faults_.impossible;
        text_ += u"र्";
    }
}

void Syllables::add_virama() {
    if (half()) return;
    if (open() && is_vowel_letter(letters_.front())) ++faults_.impossible;
    if (open()) {
        letters_ += virama;
    } else {
        ++faults_.impossible;
        end_syllable();
        text_ += virama;
    }
}

void Syllables::add_nukta() {
    if (!open() || is_vowel_letter(letters_.front())) {
        ++faults_.impossible;
        return;
    }
    const std::size_t end = letters_.size() - (half() ? 1 : 0);
    if (letters_[end - 1] == nukta) return;
    if (const Joined* joined = find(composed, letters_[end - 1], nukta)) {
        letters_[end - 1] = joined->both;
    } else if (is_consonant(letters_[end - 1])) {
        letters_.insert(end, 1, nukta);
    }
}

void Syllables::add_itself(char16_t c) {
    finish();
    text_ += c;
}

void Syllables::join_vowel_to_letter() {
    if (letters_ == u"इ" && reph_) {
        letters_ = u"ई";
        reph_ = false;
    }
    if (vowel_ == 0 || !is_vowel_letter(letters_.front())) return;
    if (const Joined* joined = find(vowel_letters, letters_.front(), vowel_)) {
        letters_ = joined->both;
        vowel_ = 0;
    } else {
        ++faults_.impossible;
    }
}

void Syllables::end_syllable() {
    if (open()) {
        join_vowel_to_letter();
        if (reph_) text_ += u"र्";
        text_ += letters_;
        after_bare_letter_ = vowel_ == 0 && signs_.empty() && !is_vowel_letter(letters_.front());
        if (vowel_ != 0) text_ += vowel_;
        text_ += signs_;
        ++count_;
        with_vowel_ += vowel_ != 0 ? 1 : 0;
    } else if (waiting()) {
        ++faults_.impossible;
        if (early_i_) text_ += short_i;
        if (early_reph_) text_ += u"र्";
        text_ += early_signs_;
    }
    letters_.clear();
    vowel_ = 0;
    signs_.clear();
    reph_ = early_i_ = early_reph_ = false;
    early_signs_.clear();
}

}  // namespace vigyapti::legacy
