#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/normalise.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct Case {
    std::u16string_view word;
    std::u16string_view folded;
};

std::string utf8(std::u16string_view word) {
    std::string out;
    to_utf8(word, out);
    return out;
}

std::string folded(std::u16string_view word) {
    std::u16string copy(word);
    fold_devanagari(copy);
    return utf8(copy);
}

// Applies the one fold that is called `name`.
void check_fold(std::string_view name, const std::vector<Case>& cases) {
    const auto folds = devanagari_folds();
    const auto fold = std::find_if(folds.begin(), folds.end(),
                                   [name](const WordStep& each) { return each.name == name; });
    REQUIRE(fold != folds.end());
    for (const Case& each : cases) {
        std::u16string word(each.word);
        fold->apply(word);
        const std::string before = utf8(each.word);
        CAPTURE(before);
        CHECK(utf8(word) == utf8(each.folded));
    }
}

using Words = std::vector<std::u16string_view>;

void check_meet(const std::vector<Words>& groups) {
    for (const Words& words : groups) {
        for (const std::u16string_view word : words) {
            const std::string spelling = utf8(word);
            CAPTURE(spelling);
            CHECK(folded(word) == folded(words.front()));
        }
    }
}

void check_apart(const std::vector<Words>& groups) {
    for (const Words& words : groups) {
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::string one = utf8(words[0]);
            const std::string other = utf8(words[i]);
            CAPTURE(one);
            CAPTURE(other);
            CHECK(folded(words[0]) != folded(words[i]));
        }
    }
}

}  // namespace

TEST_CASE("each fold has a name of its own and a reason, and decomposition is the first") {
    const auto folds = devanagari_folds();
    REQUIRE(folds.size() == 12);
    CHECK(folds.front().name == "decompose");
    for (std::size_t i = 0; i < folds.size(); ++i) {
        CAPTURE(folds[i].name);
        CHECK_FALSE(folds[i].name.empty());
        CHECK_FALSE(folds[i].reason.empty());
        for (std::size_t j = 0; j < i; ++j)
            CHECK(folds[i].name != folds[j].name);
    }
}

TEST_CASE("no fold is stopped by an empty or a very short word") {
    for (const WordStep& fold : devanagari_folds()) {
        CAPTURE(fold.name);
        for (const std::u16string_view word : {u"", u"क", u"a", u"कम"}) {
            std::u16string copy(word);
            fold.apply(copy);
            CHECK(utf8(copy) == utf8(word));
        }
    }
}

TEST_CASE("fold: decompose") {
    check_fold("decompose", {
                                {u"\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F",
                                 u"क\u093Cख\u093Cग\u093Cज\u093Cड\u093Cढ\u093Cफ\u093Cय\u093C"},
                                {u"\u0929\u0931\u0934", u"न\u093Cर\u093Cळ\u093C"},
                                {u"हिंदी", u"हिंदी"},
                                // The nukta comes before the virama (combining classes 7 and 9).
                                {u"क\u094D\u093C", u"क\u093C\u094D"},
                                // The anudatta comes before the udatta (220 and 230).
                                {u"क\u0951\u0952", u"क\u0952\u0951"},
                            });
}

TEST_CASE("fold: typed vowels") {
    check_fold("typed vowels", {
                                   {u"अा", u"आ"},
                                   {u"अो", u"ओ"},
                                   {u"अौर", u"और"},
                                   {u"अॉफिस", u"ऑफिस"},
                                   {u"आे", u"ओ"},
                                   {u"आैर", u"और"},
                                   {u"अाैर", u"और"},
                                   {u"अाे", u"ओ"},
                                   {u"एेसा", u"ऐसा"},
                                   {u"एॅ", u"ऍ"},
                                   {u"\u0904", u"अ"},
                                   {u"अाअा", u"आआ"},
                                   {u"आई", u"आई"},
                                   {u"अंत", u"अंत"},
                                   {u"का", u"का"},
                               });
}

TEST_CASE("fold: joiners") {
    check_fold("joiners", {
                              {u"क्\u200Dया", u"क्या"},
                              {u"राष्\u200Dट्रीय", u"राष्ट्रीय"},
                              {u"श्\u200Cवेत", u"श्वेत"},
                              {u"अंतर\u00ADराष्ट्रीय", u"अंतरराष्ट्रीय"},
                              {u"\u200D\u200C\u00AD", u""},
                              {u"क्या", u"क्या"},
                          });
}

TEST_CASE("fold: nukta") {
    check_fold("nukta", {
                            {u"ज\u093Cरूरत", u"जरूरत"},
                            {u"सड\u093Cक", u"सडक"},
                            {u"क\u093C\u093C", u"क"},
                            {u"\u093C", u""},
                            {u"जरूरत", u"जरूरत"},
                        });
}

TEST_CASE("fold: chandrabindu") {
    check_fold("chandrabindu", {
                                   {u"चाँद", u"चांद"},
                                   {u"पाँच", u"पांच"},
                                   {u"हूँ", u"हूं"},
                                   {u"मैं", u"मैं"},
                               });
}

TEST_CASE("fold: visarga") {
    check_fold("visarga", {
                              {u"दुःख", u"दुख"},
                              {u"प्रायः", u"प्राय"},
                              {u"छः", u"छ"},
                              {u"सोऽहम्", u"सोहम्"},
                              {u"ऽ", u""},
                              {u"दुख", u"दुख"},
                          });
}

TEST_CASE("fold: borrowed vowels") {
    check_fold("borrowed vowels", {
                                      {u"ऑफिस", u"आफिस"},
                                      {u"डॉक्टर", u"डाक्टर"},
                                      {u"ऍ", u"ए"},
                                      {u"बॅंक", u"बेंक"},
                                      {u"\u090E\u0946", u"एे"},
                                      {u"\u0912\u094A", u"ओो"},
                                      {u"\u0972", u"अ"},
                                      {u"\u0960", u"ऋ"},
                                      {u"ळ\u0934", u"लल"},
                                      {u"आओएअ", u"आओएअ"},
                                  });
}

TEST_CASE("fold: half nasals") {
    check_fold("half nasals",
               {
                   {u"सम्बन्ध", u"संबंध"},
                   {u"हिन्दी", u"हिंदी"},
                   {u"केन्द्र", u"केंद्र"},
                   {u"मुम्बई", u"मुंबई"},
                   {u"पञ्जाब", u"पंजाब"},
                   {u"अङ्क", u"अंक"},
                   {u"पण्डित", u"पंडित"},
                   {u"झण्डा", u"झंडा"},
                   {u"अन्तर्राष्ट्रीय", u"अंतर्राष्ट्रीय"},
                   {u"संबंध", u"संबंध"},
                   // A nasal that is no part of a cluster, or begins or ends the word, stays.
                   {u"नमक", u"नमक"},
                   {u"मन", u"मन"},
                   {u"न्याय", u"न्याय"},
                   {u"म्यांमार", u"म्यांमार"},
                   {u"महान्", u"महान्"},
                   {u"ज्ञान", u"ज्ञान"},
                   // Only a consonant makes it a half nasal.
                   {u"कन्अ", u"कन्अ"},
                   {u"कन्।", u"कन्।"},
               });
}

TEST_CASE("fold: doubled consonants") {
    check_fold("doubled consonants", {
                                         {u"अड्डा", u"अडा"},
                                         {u"अच्छा", u"अछा"},
                                         {u"महत्त्व", u"महत्व"},
                                         {u"तत्त्व", u"तत्व"},
                                         {u"उज्ज्वल", u"उज्वल"},
                                         {u"पत्थर", u"पथर"},
                                         {u"अंतर्राष्ट्रीय", u"अंतराष्ट्रीय"},
                                         {u"क्क्क", u"क"},
                                         // The other order is no gemination, nor are two letters
                                         // without a virama or two different ones.
                                         {u"ककड़ी", u"ककड़ी"},
                                         {u"पर्व", u"पर्व"},
                                         {u"उत्पाद", u"उत्पाद"},
                                         {u"बाध्द", u"बाध्द"},
                                     });
}

TEST_CASE("fold: double ra") {
    check_fold("double ra", {
                                {u"अंतरराष्ट्रीय", u"अंतराष्ट्रीय"},
                                {u"अंतराष्ट्रीय", u"अंतराष्ट्रीय"},
                                {u"अररिया", u"अरिया"},
                                {u"सरर", u"सरर"},
                                {u"रर", u"रर"},
                                {u"अंतर्राष्ट्रीय", u"अंतर्राष्ट्रीय"},
                            });
}

TEST_CASE("fold: glides") {
    check_fold("glides", {
                             {u"गये", u"गए"},
                             {u"गयी", u"गई"},
                             {u"गयीं", u"गईं"},
                             {u"चाहिये", u"चाहिए"},
                             {u"जायेगा", u"जाएगा"},
                             {u"हुयी", u"हुई"},
                             {u"रुपये", u"रुपए"},
                             {u"स्थायित्व", u"स्थाइत्व"},
                             {u"इजरायल", u"इजराइल"},
                             {u"ये", u"ये"},
                             {u"या", u"या"},
                             {u"यह", u"यह"},
                             {u"गया", u"गया"},
                             {u"उपाय", u"उपाय"},
                             {u"आय", u"आय"},
                             {u"राष्ट्रीय", u"राष्ट्रीय"},
                         });
}

TEST_CASE("fold: final virama") {
    check_fold("final virama", {
                                   {u"महान्", u"महान"},
                                   {u"परिषद्", u"परिषद"},
                                   {u"सन्", u"सन"},
                                   {u"न्", u"न"},
                                   {u"क्या", u"क्या"},
                                   {u"\u094D", u"\u094D"},
                               });
}

TEST_CASE("spellings of one word meet") {
    check_meet({
        {u"अंतर्राष्ट्रीय", u"अंतरराष्ट्रीय", u"अन्तर्राष्ट्रीय", u"अन्तरराष्ट्रीय", u"अंतराष्ट्रीय",
         u"अंतर्राष्\u200Dट्रीय"},
        {u"संबंध", u"सम्बन्ध", u"संबन्ध", u"सम्बंध"},
        {u"गए", u"गये"},
        {u"गई", u"गयी"},
        {u"हिंदी", u"हिन्दी"},
        {u"ज़रूरत", u"जरूरत", u"\u095Bरूरत"},
        {u"चाँद", u"चांद", u"चान्द"},
        {u"क्या", u"क्\u200Dया"},
        {u"केंद्र", u"केन्द्र", u"केन्\u200Dद्र"},
        {u"प्रधानमंत्री", u"प्रधानमन्त्री"},
        {u"मुंबई", u"मुम्बई"},
        {u"इराक", u"इराक़"},
        {u"पाँच", u"पांच"},
        {u"बांग्लादेश", u"बाँग्लादेश"},
        {u"परिषद", u"परिषद्"},
        {u"डॉक्टर", u"डाक्टर"},
        {u"वॉशिंगटन", u"वाशिंगटन"},
        {u"महत्व", u"महत्त्व"},
        {u"दुःख", u"दुख"},
        {u"इज़राइल", u"इज़रायल", u"इजरायल"},
        {u"जाएगी", u"जायेगी"},
        {u"और", u"अौर", u"अाैर"},
        {u"फ़ैसला", u"फैसला", u"\u095Eैसला"},
        {u"बढ़ाया", u"बढाया", u"ब\u095Dाया"},
    });
}

TEST_CASE("different words stay apart") {
    check_apart({
        {u"कम", u"काम"},  {u"दिन", u"दीन"},   {u"कि", u"की"},   {u"और", u"ओर"},   {u"में", u"मैं"},
        {u"है", u"हैं"},     {u"पल", u"फल"},     {u"बहन", u"वहन"}, {u"मन", u"मान"},  {u"बल", u"बाल"},
        {u"सुत", u"सूत"},   {u"चिंता", u"चीता"}, {u"दान", u"धान"}, {u"बात", u"भात"}, {u"कोश", u"कोष"},
        {u"बाण", u"बान"}, {u"शाम", u"साम"},   {u"नए", u"ने"},    {u"गई", u"गी"},   {u"यह", u"वह"},
        {u"अंत", u"अत"},   {u"अंक", u"अंग"},     {u"कर्म", u"क्रम"}, {u"पर", u"प्र"},   {u"भारत", u"भरत"},
        {u"रूस", u"रस"},   {u"ईरान", u"इराक"}, {u"संधि", u"सिंध"},
    });
}

TEST_CASE("the yen is no letter N: a glide folds behind a vowel only") {
    check_apart({{u"येन", u"एन"}, {u"यीशु", u"ईशु"}});
}

TEST_CASE("invisible format characters are no part of a word") {
    check_meet({{u"शब्द", u"शब्द\u200E", u"\u2060शब्द", u"शब्\uFEFFद", u"शब्द\u200F", u"शब्द\uFE0F"}});
}

TEST_CASE("canonically equivalent words fold to the same word") {
    check_meet({
        {u"\u0958\u094Dत", u"क\u093C\u094Dत", u"क\u094D\u093Cत"},
        {u"क\u0951\u0952", u"क\u0952\u0951"},
        {u"क\u0951\u094Dत", u"क\u094D\u0951त"},
        {u"\u0929", u"न\u093C"},
    });
}

TEST_CASE("hostile words are folded in good time and never grow") {
    std::u16string viramas;
    std::u16string rs;
    std::u16string vowels;
    for (int i = 0; i < 20'000; ++i) {
        viramas += u"क्";
        rs += u"र";
        vowels += u"अा";
    }
    for (const std::u16string& word :
         {viramas, rs, vowels, std::u16string(20'000, u'\u094D'), std::u16string(20'000, u'\u093C'),
          std::u16string(20'000, u'\u0951'), std::u16string(3, char16_t{0xD800})}) {
        std::u16string copy = word;
        fold_devanagari(copy);
        CHECK(copy.size() <= word.size());
    }
}

}  // namespace vigyapti
