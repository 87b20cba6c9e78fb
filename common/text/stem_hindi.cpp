#include <algorithm>
#include <array>

#include "common/text/devanagari.hpp"
#include "common/text/stem.hpp"

namespace vigyapti {
namespace {

using namespace devanagari;

// Number of written syllables, which is that of the letters: signs go with the letter before them.
std::size_t letters_in(std::u16string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char16_t c) {
        return is_consonant(c) || is_vowel_letter(c);
    }));
}

struct Ending {
    std::u16string_view from;
    std::u16string_view to;
};

// Oblique and plural endings to the direct singular (McGregor, "Outline of Hindi Grammar", 1995:
// nouns): मंत्रियों → मंत्री, योजनाओं → योजना, बैठकें → बैठक.
void strip_number_and_case(std::u16string& word) {
    static constexpr auto endings = std::to_array<Ending>({
        {u"ियों", u"ी"},
        {u"ियां", u"ी"},
        {u"ियो", u"ी"},
        {u"इयों", u"ई"},
        {u"इयां", u"ई"},
        {u"ुओं", u"ू"},
        {u"ुएं", u"ू"},
        {u"ूओं", u"ू"},
        {u"ओं", u""},
        {u"एं", u""},
        {u"आं", u""},
        {u"ों", u""},
        {u"ें", u""},
        {u"ां", u"ा"},
        {u"ीं", u"ी"},
        {u"ईं", u"ई"},
    });
    for (const auto& [from, to] : endings) {
        const std::u16string_view view = word;
        if (!view.ends_with(from)) continue;
        if (letters_in(view.substr(0, view.size() - from.size())) < 1) continue;
        word.resize(word.size() - from.size());
        word += to;
        return;
    }
}

// Participles, infinitives, futures, and the adjectives in -ीय and -िक, longest first (McGregor:
// verbs, adjectives): जाएंगे → ज, करना → कर, भारतीय → भारत, राजनीतिक → राजनीत.
void strip_verb_and_adjective(std::u16string& word) {
    static constexpr auto endings = std::to_array<std::u16string_view>(
        {u"ाएंगे", u"ाएंगी", u"ाएगा", u"ाएगी", u"ेंगे",   u"ेंगी",  u"ूंगा", u"ूंगी",  u"एंगे", u"एंगी",
         u"ेगा",  u"ेगी",   u"ोगे",   u"ोगी",  u"एगा", u"एगी", u"ओगे", u"ाना", u"ाने", u"ाता",
         u"ाते",  u"ाया",  u"ीया",  u"ना",   u"ने",   u"ता",  u"ते",  u"ीय",  u"िक"});
    for (const std::u16string_view ending : endings) {
        const std::u16string_view view = word;
        if (!view.ends_with(ending)) continue;
        const std::u16string_view rest = view.substr(0, view.size() - ending.size());
        if (letters_in(rest) < 2 || rest.back() == virama) continue;
        word.resize(rest.size());
        return;
    }
}

void strip_final_vowel(std::u16string& word) {
    static constexpr std::u16string_view signs = u"ािीुूेों";
    static constexpr std::u16string_view letters = u"आईइएओउऊ";
    if (word.size() > 2 && letters.find(word.back()) != letters.npos && letters_in(word) > 1) {
        word.pop_back();
    }
    while (word.size() > 1 && signs.find(word.back()) != signs.npos)
        word.pop_back();
}

// समस्या, समस्याओं → समस: the glide that is left of -्या.
void strip_final_glide(std::u16string& word) {
    if (word.ends_with(u"्य") && letters_in(word) > 2) word.resize(word.size() - 2);
    if (!word.empty() && word.back() == virama) word.pop_back();
}

void shorten_vowels(std::u16string& word) {
    static constexpr std::u16string_view from = u"ीूैौॄईऊऐऔणष";
    static constexpr std::u16string_view to = u"िुेोृइउएओनश";
    static_assert(from.size() == to.size());
    for (char16_t& c : word) {
        if (const auto at = from.find(c); at != from.npos) c = to[at];
    }
}

void spell_out_vocalic_r(std::u16string& word) {
    for (auto at = word.find(u'ृ'); at != word.npos; at = word.find(u'ृ', at))
        word.replace(at, 1, u"रि");
}

void drop_virama(std::u16string& word) {
    std::erase(word, virama);
}

constexpr std::array steps{
    WordStep{"number and case", "plural and oblique endings (McGregor, nouns)",
             strip_number_and_case},
    WordStep{"verb and adjective",
             "participles, infinitives, futures, -ीय, -िक (McGregor, verbs and adjectives)",
             strip_verb_and_adjective},
    WordStep{"final vowel", "gender and number of what is left", strip_final_vowel},
    WordStep{"final glide", "-्या and -्य of feminine and abstract nouns", strip_final_glide},
    WordStep{"vowel length", "इ/ई, उ/ऊ, ए/ऐ, ओ/औ, ण/न, ष/श: confused in names and loans",
             shorten_vowels},
    WordStep{"vocalic r", "ऋ is spoken रि: ब्रिटेन, बृटेन", spell_out_vocalic_r},
    WordStep{"virama", "half and full letters vary in loans: इन्कार, इनकार", drop_virama},
};

}  // namespace

std::span<const WordStep> hindi_stem_steps(std::u16string_view word) {
    constexpr std::size_t endings = 4;
    return word.size() < 3 ? std::span(steps).subspan(endings) : std::span(steps);
}

void stem_hindi(std::u16string& word) {
    for (const WordStep& step : hindi_stem_steps(word))
        step.apply(word);
}

}  // namespace vigyapti
