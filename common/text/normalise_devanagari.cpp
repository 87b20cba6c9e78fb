#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "common/text/devanagari.hpp"
#include "common/text/normalise.hpp"

namespace vigyapti {
namespace {

using namespace devanagari;

void erase_each(std::u16string& word, std::u16string_view signs) {
    std::erase_if(word, [signs](char16_t c) { return signs.find(c) != signs.npos; });
}

void replace_each(std::u16string& word, char16_t from, char16_t to) {
    std::replace(word.begin(), word.end(), from, to);
}

void replace_all(std::u16string& word, std::u16string_view from, std::u16string_view to) {
    for (auto at = word.find(from); at != word.npos; at = word.find(from, at + to.size()))
        word.replace(at, from.size(), to);
}

bool in(std::u16string_view set, char16_t c) {
    return set.find(c) != set.npos;
}

// Whether the word can lose a letter and still be a word: folds that merge consonants leave the
// shortest ones alone.
bool is_long(const std::u16string& word) {
    return word.size() > 2;
}

void decompose(std::u16string& word) {
    static const icu::Normalizer2* nfd = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFD data");
        return instance;
    }();
    // Only nukta letters and a few others decompose; most words are left without a copy.
    const bool needed = std::any_of(word.begin(), word.end(), [](char16_t c) {
        return (c >= 0x0958 && c <= 0x095F) || c == 0x0929 || c == 0x0931 || c == 0x0934 ||
               (c >= 0x0951 && c <= 0x0954) || c == nukta || c < 0x0900 || c > 0x097F;
    });
    if (!needed) return;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString source(false, word.data(), static_cast<std::int32_t>(word.size()));
    const icu::UnicodeString result = nfd->normalize(source, status);
    if (U_FAILURE(status)) return;
    word.assign(result.getBuffer(), static_cast<std::size_t>(result.length()));
}

void compose_typed_vowels(std::u16string& word) {
    static constexpr std::array<std::pair<std::u16string_view, std::u16string_view>, 11> pairs{{
        {u"अॉ", u"ऑ"},
        {u"अा", u"आ"},
        {u"अो", u"ओ"},
        {u"अौ", u"औ"},
        {u"आे", u"ओ"},
        {u"आै", u"औ"},
        {u"आॅ", u"ऑ"},
        {u"आॆ", u"ऒ"},
        {u"एे", u"ऐ"},
        {u"एॅ", u"ऍ"},
        {u"ऄ", u"अ"},
    }};
    for (const auto& [from, to] : pairs)
        replace_all(word, from, to);
}

// Format characters and variation selectors, which a reader does not see.
void drop_joiners(std::u16string& word) {
    std::erase_if(word, [](char16_t c) {
        return c == soft_hyphen || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
               (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
    });
}

void drop_nukta(std::u16string& word) {
    erase_each(word, u"\u093C");
}

void fold_chandrabindu(std::u16string& word) {
    replace_each(word, chandrabindu, anusvara);
}

void drop_visarga(std::u16string& word) {
    erase_each(word, u"\u0903\u093D");
}

void fold_borrowed_vowels(std::u16string& word) {
    static constexpr std::u16string_view from = u"ऑॉऍऎॅॆऒॊॲॠळऴ";
    static constexpr std::u16string_view to = u"आाएएेेओोअऋलल";
    static_assert(from.size() == to.size());
    for (char16_t& c : word) {
        if (const auto at = from.find(c); at != from.npos) c = to[at];
    }
}

void fold_half_nasals(std::u16string& word) {
    static constexpr std::u16string_view nasals = u"ङञणनम";
    static constexpr std::u16string_view before = u"कखगघचछजझटठडढतथदधपफबभशषसहवलर";
    if (!is_long(word)) return;
    for (std::size_t i = 1; i + 2 < word.size(); ++i) {
        if (!in(nasals, word[i]) || word[i + 1] != virama) continue;
        const char16_t next = word[i + 2];
        const bool dental = word[i] == u'न' || word[i] == u'ण';
        if (in(before, next) || (dental && is_consonant(next))) word.replace(i, 2, 1, anusvara);
    }
}

void fold_doubled_consonants(std::u16string& word) {
    static constexpr std::u16string_view plain = u"कगचजटडतदपब";
    static constexpr std::u16string_view aspirate = u"खघछझठढथधफभ";
    if (!is_long(word)) return;
    for (std::size_t i = 0; i + 2 < word.size();) {
        const auto at = plain.find(word[i]);
        const bool aspirated = at != plain.npos && word[i + 2] == aspirate[at];
        const bool doubled = is_consonant(word[i]) && word[i] == word[i + 2];
        if (word[i + 1] == virama && (doubled || aspirated)) {
            word.erase(i, 2);
        } else {
            ++i;
        }
    }
}

void fold_double_ra(std::u16string& word) {
    if (word.size() > 4) replace_all(word, u"रर", u"र");
}

void fold_glides(std::u16string& word) {
    static constexpr std::u16string_view signs = u"ेीि";
    static constexpr std::u16string_view vowels = u"एईइ";
    if (!is_long(word)) return;
    // Not the first letter: येन is no एन.
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        if (word[i] != u'य') continue;
        if (const auto at = signs.find(word[i + 1]); at != signs.npos) {
            word.replace(i, 2, 1, vowels[at]);
        } else if (word[i - 1] == aa_sign && is_consonant(word[i + 1])) {
            word[i] = u'इ';
        }
    }
}

void drop_final_virama(std::u16string& word) {
    if (word.size() > 1 && word.back() == virama) word.pop_back();
}

constexpr std::array folds{
    WordStep{"decompose", "canonical decomposition (Unicode NFD): one letter, one form", decompose},
    WordStep{"typed vowels", "अ + ा typed for आ and the like", compose_typed_vowels},
    WordStep{"joiners", "ZWJ, ZWNJ and their like shape the glyphs, not the word", drop_joiners},
    WordStep{"nukta", "क़ ख़ ग़ ज़ फ़ ड़ ढ़: left out at will in print", drop_nukta},
    WordStep{"chandrabindu", "papers print ँ as ं (Kendriya Hindi Nideshalay's rule)",
             fold_chandrabindu},
    WordStep{"visarga", "दुःख = दुख; avagraha likewise", drop_visarga},
    WordStep{"borrowed vowels", "ऑ of English words, other languages' short e and o",
             fold_borrowed_vowels},
    WordStep{"half nasals", "सम्बन्ध = संबंध: a nasal before a consonant is anusvara",
             fold_half_nasals},
    WordStep{"doubled consonants", "अड्डा = अडा, अच्छा = अछा: gemination is spelt unevenly",
             fold_doubled_consonants},
    WordStep{"double ra", "अंतरराष्ट्रीय = अंतर्राष्ट्रीय = अंतराष्ट्रीय", fold_double_ra},
    WordStep{"glides", "गये = गए, गयी = गई, इज़रायल = इज़राइल", fold_glides},
    WordStep{"final virama", "a halant at the end of a word is silent: महान् = महान",
             drop_final_virama},
};

}  // namespace

std::span<const WordStep> devanagari_folds() {
    return folds;
}

void fold_devanagari(std::u16string& word) {
    for (const WordStep& fold : folds)
        fold.apply(word);
}

}  // namespace vigyapti
