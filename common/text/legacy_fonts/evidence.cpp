#include "common/text/legacy_fonts/evidence.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti::legacy {
namespace {

// The most frequent words of Hindi, and behind them of Marathi, which is typed for the same fonts.
constexpr std::string_view hindi_words =
    "का की के को से में पर ने है हैं और एक यह वह इस उस इन उन भी कि जो तो ही था थे थी हो कर करने करना "
    "किया किए गया गई गए रहे रही रहा लिए तथा एवं द्वारा नहीं तक साथ बाद अपने अपनी अपना कहा हुए हुई हुआ होने "
    "करते करता करती होता होती होते ये वे कुछ सभी जा जाने दिया दी दिए या किसी कोई वाले वाली वाला इसके इसकी "
    "इसका इसमें उनके उनकी उनका उन्होंने इन्होंने उसके उसकी उसका तरह लेकिन जब तब अब फिर क्या हम मैं आप श्री "
    "श्रीमती डॉ दिनांक भारत सरकार "
    "आहे आहेत नाही चा ची चे च्या या हे ही व असे असून होते आले केले यांनी यांचे यांना त्यांचे त्यांनी मध्ये";

constexpr std::string_view english_words =
    "the of and to in a for is on that by this with i you it not or be are from at as your all "
    "have "
    "new more an was we will about if my has but our one other do no they he up may what which "
    "their out use any there see only so his when here who also now get am been would how were me "
    "some these its like than find had just over into two after then most where them such under "
    "her she him said between through during while because against both each should could must "
    "shall very those us via per";

std::unordered_set<std::string> set_of(std::string_view words) {
    std::unordered_set<std::string> set;
    for (const std::string_view each : split(words, ' '))
        set.emplace(each);
    return set;
}

// The word without the punctuation around it, in lower case.
std::string bare_english(std::string_view typed) {
    while (!typed.empty() && !is_letter(typed.front()))
        typed.remove_prefix(1);
    while (!typed.empty() && !is_letter(typed.back()))
        typed.remove_suffix(1);
    return lowered(typed);
}

std::string bare_hindi(std::u16string_view text) {
    const auto is_letter_here = [](char16_t c) {
        return c >= devanagari_first && c <= devanagari_last && c != u'।' && c != u'॥';
    };
    while (!text.empty() && !is_letter_here(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && !is_letter_here(text.back()))
        text.remove_suffix(1);
    std::string out;
    to_utf8(text, out);
    return out;
}

}  // namespace

bool is_frequent_hindi(std::u16string_view text) {
    static const auto words = set_of(hindi_words);
    return words.contains(bare_hindi(text));
}

// The weights are rounded logarithms of how often words of Hindi typed for Kruti Dev and of English
// news show each trait.
int evidence(std::string_view typed, const Syllables& read, bool frequent) {
    if (read.count() == 0 && read.faults().impossible == 0) return 0;
    const auto impossible = static_cast<int>(std::min(read.faults().impossible, 3U));
    const auto unlikely = static_cast<int>(std::min(read.faults().unlikely, 3U));
    int score = -350 * impossible - 120 * unlikely;
    // One letter is soon found by chance.
    if (score == 0 && frequent) return read.count() > 1 || typed.size() > 2 ? 350 : 100;
    // Of two letters, most are words in these fonts too ("is" is पे in Kruti Dev).
    static const auto words = set_of(english_words);
    const std::string english = bare_english(typed);
    if (words.contains(english)) score -= english.size() > 2 ? 300 : 100;
    if (score == 0 && read.count() > 1) score = read.with_vowel() > 0 ? 100 : 20;
    if (read.count() > 3 && read.with_vowel() == 0) score -= 220;
    return score;
}

}  // namespace vigyapti::legacy
