#include "common/text/wx.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "common/text/devanagari.hpp"
#include "common/text/normalise.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

std::string wx(std::u16string_view word) {
    std::string out;
    append_wx(word, out);
    return out;
}

struct Case {
    std::u16string_view word;
    std::string_view wx;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.wx);
        CHECK(wx(each.word) == each.wx);
    }
}

// Whether each vowel sign stands on a consonant, as in any word that is spelt and not mistyped.
bool well_formed(std::u16string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!devanagari::is_vowel_sign(word[i])) continue;
        if (i == 0 || !devanagari::is_consonant(word[i - 1])) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("each letter has the ASCII letter that WX gives it") {
    check({
        {u"अआइईउऊऋएऐओऔ", "aAiIuUqeEoO"},
        {u"कखगघङ", "kKgGf"},
        {u"चछजझञ", "cCjJF"},
        {u"टठडढण", "tTdDN"},
        {u"तथदधन", "wWxXn"},
        {u"पफबभम", "pPbBm"},
        {u"यरलवशषसह", "yrlvSRsh"},
        {u"का", "kA"},
        {u"कि", "ki"},
        {u"की", "kI"},
        {u"कु", "ku"},
        {u"कू", "kU"},
        {u"कृ", "kq"},
        {u"के", "ke"},
        {u"कै", "kE"},
        {u"को", "ko"},
        {u"कौ", "kO"},
        {u"कँ", "kz"},
        {u"कं", "kM"},
        {u"कः", "kH"},
        {u"क\u093C", "kZ"},
        {u"क्", "k_"},
    });
}

TEST_CASE("words are written without inherent vowels, save before a vowel letter") {
    check({
        {u"", ""},
        {u"रूस", "rUs"},
        {u"भारत", "BArw"},
        {u"संबंध", "sMbMX"},
        {u"मंत्री", "mMw_rI"},
        {u"पाकिस्तान", "pAkis_wAn"},
        {u"गई", "gaI"},
        {u"गी", "gI"},
        {u"नए", "nae"},
        {u"ने", "ne"},
        {u"आई", "AI"},
        {u"हुआ", "huA"},
        {u"कई", "kaI"},
        {u"अंतराष्ट्रीय", "aMwrAR_t_rIy"},
    });
}

TEST_CASE("words are appended to what is there") {
    std::string out = ".";
    append_wx(u"रूस", out);
    append_wx(u"", out);
    append_wx(u"गई", out);
    CHECK(out == ".rUsgaI");
}

TEST_CASE("signs without a WX letter are written in UTF-8") {
    check({
        {u"ॐ", "ॐ"},
        {u"कॐ", "kॐ"},
        {u"ऽ", "ऽ"},
        {u"क\u0951", "k\u0951"},
        {u"क\u200E", "k\u200E"},
        // Beyond the Basic Multilingual Plane a character is two units of UTF-16.
        {u"क\U000E0100", "k\U000E0100"},
    });
    CHECK(wx(u"क\U000E0100") != wx(u"क\U000E0101"));
}

TEST_CASE("words that differ in one vowel have different forms") {
    const std::vector<std::pair<std::u16string_view, std::u16string_view>> pairs{
        {u"गई", u"गी"},  {u"नए", u"ने"},    {u"कि", u"की"},   {u"और", u"ओर"},   {u"में", u"मैं"},
        {u"कम", u"काम"}, {u"पर", u"प्र"},   {u"मन", u"मान"},  {u"हुई", u"हुइ"},   {u"कृपा", u"कपा"},
        {u"शब", u"सब"},  {u"टाल", u"ताल"}, {u"डाल", u"दाल"}, {u"बाण", u"बान"}, {u"कोश", u"कोष"},
    };
    for (const auto& [one, other] : pairs) {
        const std::string first = wx(one);
        CAPTURE(first);
        CHECK(first != wx(other));
    }
}

TEST_CASE("distinct folded words of a real vocabulary have distinct forms") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path, "stem/snowball_hindi.voc.txt");
    std::ifstream lines(path);
    std::map<std::string, std::u16string> words;
    std::size_t count = 0;
    std::string collisions;
    std::u16string word;
    for (std::string line; std::getline(lines, line); ++count) {
        to_utf16(line, word);
        fold_devanagari(word);
        if (!well_formed(word)) continue;
        const auto [at, fresh] = words.emplace(wx(word), word);
        if (!fresh && at->second != word) collisions += at->first + ' ';
    }
    CHECK(count > 60'000);
    CHECK(words.size() > 50'000);
    CHECK(collisions == "");
}

}  // namespace vigyapti
